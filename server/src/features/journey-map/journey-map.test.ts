import { addDays, emptyDefinition, osloDate, STAGES } from "@varde/domain";
import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { testDatabase } from "../../testkit/database.js";
import type { TestDatabase } from "../../testkit/database.js";
import { openSeed, seedFederation } from "../../testkit/seed.js";
import type { Federation, Seed, SeededSeat } from "../../testkit/seed.js";
import { testServer } from "../../testkit/server.js";
import type { TestServer } from "../../testkit/server.js";
import { readPdf } from "../standings/export/files.testing.js";
import { template, touchpoints } from "../standings/standings.testing.js";

let database: TestDatabase, seed: Seed, world: Federation, server: TestServer;
const year = new Date().getFullYear();

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
beforeEach(async () => {
  await seed.client.query("delete from app.journey_map");
});

type Card = { id: string; stage: string; title: string; text: string; origin: string | null; rev: number };
type Map = { id: string; state: string; shared: boolean; rev: number; cards: Card[]; mayWrite: boolean };
type Payload = { map: Map | null; problems: { code: string; path: string[] }[] };
const FIELDS = "id state shared rev mayWrite cards { id stage title text origin rev templateId }";
const MAP = `query ($year: Int) { journeyMap(year: $year) { ${FIELDS} feelings { stage mark rev } before { year cards { title } } } }`;
const read = async (seat: SeededSeat, of: number | null = null) =>
  (await server.ask<{ journeyMap: Map | null }>(seat, MAP, { year: of })).journeyMap;
const document = (field: string): string =>
  `mutation ($input: ${field[0]!.toUpperCase()}${field.slice(1)}Input!) { ${field}(input: $input) { map { ${FIELDS} } problems { code path } } }`;
async function act(seat: SeededSeat, field: string, input: object): Promise<Payload> {
  const told = await server.ask<Record<string, Payload>>(seat, document(field), { input: { key: uuidv7(), ...input } });
  return told[field]!;
}
async function begin(from = "EMPTY", of = year): Promise<string> {
  const id = uuidv7();
  expect((await act(world.editor, "startJourneyMap", { id, year: of, from })).problems).toEqual([]);
  return id;
}
const written = (mapId: string, over: object = {}) => ({
  mapId,
  id: uuidv7(),
  rev: 0,
  stage: "WELCOME",
  kind: "IDEA",
  title: "Følge til døra",
  text: "",
  owner: "",
  evidence: [],
  ...over,
});

describe("a map", () => {
  test("is begun once a year, from nothing, from templates or from the year before, which stays as it is", async () => {
    await template(seed, world, { definition: emptyDefinition("Velkomst") });
    const first = await begin("TEMPLATES");
    expect((await read(world.editor))!.cards.length).toBeGreaterThan(0);
    expect((await act(world.admin, "startJourneyMap", { id: uuidv7(), year, from: "EMPTY" })).problems).toMatchObject([
      { code: "CONFLICT" },
    ]);
    expect(
      (await act(world.admin, "startJourneyMap", { id: uuidv7(), year: year - 1, from: "EMPTY" })).problems,
    ).toMatchObject([{ code: "INVALID", path: ["year"] }]);
    const was = (await read(world.editor))!;
    expect((await act(world.editor, "keepJourneyMap", { id: first, rev: was.rev })).problems).toEqual([]);
    const next = await begin("LAST", year + 1);
    const copied = (await read(world.editor, year + 1))!;
    expect(copied.cards.map(({ origin }) => origin)).toEqual(was.cards.map(({ id }) => id));
    await act(world.editor, "deleteCard", { mapId: next, id: copied.cards[0]!.id, rev: 1 });
    expect((await read(world.editor))!.cards).toEqual(was.cards);
    for (const [field, input] of [
      ["saveCard", written(first)],
      ["moveCard", { mapId: first, id: was.cards[0]!.id, stage: "RENEW" }],
      ["deleteCard", { mapId: first, id: was.cards[0]!.id, rev: 1 }],
      ["setFeeling", { mapId: first, stage: "RENEW", rev: 0, mark: 1, words: "" }],
      ["shareJourneyMap", { id: first, rev: was.rev + 1, shared: false }],
    ] as const)
      expect((await act(world.editor, field, input)).problems).toMatchObject([{ code: "LOCKED" }]);
    await expect(
      seed.client.query("update app.journey_map set shared = false where year = $1", [year]),
    ).rejects.toThrow("a kept map stays");
    const { rows } = await seed.client.query<{ action: string }>(
      "select action from app.audit where subject_type = 'JourneyMap' order by id",
    );
    expect(rows.map(({ action }) => action)).toEqual([
      "JOURNEY_MAP_STARTED",
      "JOURNEY_MAP_KEPT",
      "JOURNEY_MAP_STARTED",
      "JOURNEY_CARD_DELETED",
    ]);
  });

  test("is a draft that nobody below national knows of until it is shared, and no other organization ever", async () => {
    const id = await begin();
    for (const seat of [world.leader, world.coordinator, world.mentor, world.foreignAdmin])
      expect(await read(seat)).toBeNull();
    expect((await act(world.admin, "shareJourneyMap", { id, rev: 1, shared: true })).map).toMatchObject({
      shared: true,
    });
    for (const seat of [world.leader, world.coordinator, world.mentor])
      expect(await read(seat)).toMatchObject({ id, mayWrite: false });
    expect(await read(world.foreignAdmin)).toBeNull();
    await expect(
      server.code(world.leader, document("moveCard"), { input: { key: uuidv7(), mapId: id, id, stage: "RENEW" } }),
    ).resolves.toBe("FORBIDDEN");
    await expect(
      server.code(world.foreignAdmin, document("saveCard"), { input: { key: uuidv7(), ...written(id) } }),
    ).resolves.toBe("NOT_FOUND");
  });
});

describe("cards", () => {
  test("are written with their rev: what somebody else wrote is shown and stands; the same key does it once", async () => {
    const mapId = await begin();
    const input = { key: uuidv7(), ...written(mapId) };
    await act(world.editor, "saveCard", input);
    expect((await act(world.editor, "saveCard", input)).map!.cards).toHaveLength(1);
    const theirs = { ...input, key: undefined, rev: 1, title: "Deres" };
    const { key: _, ...again } = theirs;
    expect((await act(world.admin, "saveCard", again)).problems).toEqual([]);
    const mine = await act(world.editor, "saveCard", { ...again, title: "Mitt" });
    expect(mine.problems).toMatchObject([{ code: "CONFLICT" }]);
    expect(mine.map!.cards).toMatchObject([{ title: "Deres", rev: 2 }]);
    expect((await act(world.editor, "deleteCard", { mapId, id: input.id, rev: 1 })).problems).toMatchObject([
      { code: "CONFLICT" },
    ]);
    expect(
      (await act(world.editor, "setFeeling", { mapId, stage: "RENEW", rev: 0, mark: -2, words: "Tungt" })).problems,
    ).toEqual([]);
    expect(
      (await act(world.admin, "setFeeling", { mapId, stage: "RENEW", rev: 0, mark: 2, words: "" })).problems,
    ).toMatchObject([{ code: "CONFLICT" }]);
  });

  test("are neither lost nor doubled by many who move them at once, and no two stand in each other's way", async () => {
    const mapId = await begin();
    const all: string[] = [];
    for (let i = 0; i < 8; i++) {
      const card = written(mapId, { title: `Kort ${i}`, stage: STAGES[i % 6] });
      all.push(card.id);
      await act(world.editor, "saveCard", card);
    }
    const roll = (salt: number, of: number): number => (salt * 7919 + 104_729) % of;
    const moves = Array.from({ length: 40 }, (_, i) =>
      act(i % 2 ? world.admin : world.editor, "moveCard", {
        mapId,
        id: all[roll(i, all.length)],
        stage: STAGES[roll(i + 3, 6)],
        beforeId: i % 3 === 0 ? null : all[roll(i + 5, all.length)],
      }),
    );
    const added = written(mapId, { title: "Nytt imens" });
    const answers = await Promise.all([...moves, act(world.editor, "saveCard", added)]);
    expect(answers.flatMap(({ problems }) => problems)).toEqual([]);
    const { cards } = (await read(world.editor))!;
    expect(cards.map(({ id }) => id).sort()).toEqual([...all, added.id].sort());
    // a move is none of what a card says
    expect(cards.every(({ rev }) => rev === 1)).toBe(true);
  });

  test("hold any text as text, and refuse what is absurd in words", async () => {
    const mapId = await begin();
    const nasty = `<img src=x onerror=alert(1)> "'; drop table app.member; -- \u0007\u202e`;
    const kept = await act(world.editor, "saveCard", written(mapId, { title: nasty, text: "</script>".repeat(20) }));
    expect(kept.problems).toEqual([]);
    expect(kept.map!.cards[0]!.title).toBe(`<img src=x onerror=alert(1)> "'; drop table app.member; -- \u202e`);
    const quote = { key: "a", kind: "QUOTE", text: "Ja", source: "" };
    for (const [over, path] of [
      [{ title: "" }, ["title"]],
      [{ title: " \u0007 " }, ["title"]],
      [{ title: "x".repeat(81) }, ["title"]],
      [{ text: "x".repeat(100_000) }, ["text"]],
      [{ owner: "13097248022" }, ["owner"]],
      [{ id: "ikke en id" }, ["id"]],
      [{ evidence: [{ ...quote, text: " " }] }, ["evidence", "0", "text"]],
      [{ evidence: [{ key: "a", kind: "NUMBER", measure: "DONE" }] }, ["evidence", "0", "measure"]],
      [{ evidence: [quote, quote] }, ["evidence"]],
      [{ evidence: Array.from({ length: 9 }, (_, i) => ({ ...quote, key: `${i}` })) }, ["evidence"]],
    ] as const)
      expect((await act(world.editor, "saveCard", written(mapId, over))).problems).toMatchObject([
        { code: "INVALID", path },
      ]);
    for (const mark of [3, -3, 2_147_483_647])
      expect(
        (await act(world.editor, "setFeeling", { mapId, stage: "RENEW", rev: 0, mark, words: "" })).problems,
      ).toMatchObject([{ code: "INVALID", path: ["mark"] }]);
    const codeOf = (field: string, input: object) =>
      server.code(world.editor, document(field), { input: { key: uuidv7(), ...input } });
    await expect(codeOf("saveCard", written(mapId, { templateId: uuidv7() }))).resolves.toBe("NOT_FOUND");
    await expect(codeOf("moveCard", { mapId, id: uuidv7(), stage: "RENEW" })).resolves.toBe("NOT_FOUND");
    await expect(codeOf("moveCard", { mapId: "x", id: "x", stage: "RENEW" })).resolves.toBe("NOT_FOUND");
    expect(
      (await act(world.editor, "moveCard", { mapId, id: kept.map!.cards[0]!.id, stage: "RENEW", beforeId: "x" }))
        .problems,
    ).toEqual([]);
    for (const of of [0, -1, 2_147_483_647]) expect(await read(world.editor, of)).toBeNull();
  });

  test("are as many as there is room for, and not more", async () => {
    const mapId = await begin();
    const card = (i: number) => ({
      id: uuidv7(),
      stage: "RENEW",
      kind: "PAIN",
      title: `${i}`,
      text: "",
      owner: "",
      templateId: null,
      evidence: [],
      origin: null,
      rev: 1,
    });
    await seed.client.query("update app.journey_map set cards = $1", [
      JSON.stringify(Array.from({ length: 120 }, (_, i) => card(i))),
    ]);
    expect((await act(world.editor, "saveCard", written(mapId))).problems).toMatchObject([{ code: "INVALID" }]);
    const file = await server.ask<{ journeyMapFile: { pdf: string } }>(
      world.editor,
      "{ journeyMapFile(sheet: A4) { pdf } }",
    );
    expect(
      Buffer.from(file.journeyMapFile.pdf, "base64")
        .toString("latin1")
        .match(/\/Type \/Page\b/g),
    ).toHaveLength(1);
  });

  test("that are taken away can be put back as they were, with the card they came from, and nobody gives one to a card that is there", async () => {
    const mapId = await begin();
    const [id, origin] = [uuidv7(), uuidv7()];
    const back = written(mapId, { id, origin });
    expect((await act(world.editor, "saveCard", back)).problems).toEqual([]);
    await act(world.editor, "deleteCard", { mapId, id, rev: 1 });
    expect((await act(world.editor, "saveCard", back)).problems).toEqual([]);
    await act(world.editor, "saveCard", { ...back, rev: 1, origin: uuidv7(), title: "Annet" });
    const { rows } = await seed.client.query("select cards -> 0 as card from app.journey_map where id = $1", [mapId]);
    expect(rows[0]!.card).toMatchObject({ id, origin, title: "Annet", rev: 2 });
  });
});

describe("numbers", () => {
  const NUMBERS = `{ journeyMapNumbers { outcomes { templateId counts { onTime closed } } published { measure part whole } } }`;
  type Numbers = { outcomes: { templateId: string; counts: { onTime: number | null; closed: number | null } }[] };
  const numbers = async (seat: SeededSeat) =>
    (await server.ask<{ journeyMapNumbers: Numbers }>(seat, NUMBERS)).journeyMapNumbers.outcomes;

  test("are the reader's own: a chapter's exact, duties above exact, and none of persons that is not published", async () => {
    const duty = await template(seed, world, { corePosition: 1 });
    const about = await template(seed, world, { corePosition: 2, aboutMember: true });
    for (const one of [duty, about]) {
      await touchpoints(seed, one, world.chapters.own, { onTime: 2, missed: 1 });
      await touchpoints(seed, one, world.chapters.sibling, { onTime: 4 });
    }
    const mapId = await begin();
    for (const one of [duty, about])
      await act(world.editor, "saveCard", written(mapId, { title: "", kind: "TOUCHPOINT", templateId: one.id }));
    await act(world.editor, "keepJourneyMap", { id: mapId, rev: 3 });
    const of = async (seat: SeededSeat, id: string) =>
      (await numbers(seat)).find(({ templateId }) => templateId === id)?.counts;
    expect(await of(world.leader, duty.id)).toEqual({ onTime: 2, closed: 3 });
    expect(await of(world.siblingLeader, duty.id)).toEqual({ onTime: 4, closed: 4 });
    expect(await of(world.admin, duty.id)).toEqual({ onTime: 6, closed: 7 });
    expect(await of(world.leader, about.id)).toEqual({ onTime: 2, closed: 3 });
    for (const seat of [world.admin, world.editor, world.coordinator])
      expect(await of(seat, about.id)).toEqual({ onTime: null, closed: null });
    const words = async (seat: SeededSeat) => {
      const { journeyMapFile } = await server.ask<{ journeyMapFile: { pdf: string; fileName: string } }>(
        seat,
        "{ journeyMapFile { fileName pdf } }",
      );
      return readPdf(Buffer.from(journeyMapFile.pdf, "base64")).join(" ");
    };
    expect(await words(world.leader)).toContain("2 av 3 i tide");
    const above = await words(world.admin);
    expect(above).toContain("6 av 7 i tide");
    expect(above).toContain("For få til å vises (:)");
    // duties of the chapter, and nobody's members but those who are theirs
    expect((await words(world.mentor)).match(/i tide/g)).toHaveLength(1);
  });

  test("print who is in each stage for the own board alone, and above it only what is published, with words for what is hidden", async () => {
    await begin();
    await seed.client.query("update app.journey_map set shared = true");
    const { organizationId: organization_id, chapters } = world;
    for (const after of [0, 1, 2])
      await seed.rows("member", {
        organization_id,
        chapter_id: chapters.own,
        id: uuidv7(),
        first_name: "Kanari",
        joined_on: addDays(osloDate(new Date()), -after),
        joined_chapter_on: addDays(osloDate(new Date()), -after),
      });
    const publish = async (kind: string, unit_id: string, measures: Record<string, number | null>) => {
      for (const [measure, value] of Object.entries(measures))
        await seed.rows("published_journey", {
          organization_id,
          snapshot_on: "2026-09-30",
          unit_kind: kind,
          unit_id,
          measure,
          value,
        });
    };
    const all = { JOINED_MATURE: 40, ACTIVATED: 25, "path:CAME:STAYED": 25, "path:NOT:STAYED": 9, "path:NOT:LEFT": 6 };
    await publish("ORGANIZATION", organization_id, all);
    await publish("CHAPTER", chapters.own, { JOINED_MATURE: 12, ACTIVATED: null });
    const words = async (seat: SeededSeat) => {
      const { journeyMapFile } = await server.ask<{ journeyMapFile: { pdf: string } }>(
        seat,
        "{ journeyMapFile { pdf } }",
      );
      return readPdf(Buffer.from(journeyMapFile.pdf, "base64")).join(" ");
    };
    const own = await words(world.leader);
    expect(own).toContain("3 medlemmer nå");
    expect(own).toContain("de er for styret");
    const above = await words(world.admin);
    expect(above).toContain("40 nye");
    expect(above).toContain("15 ikke på treff");
    expect(above).toContain("Tall per 30. september 2026");
    const mentor = await words(world.mentor);
    expect(mentor).toContain("færre enn 5 personer");
    expect(mentor).not.toContain("12 nye");
    for (const said of [above, mentor, await words(world.coordinator)]) expect(said).not.toContain("medlemmer nå");
    await seed.client.query("delete from app.published_journey");
    await seed.client.query("delete from app.member where first_name = 'Kanari'");
  });
});
