import { randomUUID } from "node:crypto";
import { emptyDefinition } from "@varde/domain";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { hashSecret } from "../../kernel/crypto/sealer.js";
import { testDatabase } from "../../testkit/database.js";
import type { TestDatabase } from "../../testkit/database.js";
import { openSeed, seedFederation } from "../../testkit/seed.js";
import type { Federation, Seed, SeededSeat } from "../../testkit/seed.js";
import { testServer } from "../../testkit/server.js";
import type { TestServer } from "../../testkit/server.js";

let database: TestDatabase, seed: Seed, world: Federation, server: TestServer, templateId: string;

const PRACTICE = "id chapterName text state reason mayDecide mayWithdraw rev templateName { nb }";
type Practice = {
  id: string;
  chapterName: string;
  text: string;
  state: string;
  reason: string | null;
  mayDecide: boolean;
  mayWithdraw: boolean;
  rev: number;
  templateName: { nb: string };
};
type Payload = { practice: Practice | null; problems: { code: string; path: string[]; message: string }[] };
type Name = "suggestPractice" | "decidePractice" | "withdrawPractice";
const documentOf = (name: Name) =>
  `mutation ($input: ${name[0]!.toUpperCase()}${name.slice(1)}Input!) { ${name}(input: $input) { practice { ${PRACTICE} } problems { code path message } } }`;
const TEXT = "Vi ringte alle uka før, og halvparten kom.";

async function template(organizationId: string, state = "PUBLISHED"): Promise<string> {
  const id = randomUUID();
  await seed.rows("touchpoint_template", { organization_id: organizationId, id, key: `t${seed.unique()}` });
  await seed.rows("template_version", {
    organization_id: organizationId,
    id: randomUUID(),
    template_id: id,
    state,
    definition: emptyDefinition("Sommertreff"),
    about_member: false,
    published_at: state === "DRAFT" ? null : new Date(),
  });
  return id;
}

beforeAll(async () => {
  database = await testDatabase();
  seed = await openSeed(database);
  world = await seedFederation(seed);
  server = await testServer(database);
});
afterAll(async () => {
  await server.stop();
  await seed.close();
  await database.drop();
});

async function mutate(seat: SeededSeat, name: Name, input: object): Promise<Payload> {
  const data = await server.ask<Record<Name, Payload>>(seat, documentOf(name), {
    input: { key: randomUUID(), ...input },
  });
  return data[name];
}
const code = (seat: SeededSeat, name: Name, input: object) =>
  server.code(seat, documentOf(name), { input: { key: randomUUID(), ...input } });
const codes = (payload: Payload) => payload.problems.map((problem) => problem.code);

/** a template of its own each time: a chapter has room for three that wait */
async function suggest(seat = world.board, text = TEXT): Promise<Practice> {
  await seed.client.query(
    "update app.practice set state = 'WITHDRAWN', decided_at = now(), decided_by = written_by where state = 'SUGGESTED'",
  );
  templateId = await template(world.organizationId);
  const made = await mutate(seat, "suggestPractice", { id: randomUUID(), templateId, text });
  expect(made.problems).toEqual([]);
  return made.practice!;
}
async function shown(): Promise<Practice> {
  const { id, rev } = await suggest();
  return (await mutate(world.editor, "decidePractice", { id, rev, show: true })).practice!;
}
async function seen(seat: SeededSeat, of = templateId): Promise<Practice[]> {
  const document = `query ($templateId: ID) { practices(templateId: $templateId) { nodes { ${PRACTICE} } } }`;
  return (await server.ask<{ practices: { nodes: Practice[] } }>(seat, document, { templateId: of })).practices.nodes;
}

describe("suggesting", () => {
  test("is for the own chapter and national to read until it is shown", async () => {
    const made = await suggest();
    expect(made).toMatchObject({ text: TEXT, state: "SUGGESTED", templateName: { nb: "Sommertreff" }, rev: 1 });
    for (const seat of [world.leader, world.board, world.editor, world.admin])
      expect((await seen(seat)).map(({ id }) => id)).toEqual([made.id]);
    for (const seat of [world.mentor, world.coordinator, world.siblingLeader, world.foreignAdmin, world.foreignLeader])
      expect(await seen(seat)).toEqual([]);
    expect((await seen(world.editor))[0]).toMatchObject({ mayDecide: true, mayWithdraw: false });
    expect((await seen(world.leader))[0]).toMatchObject({ mayDecide: false, mayWithdraw: true });
  });

  test.each([
    ["nothing", "   "],
    ["too little", "Vi ringte."],
    ["too much", "x".repeat(601)],
    ["a national identity number", `Ring ${testSeriesId()}, hun svarer alltid om kvelden.`],
  ])("refuses %s", async (_what, text) => {
    const { id } = await suggest();
    const refused = await mutate(world.board, "suggestPractice", { id: randomUUID(), templateId, text });
    expect(refused.problems.map((problem) => [problem.code, problem.path])).toEqual([["INVALID", ["text"]]]);
    expect((await seen(world.board)).map((one) => one.id)).toEqual([id]);
  });

  test("refuses to name a member of the chapter, and no one else's", async () => {
    const { id } = await suggest();
    const member = { organization_id: world.organizationId, joined_on: "2026-01-01", joined_chapter_on: "2026-01-01" };
    await seed.rows("member", {
      ...member,
      chapter_id: world.chapters.own,
      id: randomUUID(),
      first_name: "Sara Liv",
      last_name: "Fjell-Hansen",
    });
    await seed.rows("member", { ...member, chapter_id: world.chapters.sibling, id: randomUUID(), first_name: "Embla" });
    const write = (text: string) => mutate(world.board, "suggestPractice", { id: randomUUID(), templateId, text });
    for (const name of ["Sara", "Liv", "Fjell-Hansen"]) {
      const { problems } = await write(`Vi møtte ${name} ved døra før treffet.`);
      expect(problems).toEqual([
        { code: "INVALID", path: ["text"], message: expect.stringContaining(`«${name}»`) as string },
      ]);
    }
    expect((await seen(world.board)).map((one) => one.id)).toEqual([id]);
    expect(codes(await write("Det ble mer liv da Embla ringte, sa de andre."))).toEqual([]);
  });

  test("the same key twice and at once makes one, another's id is refused, and three wait at most", async () => {
    await suggest();
    const input = { key: randomUUID(), id: randomUUID(), templateId, text: TEXT };
    const twins = await Promise.all([1, 2, 3].map(() => mutate(world.board, "suggestPractice", input)));
    expect(twins.flatMap(codes)).toEqual([]);
    expect(await seen(world.board)).toHaveLength(2);
    expect(codes(await mutate(world.leader, "suggestPractice", { id: input.id, templateId, text: TEXT }))).toEqual([
      "CONFLICT",
    ]);
    const more = await Promise.all(
      [world.leader, world.board, world.leader].map((seat) =>
        mutate(seat, "suggestPractice", { id: randomUUID(), templateId, text: TEXT }),
      ),
    );
    expect(more.flatMap(codes)).toEqual(["INVALID", "INVALID"]);
    expect(await seen(world.board)).toHaveLength(3);
  });

  test("is about a template of the organization that chapters know", async () => {
    const of = (id: string) => code(world.board, "suggestPractice", { id: randomUUID(), templateId: id, text: TEXT });
    expect(await of(await template(world.organizationId, "DRAFT"))).toBe("NOT_FOUND");
    expect(await of(await template(world.foreignOrganizationId))).toBe("NOT_FOUND");
    expect(await of(randomUUID())).toBe("NOT_FOUND");
    expect(await of("no-uuid")).toBe("NOT_FOUND");
    for (const seat of [world.editor, world.coordinator, world.mentor, world.expired])
      expect(await code(seat, "suggestPractice", { id: randomUUID(), templateId, text: TEXT })).toBe("FORBIDDEN");
  });
});

/** a number of the series for tests, with its check digits: computed, so that none stands in the code */
function testSeriesId(): string {
  const weights = [
    [3, 7, 6, 1, 8, 9, 4, 5, 2],
    [5, 4, 3, 2, 7, 6, 5, 4, 3, 2],
  ];
  for (let n = 100; ; n += 1) {
    let digits = `018199${n}`;
    for (const row of weights)
      digits += String((11 - (row.reduce((sum, w, i) => sum + w * Number(digits[i]), 0) % 11)) % 11);
    if (digits.length === 11) return digits;
  }
}

describe("deciding", () => {
  test("shown, the whole organization reads it and nobody else", async () => {
    const card = await shown();
    for (const seat of [world.mentor, world.coordinator, world.farCoordinator, world.siblingLeader, world.board])
      expect((await seen(seat)).map(({ id, state }) => [id, state])).toEqual([[card.id, "SHOWN"]]);
    for (const seat of [world.foreignAdmin, world.foreignLeader]) expect(await seen(seat)).toEqual([]);
    expect((await seen(world.siblingLeader))[0]).toMatchObject({ mayWithdraw: false, mayDecide: false });
  });

  test("declined, the chapter reads why; a reason is needed", async () => {
    const { id, rev } = await suggest();
    const bare = await mutate(world.admin, "decidePractice", { id, rev, show: false, reason: " " });
    expect(bare).toMatchObject({ practice: { state: "SUGGESTED" }, problems: [{ code: "INVALID", path: ["reason"] }] });
    await mutate(world.admin, "decidePractice", { id, rev, show: false, reason: "Navnet på en person står der." });
    expect((await seen(world.board))[0]).toMatchObject({ state: "DECLINED", reason: "Navnet på en person står der." });
    expect(await seen(world.siblingLeader)).toEqual([]);
    const again = await mutate(world.editor, "decidePractice", { id, rev: 2, show: true });
    expect(codes(again)).toEqual(["LOCKED"]);
  });

  test("two at once decide once, and a stale one sees how it stands", async () => {
    const { id, rev } = await suggest();
    const both = await Promise.all([
      mutate(world.editor, "decidePractice", { id, rev, show: true }),
      mutate(world.admin, "decidePractice", { id, rev, show: false, reason: "Nei." }),
    ]);
    expect(both.flatMap(codes)).toEqual(["CONFLICT"]);
    const states = new Set(both.map(({ practice }) => practice!.state));
    expect(states.size).toBe(1);
  });

  test("is not for chapters, nor for another organization", async () => {
    const { id, rev } = await suggest();
    for (const seat of [world.leader, world.coordinator, world.mentor])
      expect(await code(seat, "decidePractice", { id, rev, show: true })).toBe("FORBIDDEN");
    expect(await code(world.foreignAdmin, "decidePractice", { id, rev, show: true })).toBe("NOT_FOUND");
    expect((await seen(world.board))[0]).toMatchObject({ state: "SUGGESTED", rev: 1 });
  });
});

describe("withdrawing", () => {
  test("the chapter takes its own away, shown or waiting, and others no longer read it", async () => {
    const waiting = await suggest();
    await mutate(world.leader, "withdrawPractice", { id: waiting.id, rev: 1 });
    expect((await seen(world.board))[0]).toMatchObject({ state: "WITHDRAWN" });
    const card = await shown();
    expect(await code(world.siblingLeader, "withdrawPractice", { id: card.id, rev: card.rev })).toBe("NOT_FOUND");
    expect(await code(world.foreignAdmin, "withdrawPractice", { id: card.id, rev: card.rev })).toBe("NOT_FOUND");
    await mutate(world.board, "withdrawPractice", { id: card.id, rev: card.rev });
    expect(await seen(world.siblingLeader)).toEqual([]);
    expect(codes(await mutate(world.board, "withdrawPractice", { id: card.id, rev: card.rev + 1 }))).toEqual([
      "LOCKED",
    ]);
  });

  test("national takes away what is shown, and answers what waits", async () => {
    const waiting = await suggest();
    expect(codes(await mutate(world.editor, "withdrawPractice", { id: waiting.id, rev: 1 }))).toEqual(["LOCKED"]);
    const card = await shown();
    const gone = await mutate(world.editor, "withdrawPractice", { id: card.id, rev: card.rev, reason: "Utdatert." });
    expect(gone.practice).toMatchObject({ state: "WITHDRAWN", reason: "Utdatert." });
    const stale = await mutate(world.admin, "withdrawPractice", { id: card.id, rev: card.rev });
    expect(codes(stale)).toEqual(["CONFLICT"]);
  });

  test("each step is in the trail, without the text", async () => {
    const card = await shown();
    await mutate(world.leader, "withdrawPractice", { id: card.id, rev: card.rev });
    const { rows } = await seed.client.query<{ action: string; chapter_id: string; detail: object }>(
      "select action, chapter_id, detail from app.audit where subject_id = $1 order by id",
      [card.id],
    );
    expect(rows.map(({ action }) => action)).toEqual(["PRACTICE_SUGGESTED", "PRACTICE_SHOWN", "PRACTICE_WITHDRAWN"]);
    expect(
      rows.every(({ chapter_id, detail }) => chapter_id === world.chapters.own && JSON.stringify(detail) === "{}"),
    ).toBe(true);
  });
});

describe("in the database itself", () => {
  async function as<T>(seat: SeededSeat, act: () => Promise<T>): Promise<T> {
    const session = hashSecret(seat.secret).toString("hex");
    await seed.client.query(`begin; set local role ${database.rolePrefix}_app; set local app.session = '${session}'`);
    try {
      return await act();
    } finally {
      await seed.client.query("rollback");
    }
  }
  const changed = (sql: string, id: string) => async () => (await seed.client.query(sql, [id])).rowCount;

  test("a chapter cannot show its own, nor another's be touched, nor a text be changed", async () => {
    const { id } = await suggest();
    const show =
      "update app.practice set state = 'SHOWN', decided_by = authz.seat_id(), decided_at = now() where id = $1";
    await expect(as(world.leader, changed(show, id))).rejects.toThrow("row-level security");
    await expect(as(world.siblingLeader, changed(show, id))).resolves.toBe(0);
    await expect(as(world.foreignAdmin, changed(show, id))).resolves.toBe(0);
    await expect(as(world.coordinator, changed(show, id))).resolves.toBe(0);
    await expect(
      as(world.admin, changed("update app.practice set text = 'Noe helt annet' where id = $1", id)),
    ).rejects.toThrow("permission denied");
    await expect(as(world.admin, changed("delete from app.practice where id = $1", id))).rejects.toThrow(
      "permission denied",
    );
  });

  test("who may read is found by an index, not row by row", async () => {
    await seed.client.query(
      `insert into app.practice (organization_id, chapter_id, id, template_id, text, written_by, state, decided_at, decided_by)
       select $1, $2, gen_random_uuid(), $3, 'Vi ringte alle.', $4, 'WITHDRAWN', now(), $4 from generate_series(1, 20000)`,
      [world.organizationId, world.chapters.far, templateId, world.editor.seatId],
    );
    await seed.client.query("analyze app.practice");
    const plan = async (seat: SeededSeat) =>
      as(seat, async () => {
        const { rows } = await seed.client.query<{ "QUERY PLAN": string }>(
          `explain select * from app.practice where organization_id = '${world.organizationId}'`,
        );
        return rows.map((row) => row["QUERY PLAN"]).join("\n");
      });
    expect(await plan(world.board)).not.toContain("Seq Scan");
    expect(await plan(world.admin)).not.toContain("Seq Scan");
  });

  test("what is decided stays decided", async () => {
    const card = await shown();
    const back = "update app.practice set state = 'DECLINED', reason = 'x', decided_by = authz.seat_id() where id = $1";
    await expect(as(world.admin, changed(back, card.id))).rejects.toThrow("does not go from SHOWN");
  });
});
