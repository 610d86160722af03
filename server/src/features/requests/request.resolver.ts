import { Arg, Ctx, ID, Int, Mutation, Query, Resolver } from "type-graphql";
import { Needs } from "../../kernel/access/policy.js";
import type { Work } from "../../kernel/db/unit-of-work.js";
import type { Context } from "../../kernel/graphql/context.js";
import type { Connection } from "../../kernel/graphql/output.js";
import { once } from "../../kernel/mutation.js";
import type { Done } from "../../kernel/mutation.js";
import { readTouchpoint, TouchpointPayload } from "../touchpoints/index.js";
import { decideRequest, grantException, returnReport, undoDecision } from "./decide-request.service.js";
import { countWaiting, findRequest, listRequests, readDesk } from "./read-requests.js";
import {
  AskRequestInput,
  DecideRequestInput,
  GrantExceptionInput,
  ReturnReportInput,
  UndoDecisionInput,
  WithdrawRequestInput,
} from "./request.inputs.js";
import { askRequest, withdrawRequest } from "./request.service.js";
import {
  RequestDesk,
  RequestKindEnum,
  RequestPayload,
  RequestsWaiting,
  TouchpointRequestConnection,
} from "./request.type.js";
import type { RequestKind, TouchpointRequest } from "./request.type.js";

type UseCase<I> = (context: Context, work: Work, input: I) => Promise<Done>;

/** Runs a use case once and answers with the request as it stands. */
function change<I extends { key: string }>(
  context: Context,
  operation: string,
  input: I,
  act: UseCase<I>,
): Promise<RequestPayload> {
  return once(
    context,
    operation,
    input,
    (work) => act(context, work, input),
    async (work, id) => ({ request: id ? await findRequest(context.installation, work, id) : null }),
  );
}

const INPUT = { description: "What to change." };

@Resolver()
export class RequestResolver {
  @Needs("WAIVER_DECIDE")
  @Query(() => TouchpointRequestConnection, {
    description:
      "What boards in reach ask: what waits, the oldest first, or what has been answered, the newest first. Of what is about a member only that it is asked, and why; never how many there are.",
  })
  async requests(
    @Ctx() context: Context,
    @Arg("waiting", () => Boolean, { defaultValue: true, description: "False: what has been answered." })
    waiting: boolean,
    @Arg("mine", () => Boolean, {
      defaultValue: false,
      description: "For national: only what no coordinator can answer, or has answered in seven days.",
    })
    mine: boolean,
    @Arg("chapterId", () => ID, { nullable: true, description: "Only of this chapter." }) chapterId: string | null,
    @Arg("kind", () => RequestKindEnum, { nullable: true, description: "Only of this kind." })
    kind: RequestKind | null,
    @Arg("first", () => Int, { defaultValue: 50, description: "How many, 1-100." }) first: number,
    @Arg("after", () => String, { nullable: true, description: "The cursor to go on after." }) after: string | null,
  ): Promise<Connection<TouchpointRequest>> {
    const page = { waiting, mine, chapterId: chapterId ?? null, kind: kind ?? null, first, after: after ?? null };
    return listRequests(context.installation, await context.work(), page);
  }

  @Needs("WAIVER_DECIDE")
  @Query(() => RequestsWaiting, { description: "What waits for the asker's answer." })
  async requestsWaiting(@Ctx() context: Context): Promise<RequestsWaiting> {
    return countWaiting(await context.work());
  }

  @Needs("TOUCHPOINT_READ", "WAIVER_DECIDE")
  @Query(() => RequestDesk, {
    description: "What has been asked about one touchpoint: of the own chapter any, above it a duty.",
  })
  async requestDesk(
    @Ctx() context: Context,
    @Arg("touchpointId", () => ID, { description: "The touchpoint." }) touchpointId: string,
  ): Promise<RequestDesk> {
    return readDesk(context.installation, await context.work(), touchpointId);
  }

  @Needs("TOUCHPOINT_WRITE")
  @Mutation(() => RequestPayload, { description: "Asks that a touchpoint does not apply, or for more time." })
  async askRequest(
    @Ctx() context: Context,
    @Arg("input", () => AskRequestInput, INPUT) input: AskRequestInput,
  ): Promise<RequestPayload> {
    return change(context, "askRequest", input, askRequest);
  }

  @Needs("TOUCHPOINT_WRITE")
  @Mutation(() => RequestPayload, { description: "Takes back a request that waits." })
  async withdrawRequest(
    @Ctx() context: Context,
    @Arg("input", () => WithdrawRequestInput, INPUT) input: WithdrawRequestInput,
  ): Promise<RequestPayload> {
    return change(context, "withdrawRequest", input, withdrawRequest);
  }

  @Needs("WAIVER_DECIDE")
  @Mutation(() => RequestPayload, { description: "Answers a request. Nobody answers a board they sit on." })
  async decideRequest(
    @Ctx() context: Context,
    @Arg("input", () => DecideRequestInput, INPUT) input: DecideRequestInput,
  ): Promise<RequestPayload> {
    return change(context, "decideRequest", input, decideRequest);
  }

  @Needs("WAIVER_DECIDE")
  @Mutation(() => RequestPayload, { description: "Takes an answer back within seven days." })
  async undoDecision(
    @Ctx() context: Context,
    @Arg("input", () => UndoDecisionInput, INPUT) input: UndoDecisionInput,
  ): Promise<RequestPayload> {
    return change(context, "undoDecision", input, undoDecision);
  }

  @Needs("WAIVER_DECIDE")
  @Mutation(() => RequestPayload, { description: "Gives more time for a duty, unasked." })
  async grantException(
    @Ctx() context: Context,
    @Arg("input", () => GrantExceptionInput, INPUT) input: GrantExceptionInput,
  ): Promise<RequestPayload> {
    return change(context, "grantException", input, grantException);
  }

  @Needs("WAIVER_DECIDE")
  @Mutation(() => TouchpointPayload, { description: "Sends a duty's report back to be corrected, or takes that back." })
  async returnReport(
    @Ctx() context: Context,
    @Arg("input", () => ReturnReportInput, INPUT) input: ReturnReportInput,
  ): Promise<TouchpointPayload> {
    return once(
      context,
      "returnReport",
      input,
      (work) => returnReport(context, work, input),
      async (work, id) => ({ detail: id ? await readTouchpoint(context, work, id) : null }),
    );
  }
}
