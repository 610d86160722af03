import { addDays } from "@varde/domain";
import { v7 as uuidv7 } from "uuid";
import { expect } from "vitest";
import { testDatabase } from "../../testkit/database.js";
import { openSeed, seedFederation } from "../../testkit/seed.js";
import type { SeededSeat } from "../../testkit/seed.js";
import { testServer } from "../../testkit/server.js";
import type { TestServer } from "../../testkit/server.js";
import { DUTY, touchpointSeed, WELCOME } from "../touchpoints/touchpoints.testing.js";

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

export type Desk = {
  mayAsk: string[];
  mayGrant: boolean;
  mayReturn: boolean;
  untilFrom: string | null;
  requests: Request[];
};
export const FIRST_NAME = "Fornavnlinn";
export const codes = ({ problems }: Answered): string[] => problems.map(({ code }) => code);

/** A federation with a duty and a welcome, and what boards do to it. */
export async function openRequests() {
  const database = await testDatabase();
  const seed = await openSeed(database);
  const world = await seedFederation(seed);
  const server = await testServer(database);
  const place = await touchpointSeed(seed, world);
  const [duty, welcome] = [await place.template(DUTY), await place.template(WELCOME)];
  const aDuty = (over: Record<string, unknown> = {}) => place.touchpoint(duty, over);
  async function aPerson(over: Record<string, unknown> = {}) {
    const member_id = await place.member(world.chapters.own, { first_name: FIRST_NAME });
    return place.touchpoint(welcome, { member_id, ...over });
  }
  async function asked(touchpointId: string, over: object = {}, seat = world.board) {
    const input = { id: uuidv7(), touchpointId, kind: "WAIVER", reason: "NOT_FOR_US", ...over };
    const answer = await send(server, seat, "askRequest", input);
    expect(answer.problems).toEqual([]);
    return { touchpointId, request: answer.request! };
  }
  return {
    seed,
    world,
    server,
    place,
    aDuty,
    aPerson,
    asked,
    waiver: async (over: object = {}) => asked((await aDuty()).id, over),
    days: (n: number) => addDays(place.today, n),
    codeOf: (seat: SeededSeat, name: RequestMutation, input: object) =>
      server.code(seat, requestMutation(name), { input: { key: uuidv7(), ...input } }),
    desk: async (seat: SeededSeat, id: string) =>
      (await server.ask<{ requestDesk: Desk }>(seat, DESK, { id })).requestDesk,
    async stored(id: string) {
      const { rows } = await seed.client.query<Record<string, unknown> & { rev: number }>(
        `select waived_at, exception_until::text, cancelled_because, returned_note, rev from app.touchpoint where id = $1`,
        [id],
      );
      return rows[0]!;
    },
    async close() {
      await server.stop();
      await seed.close();
      await database.drop();
    },
  };
}
