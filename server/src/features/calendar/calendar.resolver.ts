import { Arg, Ctx, ID, Mutation, Query, Resolver } from "type-graphql";
import { Needs } from "../../kernel/access/policy.js";
import type { Context } from "../../kernel/graphql/context.js";
import { once } from "../../kernel/mutation.js";
import { createFeed, feedUrl, meetingFile, ownFeed, revokeFeed, taskFile } from "./calendar.service.js";
import {
  CalendarFeed,
  CalendarFeedPayload,
  CreateCalendarFeedInput,
  RevokeCalendarFeedInput,
} from "./calendar.type.js";

@Resolver()
export class CalendarResolver {
  @Needs("TOUCHPOINT_READ")
  @Query(() => CalendarFeed, {
    nullable: true,
    description: "One's own address for a calendar; null when there is none.",
  })
  async calendarFeed(@Ctx() context: Context): Promise<CalendarFeed | null> {
    return ownFeed(await context.work());
  }

  // above the chapter one sees the day of a meeting, not its time
  @Needs("MEETING_WRITE")
  @Query(() => String, { description: "A meeting as a calendar file: its kind, chapter and time, no names." })
  async meetingCalendarFile(
    @Ctx() context: Context,
    @Arg("id", () => ID, { description: "The meeting." }) id: string,
  ): Promise<string> {
    return meetingFile(await context.work(), context.installation, id, context.language);
  }

  @Needs("TOUCHPOINT_READ")
  @Query(() => String, {
    description: "A task's deadline as a calendar file; one about a member names neither it nor what it is.",
  })
  async touchpointCalendarFile(
    @Ctx() context: Context,
    @Arg("id", () => ID, { description: "The touchpoint." }) id: string,
  ): Promise<string> {
    return taskFile(await context.work(), context.installation, id, context.language);
  }

  @Needs("TOUCHPOINT_READ")
  @Mutation(() => CalendarFeedPayload, { description: "Makes a secret address for one's calendar program." })
  async createCalendarFeed(
    @Ctx() context: Context,
    @Arg("input", () => CreateCalendarFeedInput, { description: "Which attempt it is." })
    input: CreateCalendarFeedInput,
  ): Promise<CalendarFeedPayload> {
    const { installation } = context;
    return once(
      context,
      "createCalendarFeed",
      input,
      async (work) => ({ id: await createFeed(work, installation, input.withYear) }),
      async (work, id) => {
        const calendarFeed = await ownFeed(work);
        return { calendarFeed, url: id !== null && calendarFeed?.id === id ? feedUrl(installation, id) : null };
      },
    );
  }

  @Needs("TOUCHPOINT_READ")
  @Mutation(() => CalendarFeedPayload, { description: "Ends the address of one's calendar program." })
  async revokeCalendarFeed(
    @Ctx() context: Context,
    @Arg("input", () => RevokeCalendarFeedInput, { description: "Which attempt it is." })
    input: RevokeCalendarFeedInput,
  ): Promise<CalendarFeedPayload> {
    return once(
      context,
      "revokeCalendarFeed",
      input,
      async (work) => {
        await revokeFeed(work);
        return { id: null };
      },
      async (work) => ({ calendarFeed: await ownFeed(work), url: null }),
    );
  }
}
