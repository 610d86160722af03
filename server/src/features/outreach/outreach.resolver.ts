import { Arg, Ctx, ID, Mutation, Query, Resolver } from "type-graphql";
import { Needs } from "../../kernel/access/policy.js";
import type { Work } from "../../kernel/db/unit-of-work.js";
import type { Context } from "../../kernel/graphql/context.js";
import { DonePayload } from "../../kernel/graphql/shared-types.js";
import { once } from "../../kernel/mutation.js";
import { ownChapter } from "./audience.js";
import { readDraft, readNumbers } from "./draft.service.js";
import { RemoveRsvpInput, SendOutreachInput } from "./outreach.inputs.js";
import { OutreachDraft, OutreachNumbers, OutreachPayload } from "./outreach.type.js";
import { readInvitations, removeRsvp } from "./rsvp.service.js";
import { MeetingInvitations } from "./rsvp.type.js";
import { listOutreach, sendOutreach } from "./send.service.js";

const show = async (work: Work, id: string | null) => ({
  outreach: id ? ((await listOutreach(work, ownChapter(work), { id }))[0] ?? null) : null,
});

@Resolver()
export class OutreachResolver {
  @Needs("OUTREACH")
  @Query(() => OutreachDraft, {
    description: "What the board starts from when it writes to all members, for a meeting or for a task.",
  })
  async outreachDraft(
    @Ctx() context: Context,
    @Arg("meetingId", () => ID, { nullable: true, description: "The meeting." }) meetingId: string | null,
    @Arg("touchpointId", () => ID, { nullable: true, description: "The task, which is about no one person." })
    touchpointId: string | null,
  ): Promise<OutreachDraft> {
    return readDraft(context, await context.work(), { meetingId, touchpointId });
  }

  @Needs("OUTREACH")
  @Query(() => [OutreachNumbers], {
    description: "The numbers of the members a text may be sent to, in groups of 20: for the board's own phone.",
  })
  async outreachNumbers(@Ctx() context: Context): Promise<OutreachNumbers[]> {
    return readNumbers(context, await context.work());
  }

  @Needs("OUTREACH")
  @Query(() => MeetingInvitations, { description: "The invitations to a meeting of the own chapter, and the answers." })
  async meetingInvitations(
    @Ctx() context: Context,
    @Arg("meetingId", () => ID, { description: "The meeting." }) meetingId: string,
  ): Promise<MeetingInvitations> {
    return readInvitations(await context.work(), meetingId);
  }

  @Needs("OUTREACH")
  @Mutation(() => OutreachPayload, {
    description: "Mails every member of the own chapter who may be contacted; three times a week at most.",
  })
  sendOutreach(
    @Ctx() context: Context,
    @Arg("input", () => SendOutreachInput, { description: "The message." }) input: SendOutreachInput,
  ): Promise<OutreachPayload> {
    return once(context, "sendOutreach", input, (work) => sendOutreach(context, work, input), show);
  }

  @Needs("OUTREACH")
  @Mutation(() => DonePayload, { description: "Takes away an answer to an invitation of the own chapter." })
  removeRsvp(
    @Ctx() context: Context,
    @Arg("input", () => RemoveRsvpInput, { description: "Which." }) input: RemoveRsvpInput,
  ): Promise<DonePayload> {
    return once(
      context,
      "removeRsvp",
      input,
      (work) => removeRsvp(work, input.id),
      async (_work, id) => ({ done: id !== null }),
    );
  }
}
