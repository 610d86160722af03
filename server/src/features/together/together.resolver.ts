import { Arg, Ctx, ID, Mutation, Query, Resolver } from "type-graphql";
import { Needs } from "../../kernel/access/policy.js";
import type { Work } from "../../kernel/db/unit-of-work.js";
import { AppError } from "../../kernel/errors/app-error.js";
import type { Context } from "../../kernel/graphql/context.js";
import { once } from "../../kernel/mutation.js";
import type { Done } from "../../kernel/mutation.js";
import { readTogether } from "./read-together.js";
import {
  AssignTouchpointInput,
  CommentOnTouchpointInput,
  LookAtTouchpointInput,
  RemoveCommentInput,
} from "./together.inputs.js";
import { assignTouchpoint, commentOnTouchpoint, lookAtTouchpoint, removeComment } from "./together.service.js";
import { LookPayload, Together, TogetherPayload } from "./together.type.js";

/** Runs a use case once and answers with how the touchpoint is shared. */
const change = <I extends { key: string }>(
  context: Context,
  operation: string,
  input: I,
  act: (context: Context, work: Work, input: I) => Promise<Done>,
): Promise<TogetherPayload> =>
  once(
    context,
    operation,
    input,
    (work) => act(context, work, input),
    async (work, id) => ({ together: id ? await readTogether(work, id) : null }),
  );

@Resolver()
export class TogetherResolver {
  @Needs("TOUCHPOINT_READ")
  @Query(() => Together, { description: "How the own board shares a touchpoint. Nobody above the chapter reads it." })
  async together(
    @Ctx() context: Context,
    @Arg("touchpointId", () => ID, { description: "The touchpoint." }) touchpointId: string,
  ): Promise<Together> {
    const found = await readTogether(await context.work(), touchpointId);
    if (!found) throw new AppError("NOT_FOUND");
    return found;
  }

  @Needs("TOUCHPOINT_WRITE")
  @Mutation(() => TogetherPayload, { description: "Gives a touchpoint to one of the own board, or lets it go." })
  async assignTouchpoint(
    @Ctx() context: Context,
    @Arg("input", () => AssignTouchpointInput, { description: "Who takes it on." }) input: AssignTouchpointInput,
  ): Promise<TogetherPayload> {
    return change(context, "assignTouchpoint", input, assignTouchpoint);
  }

  @Needs("TOUCHPOINT_WRITE")
  @Mutation(() => TogetherPayload, { description: "Writes to the rest of the own board about a touchpoint." })
  async commentOnTouchpoint(
    @Ctx() context: Context,
    @Arg("input", () => CommentOnTouchpointInput, { description: "What to say." }) input: CommentOnTouchpointInput,
  ): Promise<TogetherPayload> {
    return change(context, "commentOnTouchpoint", input, commentOnTouchpoint);
  }

  @Needs("TOUCHPOINT_WRITE")
  @Mutation(() => TogetherPayload, { description: "Removes an own comment for good." })
  async removeComment(
    @Ctx() context: Context,
    @Arg("input", () => RemoveCommentInput, { description: "Which." }) input: RemoveCommentInput,
  ): Promise<TogetherPayload> {
    return change(context, "removeComment", input, removeComment);
  }

  @Needs("TOUCHPOINT_WRITE")
  @Mutation(() => LookPayload, { description: "Says to the own board that one has a touchpoint's page open." })
  async lookAtTouchpoint(
    @Ctx() context: Context,
    @Arg("input", () => LookAtTouchpointInput, { description: "Which page." }) input: LookAtTouchpointInput,
  ): Promise<LookPayload> {
    return { until: await lookAtTouchpoint(await context.work(), input), problems: [] };
  }
}
