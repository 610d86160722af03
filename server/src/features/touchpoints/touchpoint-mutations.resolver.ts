import type { GraphQLResolveInfo } from "graphql";
import { Arg, Ctx, Info, Mutation, Resolver } from "type-graphql";
import { Needs } from "../../kernel/access/policy.js";
import type { Work } from "../../kernel/db/unit-of-work.js";
import { asksFor, asksOnly } from "../../kernel/graphql/asks-for.js";
import type { Context } from "../../kernel/graphql/context.js";
import { once } from "../../kernel/mutation.js";
import type { Done } from "../../kernel/mutation.js";
import { closeEmpty, correctReport, reopenTouchpoint, takeBackNote } from "./change-report.service.js";
import { holdTouchpoint } from "./hold-touchpoint.js";
import { noteLastChance } from "./last-chance.service.js";
import { nextTouchpoint, touchpointAndNext } from "./next-touchpoint.service.js";
import { confirmPart } from "./parts.service.js";
import { readTouchpoint } from "./read-touchpoint.service.js";
import { startedBy, startTouchpoint } from "./start-touchpoint.service.js";
import { submitReport } from "./submit-report.service.js";
import { StartTouchpointPayload, TouchpointPayload } from "./touchpoint-detail.type.js";
import {
  ChooseMeetingInput,
  CloseEmptyInput,
  ConfirmPartInput,
  CorrectReportInput,
  NoteLastChanceInput,
  ReopenTouchpointInput,
  StartTouchpointInput,
  SubmitReportInput,
  TakeBackNoteInput,
  TickStepInput,
} from "./touchpoint.inputs.js";
import { chooseMeeting, tickStep } from "./work-on-touchpoint.service.js";

type UseCase<I, H = undefined> = (context: Context, work: Work, input: I, held: H) => Promise<Done>;

/** The touchpoint as it stands, and what to go on with when that is asked for; all of it is read only for who asked for more than a row shows. */
async function stands(context: Context, work: Work, id: string, info?: GraphQLResolveInfo) {
  const { installation } = context;
  const asked = info && asksFor(info, "next");
  if (asked && asksOnly(info, "detail", "touchpoint")) {
    const { touchpoint, next } = await touchpointAndNext(installation, work, id);
    return touchpoint ? { detail: { touchpoint }, next } : { detail: null };
  }
  const [detail, next] = await Promise.all([
    readTouchpoint(context, work, id),
    asked ? nextTouchpoint(installation, work, id) : null,
  ]);
  return detail && asked ? { detail, next } : { detail };
}

/** Runs a use case once and answers with the touchpoint as it stands. */
function change<I extends { key: string; id: string }, H = undefined>(
  context: Context,
  operation: string,
  input: I,
  act: UseCase<I, H>,
  info?: GraphQLResolveInfo,
  hold?: (work: Work) => Promise<H>,
): Promise<TouchpointPayload> {
  return once(
    context,
    operation,
    input,
    (work, held: H) => act(context, work, input, held),
    async (work, id) => (id ? stands(context, work, id, info) : { detail: null }),
    input.id,
    hold,
  );
}

const INPUT = { description: "What to change." };

@Resolver()
export class TouchpointMutationsResolver {
  @Needs("TOUCHPOINT_WRITE", "ROLLOUT")
  @Mutation(() => StartTouchpointPayload, { description: "Starts a template that is started by hand." })
  async startTouchpoint(
    @Ctx() context: Context,
    @Arg("input", () => StartTouchpointInput, INPUT) input: StartTouchpointInput,
  ): Promise<StartTouchpointPayload> {
    return once(
      context,
      "startTouchpoint",
      input,
      (work) => startTouchpoint(context, work, input),
      async (work, id) => {
        const touchpointIds = id ? await startedBy(work, input) : [];
        return { created: touchpointIds.length, touchpointIds };
      },
    );
  }

  @Needs("TOUCHPOINT_WRITE")
  @Mutation(() => TouchpointPayload, { description: "Ticks or unticks a step." })
  async tickStep(
    @Ctx() context: Context,
    @Arg("input", () => TickStepInput, INPUT) input: TickStepInput,
  ): Promise<TouchpointPayload> {
    return change(context, "tickStep", input, tickStep);
  }

  @Needs("TOUCHPOINT_WRITE")
  @Mutation(() => TouchpointPayload, { description: "Chooses the meeting that fills messages and report." })
  async chooseMeeting(
    @Ctx() context: Context,
    @Arg("input", () => ChooseMeetingInput, INPUT) input: ChooseMeetingInput,
  ): Promise<TouchpointPayload> {
    return change(context, "chooseMeeting", input, chooseMeeting);
  }

  @Needs("TOUCHPOINT_WRITE")
  @Mutation(() => TouchpointPayload, { description: "Sends the report, or notes what came of a contact." })
  async submitReport(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg("input", () => SubmitReportInput, INPUT) input: SubmitReportInput,
  ): Promise<TouchpointPayload> {
    return change(context, "submitReport", input, submitReport, info, (work) =>
      holdTouchpoint(context, work, input.id),
    );
  }

  @Needs("TOUCHPOINT_WRITE")
  @Mutation(() => TouchpointPayload, { description: "Corrects a sent report until it locks." })
  async correctReport(
    @Ctx() context: Context,
    @Arg("input", () => CorrectReportInput, INPUT) input: CorrectReportInput,
  ): Promise<TouchpointPayload> {
    return change(context, "correctReport", input, correctReport);
  }

  @Needs("TOUCHPOINT_WRITE")
  @Mutation(() => TouchpointPayload, {
    description: "Notes that a member was contacted after the time was out. It stays missed.",
  })
  async noteLastChance(
    @Ctx() context: Context,
    @Arg("input", () => NoteLastChanceInput, INPUT) input: NoteLastChanceInput,
  ): Promise<TouchpointPayload> {
    return change(context, "noteLastChance", input, noteLastChance);
  }

  @Needs("TOUCHPOINT_WRITE")
  @Mutation(() => TouchpointPayload, { description: "Closes a period in which there was nothing to do." })
  async closeEmpty(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg("input", () => CloseEmptyInput, INPUT) input: CloseEmptyInput,
  ): Promise<TouchpointPayload> {
    return change(context, "closeEmpty", input, closeEmpty, info);
  }

  @Needs("TOUCHPOINT_WRITE")
  @Mutation(() => TouchpointPayload, {
    description:
      "Confirms one's own part of what each board member does, or takes it back within ten minutes. The last one closes it.",
  })
  async confirmPart(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg("input", () => ConfirmPartInput, INPUT) input: ConfirmPartInput,
  ): Promise<TouchpointPayload> {
    return change(context, "confirmPart", input, confirmPart, info);
  }

  @Needs("TOUCHPOINT_WRITE")
  @Mutation(() => TouchpointPayload, {
    description: "Takes back an own note that nobody answered, or that it was put off, within ten minutes.",
  })
  async takeBackNote(
    @Ctx() context: Context,
    @Arg("input", () => TakeBackNoteInput, INPUT) input: TakeBackNoteInput,
  ): Promise<TouchpointPayload> {
    return change(context, "takeBackNote", input, takeBackNote);
  }

  @Needs("TOUCHPOINT_WRITE")
  @Mutation(() => TouchpointPayload, { description: "Undoes an own closing within ten minutes." })
  async reopenTouchpoint(
    @Ctx() context: Context,
    @Arg("input", () => ReopenTouchpointInput, INPUT) input: ReopenTouchpointInput,
  ): Promise<TouchpointPayload> {
    return change(context, "reopenTouchpoint", input, reopenTouchpoint);
  }
}
