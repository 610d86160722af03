import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, expect, test } from "vitest";
import { testDatabase } from "../../testkit/database.js";
import type { TestDatabase } from "../../testkit/database.js";
import { openSeed, seedFederation } from "../../testkit/seed.js";
import type { Federation, Seed, SeededSeat } from "../../testkit/seed.js";
import { testServer } from "../../testkit/server.js";
import type { TestServer } from "../../testkit/server.js";
import { day, template, TODAY, touchpoints } from "../standings/standings.testing.js";
import type { Template } from "../standings/standings.testing.js";

let database: TestDatabase, seed: Seed, federation: Federation, server: TestServer, duty: Template, persons: Template;

beforeAll(async () => {
  database = await testDatabase();
  seed = await openSeed(database);
  federation = await seedFederation(seed);
  server = await testServer(database);
  duty = await template(seed, federation);
  persons = await template(seed, federation, { aboutMember: true });
  await seed.client.query("update app.seat set last_seen_on = $1 where chapter_id is not null", [TODAY]);
});
afterAll(async () => {
  await server.stop();
  await seed.close();
  await database.drop();
});

type Changes = {
  since: string | null;
  chapters: Record<string, unknown>[];
  contactsDue: { chapter: { id: string }; on: string }[];
};
const CHANGES = `{ overviewChanges { since contactsDue { chapter { id } on }
  chapters { chapter { id } nowInNeed noLongerInNeed done missed asked answer seatsTaken seatsEnded } } }`;
const LOOK = `mutation ($input: LookAtOverviewInput!) { lookAtOverview(input: $input) { done } }`;
const changes = async (seat: SeededSeat) =>
  (await server.ask<{ overviewChanges: Changes }>(seat, CHANGES)).overviewChanges;
const look = (seat: SeededSeat) => server.ask(seat, LOOK, { input: { key: uuidv7() } });
/** Lets so much time pass since the seat was here. */
const later = async (seat: SeededSeat, interval: string) => {
  await seed.client.query(
    "update app.overview_visit set seen_at = seen_at - $2::interval, before_at = before_at - $2::interval where seat_id = $1",
    [seat.seatId, interval],
  );
  await seed.client.query("update app.touchpoint_request set asked_at = asked_at - $1::interval", [interval]);
};
const NOTHING = {
  nowInNeed: false,
  noLongerInNeed: false,
  done: 0,
  missed: 0,
  asked: 0,
  answer: null,
  seatsTaken: 0,
  seatsEnded: 0,
};

test("the first visit has nothing to compare with; the next says what has happened, for as long as it lasts", async () => {
  const { own, sibling } = federation.chapters;
  await touchpoints(seed, duty, own, { onTime: 4 });
  expect(await changes(federation.coordinator)).toEqual({ since: null, chapters: [], contactsDue: [] });
  await look(federation.coordinator);
  // the same visit
  await touchpoints(seed, duty, own, { onTime: 1 });
  expect(await changes(federation.coordinator)).toMatchObject({ since: null, chapters: [] });
  await later(federation.coordinator, "2 hours");
  await touchpoints(seed, duty, own, { late: 1, overdue: 1 });
  await touchpoints(seed, persons, own, { onTime: 7, missed: 3 });
  const [asked] = await touchpoints(seed, duty, sibling, { open: 1 });
  await seed.rows("touchpoint_request", {
    organization_id: federation.organizationId,
    chapter_id: sibling,
    id: uuidv7(),
    touchpoint_id: asked,
    template_id: duty.id,
    version_id: duty.versionId,
    about_member: false,
    kind: "WAIVER",
    reason: "NOT_FOR_US",
    asked_by: federation.siblingLeader.seatId,
  });
  const news = [
    { ...NOTHING, chapter: { id: own }, nowInNeed: true, done: 2 },
    { ...NOTHING, chapter: { id: sibling }, asked: 1 },
  ];
  const told = async () => (await changes(federation.coordinator)).chapters;
  expect(await told()).toHaveLength(2);
  expect(await told()).toEqual(expect.arrayContaining(news));
  // it is still new after one has looked, until the visit is over
  await look(federation.coordinator);
  expect(await told()).toEqual(expect.arrayContaining(news));
  await later(federation.coordinator, "29 minutes");
  expect(await told()).toHaveLength(2);
  await later(federation.coordinator, "2 minutes");
  expect(await told()).toEqual([]);
});

test("missed, a board that changes, an answer to a greeting", async () => {
  const { own, far } = federation.chapters;
  await look(federation.admin);
  await later(federation.admin, "3 days");
  await touchpoints(seed, duty, own, { missed: 2 }, { on: day(-1) });
  await touchpoints(seed, duty, own, { missed: 1 }, { on: day(-20) });
  const seat = await seed.seat(federation.organizationId, "CHAPTER_LEADER", { chapterId: far });
  await seed.client.query("update app.seat set last_seen_on = $2 where id = $1", [seat.seatId, TODAY]);
  await seed.client.query("update app.seat set valid_to = $2 where id = $1", [federation.siblingLeader.seatId, TODAY]);
  const message = uuidv7();
  await seed.rows("board_message", {
    organization_id: federation.organizationId,
    id: message,
    title: "A",
    body: "Hei",
    chapter_ids: [own],
    chapter_count: 1,
    sent_by: federation.mentor.seatId,
    nudge: true,
    sender_name: "Mette",
    sender_role: "MENTOR",
  });
  await seed.rows("board_message_seen", {
    organization_id: federation.organizationId,
    chapter_id: own,
    message_id: message,
    seat_id: federation.leader.seatId,
    answer: "NEED_HELP",
    answered_at: new Date(),
  });
  const { chapters } = await changes(federation.admin);
  const of = (id: string) => chapters.find((one) => (one["chapter"] as { id: string }).id === id);
  expect(of(own)).toMatchObject({ missed: 2, answer: "NEED_HELP" });
  expect(of(far)).toMatchObject({ seatsTaken: 1, seatsEnded: 0, noLongerInNeed: true });
  expect(of(federation.chapters.sibling)).toMatchObject({ seatsEnded: 1, nowInNeed: true });
});

test("says which contacts are due: what the newest one promised", async () => {
  const contact = (chapterId: string, on: number, next: number | null) =>
    seed.rows("chapter_contact", {
      organization_id: federation.organizationId,
      chapter_id: chapterId,
      id: uuidv7(),
      on_day: day(on),
      how: "CALL",
      next_on: next === null ? null : day(next),
      written_by: federation.coordinator.seatId,
      writer_name: "Tuva",
      writer_role: "REGION_COORDINATOR",
    });
  await contact(federation.chapters.own, -20, -5);
  await contact(federation.chapters.sibling, -20, -5);
  await contact(federation.chapters.sibling, -10, null);
  await contact(federation.chapters.far, -1, 8);
  const due = [{ chapter: { id: federation.chapters.own }, on: day(-5) }];
  expect((await changes(federation.coordinator)).contactsDue).toEqual(due);
  expect((await changes(federation.admin)).contactsDue).toEqual(due);
  expect((await changes(federation.farCoordinator)).contactsDue).toEqual([]);
});

test("each seat has looked for itself, and at most once a minute is written down", async () => {
  await look(federation.editor);
  const seen = async () =>
    (
      await seed.client.query<{ seen_at: Date }>("select seen_at from app.overview_visit where seat_id = $1", [
        federation.editor.seatId,
      ])
    ).rows;
  const [first] = await seen();
  await Promise.all([look(federation.editor), look(federation.editor)]);
  expect(await seen()).toEqual([first]);
  expect(await changes(federation.farCoordinator)).toMatchObject({ since: null });
  for (const seat of [federation.leader, federation.board, federation.mentor])
    expect(await server.code(seat, CHANGES)).toBe("FORBIDDEN");
});
