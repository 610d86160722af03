import { Arg, Ctx, ID, Mutation, Query, Resolver } from "type-graphql";
import { Needs, StepUp } from "../../kernel/access/policy.js";
import { AppError } from "../../kernel/errors/app-error.js";
import type { Context } from "../../kernel/graphql/context.js";
import { once } from "../../kernel/mutation.js";
import { SaveAnnualKitInput, TakeVotingListInput } from "./annual-meeting.inputs.js";
import {
  AnnualFileEnum,
  AnnualFormatEnum,
  AnnualKit,
  AnnualKitPayload,
  AnnualMeetingFile,
  TakeVotingListPayload,
} from "./annual-meeting.type.js";
import type { AnnualFile, AnnualFormat } from "./annual-meeting.type.js";
import { annualFile } from "./annual-file.js";
import { findKit, saveKit } from "./kit.service.js";
import { takeVotingList, votingList } from "./voting-list.js";

const MEETING = { description: "The annual meeting." };

@Resolver()
export class AnnualMeetingResolver {
  @Needs("MEETING_WRITE")
  @Query(() => AnnualKit, { description: "What the own board has for an annual meeting." })
  async annualKit(@Ctx() context: Context, @Arg("id", () => ID, MEETING) id: string): Promise<AnnualKit> {
    const kit = await findKit(await context.work(), id, context.language);
    if (!kit) throw new AppError("NOT_FOUND");
    return kit;
  }

  @Needs("MEETING_WRITE")
  @Mutation(() => AnnualKitPayload, { description: "Writes the notice, the agenda and which papers are ready." })
  async saveAnnualKit(
    @Ctx() context: Context,
    @Arg("input", () => SaveAnnualKitInput, { description: "What was written." }) input: SaveAnnualKitInput,
  ): Promise<AnnualKitPayload> {
    return once(
      context,
      "saveAnnualKit",
      input,
      (work) => saveKit(work, input, context.language),
      async (work, id) => ({ kit: id === null ? null : await findKit(work, id, context.language) }),
    );
  }

  @Needs("MEMBER_READ")
  @StepUp()
  @Mutation(() => TakeVotingListPayload, {
    description:
      "Who of the own chapter may vote, as a PDF to sign on. It counts as reading members, and that it was taken out is written in the trail.",
  })
  async takeVotingList(
    @Ctx() context: Context,
    @Arg("input", () => TakeVotingListInput, { description: "Of which meeting." }) input: TakeVotingListInput,
  ): Promise<TakeVotingListPayload> {
    let file: AnnualMeetingFile | null = null;
    return once(
      context,
      "takeVotingList",
      input,
      async (work) => {
        file = await takeVotingList(work, input.id, context.language);
        return { id: input.id };
      },
      // a retry reads it again, and is not written down again
      async (work, id) => ({ list: id ? (file ?? (await votingList(work, id, context.language)).file) : null }),
    );
  }

  @Needs("MEETING_WRITE")
  @Query(() => AnnualMeetingFile, { description: "A paper of the annual meeting, from what the board has written." })
  async annualMeetingFile(
    @Ctx() context: Context,
    @Arg("id", () => ID, MEETING) id: string,
    @Arg("paper", () => AnnualFileEnum, { description: "Which." }) paper: AnnualFile,
    @Arg("format", () => AnnualFormatEnum, { description: "Which kind of file." }) format: AnnualFormat,
  ): Promise<AnnualMeetingFile> {
    return annualFile(await context.work(), id, { paper, format }, context.language);
  }
}
