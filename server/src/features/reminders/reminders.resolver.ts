import { Arg, Ctx, Int, Mutation, Query, Resolver } from "type-graphql";
import { SignedIn } from "../../kernel/access/policy.js";
import type { Context } from "../../kernel/graphql/context.js";
import type { Connection } from "../../kernel/graphql/output.js";
import { once } from "../../kernel/mutation.js";
import { readReminderLog, readReminders, setReminders } from "./choices.service.js";
import { ReminderEntryConnection, Reminders, RemindersPayload, SetRemindersInput } from "./reminders.type.js";
import type { ReminderEntry } from "./reminders.type.js";

@Resolver()
export class RemindersResolver {
  @SignedIn()
  @Query(() => Reminders, { description: "One's own choices about reminders, and what the next mail would say." })
  async reminders(@Ctx() context: Context): Promise<Reminders> {
    return readReminders(await context.work(), context.language);
  }

  @SignedIn()
  @Query(() => ReminderEntryConnection, {
    description:
      "One's own reminders of the last 60 days, newest first: what was sent, what was not, and why. Nobody else sees them.",
  })
  async reminderLog(
    @Ctx() context: Context,
    @Arg("first", () => Int, { defaultValue: 20, description: "How many, at most 100." }) first: number,
    @Arg("after", () => String, { nullable: true, description: "The cursor the page comes after." }) after?: string,
  ): Promise<Connection<ReminderEntry>> {
    return readReminderLog(await context.work(), first, after);
  }

  @SignedIn()
  @Mutation(() => RemindersPayload, {
    description: "Chooses whether, on which weekdays and when one is reminded by mail.",
  })
  async setReminders(
    @Ctx() context: Context,
    @Arg("input", () => SetRemindersInput, { description: "The choices." }) input: SetRemindersInput,
  ): Promise<RemindersPayload> {
    return once(
      context,
      "setReminders",
      input,
      async (work) => {
        await setReminders(work, input, context.language);
        return { id: null };
      },
      async (work) => ({ reminders: await readReminders(work, context.language) }),
    );
  }
}
