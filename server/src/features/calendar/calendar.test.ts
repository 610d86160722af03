import ICAL from "ical.js";
import { addDays } from "@varde/domain";
import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, expect, test } from "vitest";
import { testDatabase } from "../../testkit/database.js";
import type { TestDatabase } from "../../testkit/database.js";
import { openSeed, seedFederation } from "../../testkit/seed.js";
import type { Federation, Seed, SeededSeat } from "../../testkit/seed.js";
import { testServer } from "../../testkit/server.js";
import type { TestServer } from "../../testkit/server.js";
import { taskEntry } from "./entries.js";
import { writeCalendar } from "./write-calendar.js";

let database: TestDatabase, seed: Seed, federation: Federation, server: TestServer, today: string;

beforeAll(async () => {
  database = await testDatabase();
  seed = await openSeed(database);
  federation = await seedFederation(seed);
  server = await testServer(database);
  today = (await seed.client.query<{ today: string }>("select authz.today()::text as today")).rows[0]!.today;
});
afterAll(async () => {
  await server.stop();
  await seed.close();
  await database.drop();
});

const CREATE = `mutation ($input: CreateCalendarFeedInput!) { createCalendarFeed(input: $input) { url calendarFeed { createdAt } problems { code } } }`;
const REVOKE = `mutation ($input: RevokeCalendarFeedInput!) { revokeCalendarFeed(input: $input) { calendarFeed { createdAt } } }`;
async function create(seat: SeededSeat, key = uuidv7()): Promise<string> {
  const data = await server.ask<{ createCalendarFeed: { url: string } }>(seat, CREATE, { input: { key } });
  return data.createCalendarFeed.url.replace(/^http:\/\/[^/]+/, server.url);
}
const events = (text: string) =>
  new ICAL.Component(ICAL.parse(text)).getAllSubcomponents("vevent").map((part) => new ICAL.Event(part));

async function template(aboutMember: boolean, name: string): Promise<Record<string, unknown>> {
  const [templateId, versionId] = [uuidv7(), uuidv7()];
  const tenant = { organization_id: federation.organizationId };
  await seed.rows("touchpoint_template", { ...tenant, id: templateId, key: `k${seed.unique()}` });
  await seed.rows("template_version", {
    ...tenant,
    id: versionId,
    template_id: templateId,
    state: "PUBLISHED",
    about_member: aboutMember,
    definition: { name: { nb: name } },
    published_at: new Date(),
  });
  return {
    ...tenant,
    chapter_id: federation.chapters.own,
    template_id: templateId,
    version_id: versionId,
    major: 1,
    about_member: aboutMember,
    opens_on: today,
    due_on: addDays(today, 5),
    miss_on: addDays(today, 20),
    first_due_on: addDays(today, 5),
  };
}

test("the address gives meetings and deadlines that a calendar reads, and no person", async () => {
  const { organizationId, chapters, leader } = federation;
  const own = { organization_id: organizationId, chapter_id: chapters.own };
  const meeting = uuidv7();
  await seed.rows("meeting", {
    ...own,
    id: meeting,
    kind: "GATHERING",
    title: "Samtalegruppe hos Emil",
    host: "Emil",
    place: "Hjemme hos Emil",
    held_on: "2027-07-01",
    starts_at: "18:00",
  });
  await seed.rows("meeting", {
    ...own,
    id: uuidv7(),
    kind: "BOARD_MEETING",
    held_on: addDays(today, 3),
    cancelled_at: new Date(),
  });
  await seed.rows("touchpoint", {
    ...(await template(false, "Årsmøte; frist, «nå»\\")),
    id: uuidv7(),
    occurrence: "a",
  });
  const about = await template(true, "Velkomstsamtale");
  for (const name of ["Emil", "Ada"]) {
    const member = uuidv7();
    await seed.rows("member", { ...own, id: member, first_name: name, joined_on: today, joined_chapter_on: today });
    await seed.rows("touchpoint", { ...about, id: uuidv7(), occurrence: "o", member_id: member });
  }
  const response = await fetch(await create(leader));
  expect(response.status).toBe(200);
  expect(response.headers.get("content-type")).toContain("text/calendar");
  expect(response.headers.get("cache-control")).toContain("private");
  const text = await response.text();
  expect(text).not.toMatch(/Emil|Ada|Samtale|Velkomst/);
  const found = new Map(events(text).map((event) => [event.summary.replace(/Chapter \w+/, "laget"), event]));
  expect([...found.keys()].sort()).toEqual([
    "2 oppgaver har frist",
    "Avlyst: Styremøte, laget",
    "Frist: Årsmøte; frist, «nå»\\",
    "Treff, laget",
  ]);
  const gathering = found.get("Treff, laget")!;
  // six in the evening of an Oslo summer
  expect(gathering.startDate.toJSDate().toISOString()).toBe("2027-07-01T16:00:00.000Z");
  expect(gathering.uid).toMatch(new RegExp(`^meeting-${meeting}@`));
  const due = found.get("2 oppgaver har frist")!;
  expect(due.startDate.isDate && due.startDate.toString()).toBe(addDays(today, 5));
  expect(due.endDate.toString()).toBe(addDays(today, 6));
  // lines are ended by CRLF and no longer than 75 octets
  const lines = text.split("\r\n");
  expect(lines.every((line) => !line.includes("\n") && Buffer.byteLength(line) <= 75)).toBe(true);
  expect(text.match(/^UID:.*/gm)!.length).toBe(new Set(text.match(/^UID:.*/gm)).size);
});

test("whatever is wrong with an address, the answer is the same", async () => {
  const answer = async (url: string) => {
    const response = await fetch(url);
    return `${response.status} ${await response.text()} ${response.headers.get("cache-control")}`;
  };
  const unknown = await answer(`${server.url}/kalender/${"x".repeat(43)}.ics`);
  expect(unknown).toMatch(/^404/);
  expect(await answer(`${server.url}/kalender/nothing`)).toBe(unknown);
  // replaced, and then revoked
  const [first, second] = [await create(federation.board), await create(federation.board)];
  expect(await answer(first)).toBe(unknown);
  expect(await answer(second)).toMatch(/^200/);
  await server.ask(federation.board, REVOKE, { input: { key: uuidv7() } });
  expect(await answer(second)).toBe(unknown);
  // the same request twice is one address
  const key = uuidv7();
  const third = await create(federation.board, key);
  expect(await create(federation.board, key)).toBe(third);
  // a seat that ends, and a person who is stopped
  const { organizationId, chapters } = federation;
  const [leaves, stopped] = [
    await seed.seat(organizationId, "CHAPTER_BOARD", { chapterId: chapters.own }),
    await seed.seat(organizationId, "CHAPTER_BOARD", { chapterId: chapters.own }),
  ];
  const [gone, ended] = [await create(leaves), await create(stopped)];
  await seed.client.query("update app.seat set valid_to = authz.today() where id = $1", [leaves.seatId]);
  await seed.client.query("update app.account set stopped_at = now() where id = $1", [stopped.accountId]);
  expect(await answer(gone)).toBe(unknown);
  expect(await answer(ended)).toBe(unknown);
});

test("an address that is asked too often is told to wait", async () => {
  const url = await create(federation.leader);
  const statuses = new Set<number>();
  for (let i = 0; i < 62; i++) statuses.add((await fetch(url)).status);
  expect([...statuses]).toEqual([200, 429]);
});

test.each([
  "Møte\r\nATTENDEE:mailto:thief@test.example",
  "Møte\nEND:VEVENT\nBEGIN:VEVENT",
  "Møte\rDTSTART:20200101",
  "Møte\u2028X:1\u0085Y:2",
  `${"😀é".repeat(60)}`,
])("a title stays a title: %j", (name) => {
  const entry = taskEntry(
    { id: uuidv7(), day: "2026-12-24", rev: 1, name: { nb: name } },
    "nb",
    "https://varde.example",
  );
  const text = writeCalendar("x", "varde.example", [entry]);
  expect(events(text)).toHaveLength(1);
  const [event] = events(text);
  expect(event!.summary.startsWith("Frist: ")).toBe(true);
  expect(event!.component.getAllProperties("attendee")).toEqual([]);
  expect(event!.startDate.toString()).toBe("2026-12-24");
  expect(text.split("\r\n").every((line) => !/[\n\r\u2028\u0085]/.test(line) && Buffer.byteLength(line) <= 75)).toBe(
    true,
  );
});

test("a name that tells is not told", () => {
  const entry = taskEntry(
    { id: uuidv7(), day: "2026-12-24", rev: 1, name: { nb: "Kurs i psykisk helse" } },
    "nb",
    "https://varde.example",
  );
  expect(entry.title).toBe("Frist: en oppgave");
});

test("one meeting or one task is a file, for those who have the chapter", async () => {
  const { organizationId, chapters, leader } = federation;
  const id = uuidv7();
  await seed.rows("meeting", {
    organization_id: organizationId,
    chapter_id: chapters.own,
    id,
    kind: "ANNUAL_MEETING",
    held_on: "2027-03-01",
  });
  const FILE = `query ($id: ID!) { meetingCalendarFile(id: $id) }`;
  const data = await server.ask<{ meetingCalendarFile: string }>(leader, FILE, { id });
  expect(events(data.meetingCalendarFile)[0]!.summary).toContain("Årsmøte");
  const none = await server.run(leader, FILE, { id: "none" });
  expect(none.errors![0]!.extensions.code).toBe("NOT_FOUND");
});

test("an address that takes the year in has its days, in words that tell nothing, and another has none", async () => {
  const { organizationId, chapters, siblingLeader } = federation;
  const day = (over: object) =>
    seed.rows("year_date", {
      organization_id: organizationId,
      id: uuidv7(),
      kind: "HOLIDAY",
      from_day: addDays(today, 20),
      to_day: addDays(today, 24),
      concerns: "ALL",
      source: "Her",
      ...over,
    });
  await day({ name: { nb: "Høstferie" }, counties: ["32"] });
  await day({ name: { nb: "Ferie et annet sted" }, counties: ["55"] });
  await day({ name: { nb: "Bare nasjonalt" }, concerns: "NATIONAL" });
  await day({ name: { nb: "Verdensdagen for psykisk helse" }, kind: "DAY" });
  const tenant = { organization_id: organizationId, chapter_id: chapters.sibling };
  const planId = uuidv7();
  await seed.rows("meeting", { ...tenant, id: uuidv7(), kind: "ANNUAL_MEETING", held_on: addDays(today, 60) });
  await seed.rows("action_plan", { ...tenant, id: planId, year: 2027, started_by: siblingLeader.seatId });
  const row = (position: number, activity: string, plan_id = planId) =>
    seed.rows("action_plan_row", { ...tenant, plan_id, id: uuidv7(), position, activity, due_on: addDays(today, 9) });
  for (const [i, said] of ["Ring Kari om angst", "Synlig på skolene", "Brynhilds kafé"].entries())
    await row(i + 1, said);
  // a guess knows no Brynhild, but the chapter has one
  const joined = { joined_on: today, joined_chapter_on: today };
  await seed.rows("member", { ...tenant, id: uuidv7(), first_name: "Brynhild", ...joined });
  const next = uuidv7();
  await seed.rows("action_plan", { ...tenant, id: next, year: 2028, started_by: siblingLeader.seatId });
  await row(1, "Ikke vedtatt", next);
  // past the triggers, which ask for what is frozen
  await seed.client.query("set session_replication_role = replica");
  await seed.client.query(
    "update app.action_plan set state = 'ADOPTED', adopted_on = '2027-02-10', adopted_place = 'Her', adopted_by = 'BOARD' where id = $1",
    [planId],
  );
  await seed.client.query("reset session_replication_role");
  const read = async (withYear: boolean) => {
    const made = await server.ask<{ createCalendarFeed: { url: string } }>(siblingLeader, CREATE, {
      input: { key: uuidv7(), withYear },
    });
    return (await fetch(made.createCalendarFeed.url.replace(/^http:\/\/[^/]+/, server.url))).text();
  };
  expect(events(await read(false)).map(({ summary }) => summary)).toEqual([expect.stringContaining("Årsmøte")]);
  const text = await read(true);
  expect(text).not.toMatch(/Kari|angst|Brynhild|vedtatt|psykisk|annet sted|nasjonalt/);
  const found = new Map(events(text).map((event) => [event.summary, event.startDate.toString()]));
  expect(found.get("Frist: innkalling til årsmøtet")).toBe(addDays(today, 32));
  expect(found.get("Frist: papirer til årsmøtet")).toBe(addDays(today, 46));
  expect(found.get("Frist: Synlig på skolene")).toBe(addDays(today, 9));
  expect(found.get("3 frister i handlingsplanen")).toBe(addDays(today, 9));
  expect(found.get("Merkedag")).toBe(addDays(today, 20));
  const holiday = events(text).find(({ summary }) => summary === "Høstferie")!;
  expect([holiday.startDate.toString(), holiday.endDate.toString()]).toEqual([addDays(today, 20), addDays(today, 25)]);

  // whose papers lack sees no persons: what is left out of titles would tell whose name is a member's
  await seed.client.query("update app.organization set safe_people = true where id = $1", [organizationId]);
  const counted = await read(true);
  await seed.client.query("update app.organization set safe_people = false where id = $1", [organizationId]);
  expect(counted).toContain("4 frister i handlingsplanen");
  expect(counted).not.toContain("skolene");
});
