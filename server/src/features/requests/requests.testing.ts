import { v7 as uuidv7 } from "uuid";
import type { SeededSeat } from "../../testkit/seed.js";
import type { TestServer } from "../../testkit/server.js";

export const REQUEST = `id touchpointId aboutMember kind state reason words wantedDays askedByName answerCode answer untilOn untilFrom dueOn decidedByName
  chapterId chapterName templateName { nb } mayDecide mayUndo mayWithdraw ownBoard unattended waitsLong rev`;
export type Request = {
  id: string;
  touchpointId: string | null;
  aboutMember: boolean;
  kind: string;
  state: string;
  reason: string;
  words: string | null;
  wantedDays: number | null;
  askedByName: string | null;
  answerCode: string | null;
  answer: string | null;
  untilOn: string | null;
  untilFrom: string | null;
  dueOn: string | null;
  decidedByName: string | null;
  mayDecide: boolean;
  mayUndo: boolean;
  mayWithdraw: boolean;
  ownBoard: boolean;
  unattended: boolean;
  waitsLong: boolean;
  rev: number;
};
export type Answered = { request: Request | null; problems: { code: string; path: string[]; message: string }[] };

const INPUTS = {
  askRequest: "AskRequestInput",
  withdrawRequest: "WithdrawRequestInput",
  decideRequest: "DecideRequestInput",
  undoDecision: "UndoDecisionInput",
  grantException: "GrantExceptionInput",
} as const;
export type RequestMutation = keyof typeof INPUTS;

export const requestMutation = (name: RequestMutation): string =>
  `mutation ($input: ${INPUTS[name]}!) { ${name}(input: $input) { request { ${REQUEST} } problems { code path message } } }`;
export const RETURN = `mutation ($input: ReturnReportInput!) { returnReport(input: $input) { detail { touchpoint { id rev returnedAt returnedNote canCorrect { allowed until } } } problems { code path message } } }`;
export const DESK = `query ($id: ID!) { requestDesk(touchpointId: $id) { mayAsk mayGrant mayReturn untilFrom requests { ${REQUEST} } } }`;
export const LIST = `query ($waiting: Boolean! = true, $mine: Boolean! = false, $chapterId: ID, $kind: RequestKind, $first: Int! = 100, $after: String) {
  requests(waiting: $waiting, mine: $mine, chapterId: $chapterId, kind: $kind, first: $first, after: $after) { totalCount nodes { ${REQUEST} } pageInfo { hasNextPage endCursor } } }`;

/** A mutation with a fresh key, as a seat. */
export async function send(
  server: TestServer,
  seat: SeededSeat,
  name: RequestMutation,
  input: object,
): Promise<Answered> {
  const data = await server.ask<Record<string, Answered>>(seat, requestMutation(name), {
    input: { key: uuidv7(), ...input },
  });
  return data[name]!;
}

export async function listed(server: TestServer, seat: SeededSeat, variables: object = {}): Promise<Request[]> {
  const data = await server.ask<{ requests: { nodes: Request[] } }>(seat, LIST, { ...variables });
  return data.requests.nodes;
}
