import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { testDatabase } from "../../testkit/database.js";
import type { TestDatabase } from "../../testkit/database.js";
import { openSeed, seedFederation } from "../../testkit/seed.js";
import type { Federation, Seed, SeededSeat } from "../../testkit/seed.js";
import { testServer } from "../../testkit/server.js";
import type { TestServer } from "../../testkit/server.js";

let database: TestDatabase, seed: Seed, federation: Federation, server: TestServer;

const TRAIL = `query ($first: Int! = 50, $after: String) {
  auditTrail(first: $first, after: $after) {
    nodes { id actorName action chapterName templateName { nb } detail } pageInfo { hasNextPage endCursor }
  }
}`;
type Trail = {
  auditTrail: {
    nodes: {
      id: string;
      actorName: string | null;
      action: string;
      templateName: { nb: string } | null;
      detail: string | null;
    }[];
    pageInfo: { hasNextPage: boolean; endCursor: string };
  };
};

async function line(action: string, over: Record<string, unknown> = {}) {
  await seed.rows("audit", {
    organization_id: federation.organizationId,
    action,
    subject_type: "Seat",
    actor_seat_id: federation.admin.seatId,
    ...over,
  });
}

beforeAll(async () => {
  database = await testDatabase();
  seed = await openSeed(database);
  federation = await seedFederation(seed);
  server = await testServer(database);
  await line("ROLLED_OUT", { detail: { chapters: 3 } });
  await line("SEAT_ENDED", { chapter_id: federation.chapters.own, actor_seat_id: federation.leader.seatId });
  await line("SEAT_ENDED", { chapter_id: federation.chapters.far, actor_seat_id: null });
  await line("REGION_CREATED", { organization_id: federation.foreignOrganizationId, actor_seat_id: null });
});
afterAll(async () => {
  await server.stop();
  await seed.close();
  await database.drop();
});

const ask = async (seat: SeededSeat, variables: object = {}) =>
  (await server.ask<Trail>(seat, TRAIL, variables)).auditTrail;

describe("the trail", () => {
  test("says which template it was, as it is called now", async () => {
    const [id, foreign] = [randomUUID(), randomUUID()];
    for (const [organization_id, template_id, nb] of [
      [federation.organizationId, id, "Sommertreff"],
      [federation.foreignOrganizationId, foreign, "Andres"],
    ] as const) {
      await seed.rows("touchpoint_template", { organization_id, id: template_id, key: "named" });
      const own = { organization_id, template_id, about_member: false };
      const published = { state: "PUBLISHED", published_at: new Date(), definition: { name: { nb } } };
      await seed.rows("template_version", { ...own, ...published, id: randomUUID() });
      const draft = { state: "DRAFT", minor: 1, definition: { name: { nb: "Et utkast" } } };
      await seed.rows("template_version", { ...own, ...draft, id: randomUUID() });
    }
    for (const subject_id of [id, foreign, randomUUID()])
      await line("ROLLED_OUT", { subject_type: "TouchpointTemplate", subject_id });
    const { nodes } = await ask(federation.admin, { first: 3 });
    expect(nodes.map(({ templateName }) => templateName?.nb ?? null)).toEqual([null, null, "Sommertreff"]);
    await seed.client.query("delete from app.audit where subject_type = 'TouchpointTemplate'");
  });

  test("is the organization's, newest first, page by page", async () => {
    const { nodes } = await ask(federation.admin);
    expect(nodes.map((node) => node.action)).toEqual(["SEAT_ENDED", "SEAT_ENDED", "ROLLED_OUT"]);
    expect(nodes.map((node) => node.actorName === null)).toEqual([true, false, false]);
    expect(nodes[2]!.detail).toBe('{"chapters":3}');
    const first = await ask(federation.admin, { first: 2 });
    const rest = await ask(federation.admin, { first: 2, after: first.pageInfo.endCursor });
    expect([...first.nodes, ...rest.nodes]).toEqual(nodes);
    expect([first.pageInfo.hasNextPage, rest.pageInfo.hasNextPage]).toEqual([true, false]);
  });

  test("shows a leader the lines of the own chapter, and others nothing", async () => {
    expect((await ask(federation.leader)).nodes).toHaveLength(1);
    expect((await ask(federation.foreignAdmin)).nodes.map((node) => node.action)).toEqual(["REGION_CREATED"]);
    for (const seat of [federation.board, federation.mentor, federation.coordinator, federation.editor]) {
      expect(await server.code(seat, TRAIL)).toBe("FORBIDDEN");
    }
    expect(await server.code(null, TRAIL)).toBe("UNAUTHENTICATED");
    expect(await server.code(federation.admin, TRAIL, { after: "bm90IG91cnM" })).toBe("BAD_REQUEST");
  });

  test.each([
    "select * from app.audit",
    "update app.audit set action = 'NOTHING'",
    "delete from app.audit",
    "truncate app.audit",
  ])("cannot be touched by the role that answers requests: %s", async (sql) => {
    await seed.client.query(`set role ${database.rolePrefix}_app`);
    try {
      await expect(seed.client.query(sql)).rejects.toMatchObject({ code: "42501" });
    } finally {
      await seed.client.query("reset role");
    }
  });
});
