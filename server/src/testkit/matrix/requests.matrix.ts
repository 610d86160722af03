import { randomUUID } from "node:crypto";
import { addDays } from "@varde/domain";
import { v7 as uuidv7 } from "uuid";
import { DUTY, touchpointSeed, WELCOME } from "../../features/touchpoints/touchpoints.testing.js";
import type { Placed } from "../../features/touchpoints/touchpoints.testing.js";
import type { MatrixLine, MatrixWorld } from "./line.js";

async function task(world: MatrixWorld, person: boolean, over: object = {}): Promise<Placed & { today: string }> {
  const place = await touchpointSeed(world.seed, world.federation);
  const template = await place.template(person ? WELCOME : DUTY);
  const member_id = person ? await place.member(world.federation.chapters.own) : null;
  return { ...(await place.touchpoint(template, { member_id, ...over })), today: place.today };
}

async function request(world: MatrixWorld, person: boolean, over: Record<string, unknown> = {}): Promise<string> {
  const { federation, seed } = world;
  const id = uuidv7();
  const about = await task(world, person, over["state"] === "ACCEPTED" ? { waived_at: new Date() } : {});
  await seed.rows("touchpoint_request", {
    organization_id: federation.organizationId,
    chapter_id: federation.chapters.own,
    id,
    touchpoint_id: about.id,
    template_id: about.templateId,
    version_id: about.versionId,
    about_member: person,
    kind: "WAIVER",
    reason: person ? "TWICE" : "NOT_FOR_US",
    asked_by: federation.board.seatId,
    // so long that national is asked too
    asked_at: new Date(Date.now() - 8 * 86_400_000),
    ...over,
  });
  return id;
}
const change = async (world: MatrixWorld, id: string, more: object = {}) => ({
  input: { key: randomUUID(), id, rev: 1, ...more },
});
const listed: MatrixLine["reached"] = (data, { id }) =>
  (data["requests"] as { nodes: { id: string }[] }).nodes.some((node) => node.id === id);
const LIST = `query { requests(first: 100) { nodes { id } } }`;
const mutation = (name: string, input: string) =>
  `mutation ($input: ${input}!) { ${name}(input: $input) { problems { code } } }`;

/** Who may answer: the region's coordinator and national, and nobody else of the organization or another. */
const DECIDERS = { none: "UNAUTHENTICATED", coordinator: "OK", editor: "OK", admin: "OK" } as const;
const OUT_OF_REACH = { farCoordinator: "NOT_FOUND", foreignAdmin: "NOT_FOUND" } as const;
const BOARD = {
  none: "UNAUTHENTICATED",
  leader: "OK",
  board: "OK",
  siblingLeader: "NOT_FOUND",
  foreignLeader: "NOT_FOUND",
} as const;

/** A board asks, those who look after it answer; what is about a member leaves the board as a line without a person. */
export const requestsMatrix: MatrixLine[] = [
  ...[false, true].map((person): MatrixLine => ({
    field: "requests",
    of: person ? "about a member" : "about a duty",
    document: LIST,
    arrange: async (world) => ({ id: await request(world, person) }),
    otherwise: "FORBIDDEN",
    except: { ...DECIDERS, ...OUT_OF_REACH },
    reached: listed,
  })),
  {
    field: "requestsWaiting",
    document: `query { requestsWaiting { duties aboutMembers } }`,
    arrange: async (world) => {
      await request(world, false);
      return {};
    },
    otherwise: "FORBIDDEN",
    except: { ...DECIDERS, ...OUT_OF_REACH },
    reached: (data) => (data["requestsWaiting"] as { duties: number }).duties > 0,
  },
  {
    field: "requestDesk",
    of: "a duty",
    document: `query ($id: ID!) { requestDesk(touchpointId: $id) { mayAsk } }`,
    arrange: async (world) => ({ id: (await task(world, false)).id }),
    otherwise: "FORBIDDEN",
    except: { ...BOARD, ...DECIDERS, ...OUT_OF_REACH },
  },
  {
    field: "requestDesk",
    of: "about a member",
    document: `query ($id: ID!) { requestDesk(touchpointId: $id) { mayAsk } }`,
    arrange: async (world) => ({ id: (await task(world, true)).id }),
    otherwise: "NOT_FOUND",
    except: { none: "UNAUTHENTICATED", expired: "FORBIDDEN", mentor: "FORBIDDEN", leader: "OK", board: "OK" },
  },
  {
    field: "askRequest",
    document: mutation("askRequest", "AskRequestInput"),
    arrange: async (world) => ({
      input: {
        key: randomUUID(),
        id: uuidv7(),
        touchpointId: (await task(world, false)).id,
        kind: "WAIVER",
        reason: "NOT_FOR_US",
      },
    }),
    otherwise: "FORBIDDEN",
    except: BOARD,
  },
  {
    field: "withdrawRequest",
    document: mutation("withdrawRequest", "WithdrawRequestInput"),
    arrange: async (world) => change(world, await request(world, true)),
    otherwise: "FORBIDDEN",
    except: BOARD,
  },
  ...[false, true].map((person): MatrixLine => ({
    field: "decideRequest",
    of: person ? "about a member" : "about a duty",
    document: mutation("decideRequest", "DecideRequestInput"),
    arrange: async (world) => change(world, await request(world, person), { accept: true }),
    otherwise: "FORBIDDEN",
    except: { ...DECIDERS, ...OUT_OF_REACH },
  })),
  {
    field: "undoDecision",
    document: mutation("undoDecision", "UndoDecisionInput"),
    arrange: async (world) =>
      change(
        world,
        await request(world, false, {
          state: "ACCEPTED",
          decided_at: new Date(),
          decided_by: world.federation.editor.seatId,
        }),
      ),
    otherwise: "FORBIDDEN",
    except: { ...DECIDERS, ...OUT_OF_REACH },
  },
  {
    field: "grantException",
    document: mutation("grantException", "GrantExceptionInput"),
    arrange: async (world) => {
      const { id, today } = await task(world, false);
      return change(world, id, { requestId: uuidv7(), until: addDays(today, 45), words: "Ta dere tid." });
    },
    otherwise: "FORBIDDEN",
    except: { ...DECIDERS, ...OUT_OF_REACH },
  },
  ...[false, true].map((person): MatrixLine => ({
    field: "returnReport",
    of: person ? "about a member" : "a duty's",
    document: mutation("returnReport", "ReturnReportInput"),
    arrange: async (world) => {
      const { id } = await task(world, person, { closed_at: new Date(), closed_by: world.federation.board.seatId });
      return change(world, id, { note: "Se på tallet en gang til." });
    },
    otherwise: "FORBIDDEN",
    except: person
      ? { none: "UNAUTHENTICATED", coordinator: "NOT_FOUND", editor: "NOT_FOUND", admin: "NOT_FOUND", ...OUT_OF_REACH }
      : { ...DECIDERS, ...OUT_OF_REACH },
  })),
];
