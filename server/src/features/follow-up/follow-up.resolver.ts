import { Arg, Ctx, ID, Mutation, Query, Resolver } from "type-graphql";
import { Needs } from "../../kernel/access/policy.js";
import type { Work } from "../../kernel/db/unit-of-work.js";
import type { Context } from "../../kernel/graphql/context.js";
import { once } from "../../kernel/mutation.js";
import type { Done } from "../../kernel/mutation.js";
import { borrowedQueue, borrowedQueues } from "./borrowed.js";
import { ChangeContactInput, RemoveContactInput, WriteContactInput } from "./follow-up.inputs.js";
import { changeContact, removeContact, writeContact } from "./follow-up.service.js";
import { BorrowedQueue, ContactPayload, FollowUp } from "./follow-up.type.js";
import { readFollowUp } from "./read-follow-up.js";

const CHAPTER = { description: "A chapter one follows." };

const done = (
  context: Context,
  name: string,
  input: { key: string },
  act: (work: Work) => Promise<Done>,
): Promise<ContactPayload> =>
  once(context, name, input, act, async (work, id) => ({ followUp: id ? await readFollowUp(work, id) : null }));

@Resolver()
export class FollowUpResolver {
  @Needs("NUDGE")
  @Query(() => FollowUp, {
    description: "What has been between a chapter and those who follow it: contacts, greetings and answers.",
  })
  async followUp(@Ctx() context: Context, @Arg("chapterId", () => ID, CHAPTER) chapterId: string): Promise<FollowUp> {
    return readFollowUp(await context.work(), chapterId);
  }

  @Needs("NUDGE")
  @Query(() => BorrowedQueue, {
    nullable: true,
    description: "What waits in a chapter where nobody is at it; null where somebody is.",
  })
  async borrowedQueue(
    @Ctx() context: Context,
    @Arg("chapterId", () => ID, CHAPTER) chapterId: string,
  ): Promise<BorrowedQueue | null> {
    return borrowedQueue(await context.work(), chapterId);
  }

  @Needs("NUDGE")
  @Query(() => [BorrowedQueue], {
    description:
      "What waits in the chapters of the reach where nobody is at it, by the chapter's name; FORBIDDEN for a chapter.",
  })
  async borrowedQueues(@Ctx() context: Context): Promise<BorrowedQueue[]> {
    return borrowedQueues(await context.work());
  }

  @Needs("NUDGE")
  @Mutation(() => ContactPayload, { description: "Writes down a contact one has had with a board." })
  writeContact(
    @Ctx() context: Context,
    @Arg("input", () => WriteContactInput, { description: "The contact." }) input: WriteContactInput,
  ): Promise<ContactPayload> {
    return done(context, "writeContact", input, (work) => writeContact(work, input, context.language));
  }

  @Needs("NUDGE")
  @Mutation(() => ContactPayload, { description: "Mends one's own contact, for seven days." })
  changeContact(
    @Ctx() context: Context,
    @Arg("input", () => ChangeContactInput, { description: "How it is to be." }) input: ChangeContactInput,
  ): Promise<ContactPayload> {
    return done(context, "changeContact", input, (work) => changeContact(work, input, context.language));
  }

  @Needs("NUDGE")
  @Mutation(() => ContactPayload, { description: "Takes one's own contact away, for seven days." })
  removeContact(
    @Ctx() context: Context,
    @Arg("input", () => RemoveContactInput, { description: "Which." }) input: RemoveContactInput,
  ): Promise<ContactPayload> {
    return done(context, "removeContact", input, (work) => removeContact(work, input, context.language));
  }
}
