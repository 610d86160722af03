import { Arg, Ctx, ID, Mutation, Query, Resolver } from "type-graphql";
import { Needs, StepUp } from "../../kernel/access/policy.js";
import type { Work } from "../../kernel/db/unit-of-work.js";
import { AppError } from "../../kernel/errors/app-error.js";
import type { Context } from "../../kernel/graphql/context.js";
import { once } from "../../kernel/mutation.js";
import type { Done } from "../../kernel/mutation.js";
import { completeHandover } from "./complete-handover.js";
import { HandoverActionInput, SaveHandoverInput } from "./handover.inputs.js";
import { handoverPdf } from "./handover-pdf.js";
import { discardHandover, saveHandover, undoHandover } from "./handover.service.js";
import { FirstTask, HandoverFile, HandoverPayload, HandoverView } from "./handover.type.js";
import { findHandover, firstTasks, readHandover } from "./read-handover.js";
import type { Reading } from "./read-handover.js";

const WHICH = { description: "Which handover." };
const reading = ({ installation, language }: Context): Reading => ({ sealer: installation.sealer, language });

type Act = (work: Work, input: HandoverActionInput, reading: Reading) => Promise<Done>;
const acting = (context: Context, name: string, input: HandoverActionInput, act: Act) =>
  once(
    context,
    name,
    input,
    (work) => act(work, input, reading(context)),
    async (work, id) => ({ handover: id ? await findHandover(work, id, reading(context)) : null }),
  );

@Resolver()
export class HandoverResolver {
  @Needs("SEAT_GRANT_BOARD", "SEAT_GRANT")
  @Query(() => HandoverView, { description: "A chapter's handover: the board, what is open, and how far it has come." })
  async handover(
    @Ctx() context: Context,
    @Arg("chapterId", () => ID, { description: "The chapter." }) chapterId: string,
  ): Promise<HandoverView> {
    return readHandover(await context.work(), chapterId, reading(context));
  }

  @Needs("SEAT_GRANT_BOARD", "SEAT_GRANT")
  @Query(() => HandoverFile, {
    description: "One page for the meeting's folder: who leaves, who comes, and what waits as counts.",
  })
  async handoverFile(@Ctx() context: Context, @Arg("id", () => ID, WHICH) id: string): Promise<HandoverFile> {
    const file = await handoverPdf(await context.work(), id, reading(context));
    if (!file) throw new AppError("NOT_FOUND");
    return file;
  }

  @Needs("TOUCHPOINT_READ")
  @Query(() => [FirstTask], {
    description: "The tasks the seat acted in was given to begin with; empty when they are done or thirty days old.",
  })
  async firstTasks(@Ctx() context: Context): Promise<FirstTask[]> {
    return firstTasks(await context.work());
  }

  @Needs("SEAT_GRANT_BOARD", "SEAT_GRANT")
  @Mutation(() => HandoverPayload, { description: "Keeps a draft of a handover. Nothing happens by it." })
  async saveHandover(
    @Ctx() context: Context,
    @Arg("input", () => SaveHandoverInput, { description: "As far as it has come." }) input: SaveHandoverInput,
  ): Promise<HandoverPayload> {
    return once(
      context,
      "saveHandover",
      input,
      (work) => saveHandover(work, input, reading(context)),
      async (work, id) => ({ handover: id ? await findHandover(work, id, reading(context)) : null }),
    );
  }

  @Needs("SEAT_GRANT_BOARD", "SEAT_GRANT")
  @Mutation(() => HandoverPayload, { description: "Throws a draft away." })
  async discardHandover(
    @Ctx() context: Context,
    @Arg("input", () => HandoverActionInput, WHICH) input: HandoverActionInput,
  ): Promise<HandoverPayload> {
    return acting(context, "discardHandover", input, discardHandover);
  }

  @Needs("SEAT_GRANT_BOARD", "SEAT_GRANT")
  @StepUp()
  @Mutation(() => HandoverPayload, {
    description: "Carries a handover out, all of it or nothing: from the day of the annual meeting on.",
  })
  async completeHandover(
    @Ctx() context: Context,
    @Arg("input", () => HandoverActionInput, WHICH) input: HandoverActionInput,
  ): Promise<HandoverPayload> {
    return acting(context, "completeHandover", input, completeHandover);
  }

  @Needs("SEAT_GRANT_BOARD", "SEAT_GRANT")
  @StepUp()
  @Mutation(() => HandoverPayload, {
    description: "Takes a handover back within fourteen days: what was done by the new board stays.",
  })
  async undoHandover(
    @Ctx() context: Context,
    @Arg("input", () => HandoverActionInput, WHICH) input: HandoverActionInput,
  ): Promise<HandoverPayload> {
    return acting(context, "undoHandover", input, undoHandover);
  }
}
