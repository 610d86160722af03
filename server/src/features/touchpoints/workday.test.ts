import { addDays, weekday } from "@varde/domain";
import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { testDatabase } from "../../testkit/database.js";
import type { TestDatabase } from "../../testkit/database.js";
import { openSeed, seedFederation } from "../../testkit/seed.js";
import type { Federation, Seed, SeededSeat } from "../../testkit/seed.js";
import { testServer } from "../../testkit/server.js";
import type { TestServer } from "../../testkit/server.js";
import { DUTY, touchpointSeed, WELCOME } from "./touchpoints.testing.js";
import type { TouchpointSeed } from "./touchpoints.testing.js";

let database: TestDatabase, seed: Seed, world: Federation, server: TestServer, place: TouchpointSeed, today: string;
type Template = { templateId: string; versionId: string };
let duty: Template, welcome: Template;

beforeAll(async () => {
  database = await testDatabase();
  seed = await openSeed(database);
  world = await seedFederation(seed);
  server = await testServer(database);
  place = await touchpointSeed(seed, world);
  ({ today } = place);
  [duty, welcome] = [await place.template(DUTY), await place.template(WELCOME)];
});
afterAll(async () => {
  await server.stop();
  await seed.close();
  await database.drop();
});

const IDS = "{ id }";
const DAY = `query ($whose: Whose) { workday(whose: $whose) { whose counts { mine board overdue today week later resting coming missed }
  waiting ${IDS} returned { id returnedNote } resting ${IDS} missed { id lastChance { on outcome } member { firstName } } doneToday ${IDS} ahead ${IDS} nextMeeting { id kind } } }`;
type Ids = { id: string }[];
type Day = {
  whose: string;
  counts: Record<string, number>;
  nextMeeting: { id: string; kind: string } | null;
} & Record<"waiting" | "returned" | "resting" | "missed" | "doneToday" | "ahead", Ids>;
const dayOf = async (seat: SeededSeat, whose: string | null = null): Promise<Day> =>
  (await server.ask<{ workday: Day }>(seat, DAY, { whose })).workday;
const ids = (list: Ids): string[] => list.map(({ id }) => id);
const at = (n: number): string => addDays(today, n);
const emptied = (chapter: string) => seed.client.query("delete from app.touchpoint where chapter_id = $1", [chapter]);

describe("a board's day", () => {
  test("groups what waits by when it is due, apart from what rests, comes, came back or is done", async () => {
    const chapter_id = world.chapters.sibling;
    const put = async (over: Record<string, unknown>) => (await place.touchpoint(duty, { chapter_id, ...over })).id;
    const late = await put({ due_on: at(-3) });
    const now = await put({ due_on: today });
    const far = await put({ due_on: at(8), opens_on: at(-1) });
    const rests = await put({ due_on: at(-1), returns_on: at(2) });
    const backAgain = await put({ due_on: at(-2), returns_on: today });
    const coming = await put({ due_on: at(40), opens_on: at(20) });
    const returned = await put({
      due_on: at(-60),
      closed_at: new Date(Date.now() - 60 * 864e5),
      returned_at: new Date(),
      returned_note: "Antallet mangler.",
    });
    const done = await put({ due_on: at(3), closed_at: new Date() });
    await put({ due_on: at(-90), miss_on: at(-60) });
    await put({ due_on: at(-1), waived_at: new Date() });

    const day = await dayOf(world.siblingLeader);
    expect(day).toMatchObject({ whose: "BOARD", nextMeeting: null });
    expect(day.counts).toEqual({
      mine: 0,
      board: 4,
      overdue: 2,
      today: 1,
      week: 0,
      later: 1,
      resting: 1,
      coming: 1,
      missed: 0,
    });
    expect(ids(day.waiting)).toEqual([late, backAgain, now, far]);
    expect([day.resting, day.ahead, day.returned, day.doneToday].map(ids)).toEqual([
      [rests],
      [coming],
      [returned],
      [done],
    ]);
    expect(day.returned[0]).toMatchObject({ returnedNote: "Antallet mangler." });
    const thisWeek = await put({ due_on: at(7 - weekday(today)), opens_on: at(-1) });
    const after = await dayOf(world.siblingLeader);
    // on a Sunday the week is over with the day
    expect(after.counts["week"]! + after.counts["today"]!).toBe(2);
    expect(ids(after.waiting)).toContain(thisWeek);
    await emptied(chapter_id);
  });

  test("is mine when I have taken something on, else the board's; whose seat has ended has let go", async () => {
    const own = world.chapters.own;
    const other = await seed.seat(world.organizationId, "CHAPTER_BOARD", { chapterId: own });
    const mine = await place.touchpoint(duty, {
      assignee_seat_id: world.board.seatId,
      due_on: at(1),
      opens_on: at(-1),
    });
    const others = await place.touchpoint(duty, {
      assignee_seat_id: other.seatId,
      due_on: today,
      opens_on: at(-1),
    });
    const free = await place.touchpoint(duty, { due_on: at(2), opens_on: at(-1) });
    const day = await dayOf(world.board);
    expect([day.whose, ids(day.waiting), day.counts["mine"], day.counts["board"]]).toEqual(["MINE", [mine.id], 1, 3]);
    expect(ids((await dayOf(world.board, "BOARD")).waiting)).toEqual([others.id, mine.id, free.id]);
    expect(ids((await dayOf(other)).waiting)).toEqual([others.id]);

    const listed = async (filter: object) => {
      const { touchpoints } = await server.ask<{ touchpoints: { nodes: Ids } }>(
        world.board,
        `query ($filter: TouchpointFilter) { touchpoints(filter: $filter) { nodes { id } totalCount } }`,
        { filter },
      );
      return ids(touchpoints.nodes);
    };
    expect(await listed({ assignee: "MINE" })).toEqual([mine.id]);
    expect(await listed({ assignee: "NOBODY" })).toEqual([free.id]);
    expect(await listed({ assigneeSeatId: other.seatId })).toEqual([others.id]);
    expect(await listed({ assigneeSeatId: "nei" })).toEqual([]);
    await seed.client.query("update app.seat set valid_to = authz.today() where id = $1", [other.seatId]);
    expect(await listed({ assignee: "NOBODY" })).toEqual([others.id, free.id]);
    expect(await listed({ assigneeSeatId: other.seatId })).toEqual([]);
    await emptied(own);
  });

  test("shows the next meeting of any kind", async () => {
    const id = uuidv7();
    const row = { organization_id: world.organizationId, chapter_id: world.chapters.own, id, kind: "BOARD_MEETING" };
    await seed.rows("meeting", { ...row, held_on: at(4) });
    expect((await dayOf(world.board)).nextMeeting).toEqual({ id, kind: "BOARD_MEETING" });
    expect((await dayOf(world.siblingLeader)).nextMeeting).toBeNull();
  });
});

describe("the filters of the list", () => {
  test("find by template and member, by stage, and by whether it is about a person, in the own chapter alone", async () => {
    const ida = await place.member(world.chapters.own, {
      first_name: "Ida",
      last_name: "Åsen",
    });
    const emil = await place.member(world.chapters.own, {
      first_name: "Emil",
      last_name: "Vik",
    });
    const far = await place.member(world.chapters.sibling, {
      first_name: "Ida",
      last_name: "Annen",
    });
    await place.touchpoint(welcome, { member_id: far, chapter_id: world.chapters.sibling });
    const about = {
      ida: (await place.touchpoint(welcome, { member_id: ida })).id,
      emil: (await place.touchpoint(welcome, { member_id: emil })).id,
    };
    const meeting = (await place.touchpoint(duty, {})).id;
    const LIST = `query ($filter: TouchpointFilter) { touchpoints(filter: $filter) { nodes { id } totalCount } }`;
    const found = async (filter: object) => {
      const { touchpoints } = await server.ask<{ touchpoints: { nodes: Ids; totalCount: number } }>(world.board, LIST, {
        filter,
      });
      expect(touchpoints.totalCount).toBe(touchpoints.nodes.length);
      return ids(touchpoints.nodes).sort();
    };
    const some = (...list: string[]) => list.toSorted();
    expect(await found({ search: "ida" })).toEqual([about.ida]);
    expect(await found({ search: "Åse" })).toEqual([about.ida]);
    expect(await found({ search: "velkomst emil" })).toEqual([about.emil]);
    expect(await found({ search: "MEDLEMSMØTE" })).toEqual([meeting]);
    expect(await found({ search: "100 %_\\" })).toEqual([]);
    expect(await found({ search: "a b c d e" })).toEqual([]);
    expect(await found({ search: "  " })).toEqual(some(about.ida, about.emil, meeting));
    expect(await found({ aboutMember: true })).toEqual(some(about.ida, about.emil));
    expect(await found({ aboutMember: false })).toEqual([meeting]);
    expect(await found({ stage: ["TAKE_PART"] })).toEqual([meeting]);
    expect(await found({ stage: ["WELCOME"], search: "ida", assignee: "NOBODY", status: ["OPEN"] })).toEqual([
      about.ida,
    ]);
    expect(await server.code(world.board, LIST, { filter: { search: "x".repeat(61) } })).toBe("BAD_REQUEST");
    expect(await server.code(world.board, LIST, { filter: { search: "Kari 01010750160" } })).toBe("BAD_REQUEST");
    const { touchpointChoices: choices } = await server.ask<{ touchpointChoices: { templates: Ids; seats: object[] } }>(
      world.board,
      `query { touchpointChoices { templates { id name { nb } } seats { seatId name } } }`,
    );
    expect(ids(choices.templates)).toEqual([duty.templateId, welcome.templateId]);
    expect(choices.seats).toContainEqual({ seatId: world.board.seatId, name: expect.any(String) });
    expect(choices.seats).not.toContainEqual(expect.objectContaining({ seatId: world.mentor.seatId }));
    await emptied(world.chapters.own);
    await emptied(world.chapters.sibling);
  });
});

describe("a missed moment", () => {
  const NOTE = `mutation ($input: NoteLastChanceInput!) { noteLastChance(input: $input) {
    detail { touchpoint { rev status lastChance { on outcome } } contact { preference } } problems { code path } } }`;
  type Noted = {
    noteLastChance: {
      detail: {
        touchpoint: { rev: number; status: string; lastChance: object | null };
        contact: { preference: string } | null;
      } | null;
      problems: { code: string; path: string[] }[];
    };
  };
  const note = async (seat: SeededSeat, input: object) =>
    (await server.ask<Noted>(seat, NOTE, { input: { key: uuidv7(), rev: 1, ...input } })).noteLastChance;
  const missed = async (over: Record<string, unknown> = {}, member: Record<string, unknown> = {}) =>
    place.touchpoint(welcome, {
      member_id: await place.member(world.chapters.own, member),
      due_on: at(-30),
      miss_on: at(-5),
      ...over,
    });

  test("is shown for thirty days to the own board: of the core set, while one may be contacted", async () => {
    const { id } = await missed();
    await missed({ miss_on: today });
    await missed({ due_on: at(-60), miss_on: at(-31) });
    await missed({}, { contact_preference: "NEVER" });
    await missed({}, { left_on: at(-1) });
    await missed({ closed_at: new Date() });
    await place.touchpoint(duty, { due_on: at(-30), miss_on: at(-5) });
    const day = await dayOf(world.board);
    expect([ids(day.missed), day.counts["missed"]]).toEqual([[id], 1]);
    expect(day.missed[0]).toMatchObject({ member: { firstName: "Ida" }, lastChance: null });
    expect((await dayOf(world.siblingLeader)).missed).toEqual([]);

    const core = await place.template(WELCOME);
    await seed.client.query("update app.touchpoint_template set core_position = 1 where id = $1", [core.templateId]);
    expect((await dayOf(world.board)).missed).toEqual([]);
    await seed.client.query("update app.touchpoint_template set core_position = null where id = $1", [core.templateId]);
    await emptied(world.chapters.own);
  });

  test("takes what came of a late contact as a fact beside it, and no sum moves", async () => {
    const { id, memberId } = await missed();
    const sums = async () =>
      (
        await seed.client.query("select * from app.standing_unclosed where chapter_id = $1 order by due_on, miss_on", [
          world.chapters.own,
        ])
      ).rows;
    const before = await sums();
    const key = uuidv7();
    const tried = await note(world.board, { id, key, outcome: "NO_ANSWER" });
    expect(tried.problems).toEqual([]);
    expect(tried.detail!.touchpoint).toEqual({
      rev: 2,
      status: "MISSED",
      lastChance: { on: today, outcome: "NO_ANSWER" },
    });
    expect((await note(world.board, { id, key, outcome: "NO_ANSWER" })).detail!.touchpoint.rev).toBe(2);
    // nobody answered: it stays until somebody does
    expect(ids((await dayOf(world.leader)).missed)).toEqual([id]);
    expect((await note(world.leader, { id, outcome: "REACHED" })).problems).toMatchObject([{ code: "CONFLICT" }]);
    expect((await note(world.leader, { id, rev: 2, outcome: "DECLINES_CONTACT" })).detail).toMatchObject({
      contact: { preference: "NEVER" },
    });
    expect((await dayOf(world.leader)).missed).toEqual([]);
    expect((await note(world.leader, { id, rev: 3, outcome: null })).detail).toMatchObject({
      contact: { preference: "ANY" },
      touchpoint: { lastChance: null },
    });
    expect(await sums()).toEqual(before);

    await note(world.leader, { id, rev: 4, outcome: "REACHED" });
    await seed.client.query("update app.touchpoint set member_id = null, unlinked_on = authz.today() where id = $1", [
      id,
    ]);
    const { rows } = await seed.client.query(
      "select last_chance_on, last_chance_outcome from app.touchpoint where id = $1",
      [id],
    );
    expect([memberId === null, rows[0]]).toEqual([false, { last_chance_on: null, last_chance_outcome: null }]);
    await emptied(world.chapters.own);
  });

  test("is taken of what is missed alone, within its time, from the own board", async () => {
    const { id } = await missed();
    const old = await missed({ due_on: at(-60), miss_on: at(-31) });
    const open = await missed({ due_on: at(5), miss_on: at(9) });
    const unbound = await place.touchpoint(duty, { due_on: at(-30), miss_on: at(-5) });
    const codes = async (input: object) => (await note(world.board, input)).problems.map(({ code }) => code);
    expect(await codes({ id: old.id, outcome: "REACHED" })).toEqual(["LOCKED"]);
    expect(await codes({ id: open.id, outcome: "REACHED" })).toEqual(["LOCKED"]);
    expect(await codes({ id: unbound.id, outcome: "REACHED" })).toEqual(["INVALID"]);
    expect(await codes({ id, outcome: "LATER" })).toEqual(["INVALID"]);
    expect(await codes({ id, outcome: null })).toEqual(["LOCKED"]);
    const code = (seat: SeededSeat) =>
      server.code(seat, NOTE, { input: { key: uuidv7(), id, rev: 1, outcome: "REACHED" } });
    expect([await code(world.siblingLeader), await code(world.mentor), await code(world.coordinator)]).toEqual([
      "NOT_FOUND",
      "FORBIDDEN",
      "FORBIDDEN",
    ]);
  });
});
