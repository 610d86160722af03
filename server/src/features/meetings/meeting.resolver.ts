import { Arg, Ctx, ID, Int, Mutation, Query, Resolver } from "type-graphql";
import { Needs } from "../../kernel/access/policy.js";
import { AppError } from "../../kernel/errors/app-error.js";
import { checkInput } from "../../kernel/errors/check-input.js";
import type { Context } from "../../kernel/graphql/context.js";
import type { Connection } from "../../kernel/graphql/output.js";
import { LocalDateScalar } from "../../kernel/graphql/shared-types.js";
import { once } from "../../kernel/mutation.js";
import type { Work } from "../../kernel/db/unit-of-work.js";
import { CancelMeetingInput, meetingRules, SaveMeetingInput } from "./meeting.inputs.js";
import { cancelMeeting, findMeeting, listMeetings, saveMeeting } from "./meeting.service.js";
import { Meeting, MeetingConnection, MeetingPayload } from "./meeting.type.js";

const show = async (work: Work, id: string | null) => ({ meeting: id ? await findMeeting(work, id) : null });

@Resolver()
export class MeetingResolver {
  @Needs("MEETING_READ")
  @Query(() => MeetingConnection, { description: "The meetings in reach, by day." })
  async meetings(
    @Ctx() context: Context,
    @Arg("from", () => LocalDateScalar, { nullable: true, description: "The first day." }) from: string | null,
    @Arg("to", () => LocalDateScalar, { nullable: true, description: "The last day." }) to: string | null,
    @Arg("latestFirst", () => Boolean, { defaultValue: false, description: "The latest day first." })
    latestFirst: boolean,
    @Arg("first", () => Int, { defaultValue: 50, description: "How many, 1-100." }) first: number,
    @Arg("after", () => String, { nullable: true, description: "The cursor to go on after." }) after: string | null,
  ): Promise<Connection<Meeting>> {
    return listMeetings(await context.work(), { from, to, latestFirst, first, after });
  }

  @Needs("MEETING_READ")
  @Query(() => Meeting, { description: "One meeting in reach." })
  async meeting(
    @Ctx() context: Context,
    @Arg("id", () => ID, { description: "The meeting." }) id: string,
  ): Promise<Meeting> {
    const found = await findMeeting(await context.work(), id);
    if (!found) throw new AppError("NOT_FOUND");
    return found;
  }

  @Needs("MEETING_WRITE")
  @Mutation(() => MeetingPayload, { description: "Makes a meeting of the own chapter, or changes one." })
  async saveMeeting(
    @Ctx() context: Context,
    @Arg("input", () => SaveMeetingInput, { description: "The form." }) input: SaveMeetingInput,
  ): Promise<MeetingPayload> {
    return once(
      context,
      "saveMeeting",
      input,
      async (work) => {
        const facts = checkInput(meetingRules(context.language, work.today), { ...input }, context.language);
        return saveMeeting(work, facts, context.language);
      },
      show,
    );
  }

  @Needs("MEETING_WRITE")
  @Mutation(() => MeetingPayload, { description: "Calls off a meeting of the own chapter." })
  async cancelMeeting(
    @Ctx() context: Context,
    @Arg("input", () => CancelMeetingInput, { description: "Which." }) input: CancelMeetingInput,
  ): Promise<MeetingPayload> {
    return once(context, "cancelMeeting", input, (work) => cancelMeeting(work, input, context.language), show);
  }
}
