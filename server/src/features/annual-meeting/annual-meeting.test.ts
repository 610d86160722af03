import mammoth from "mammoth";
import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { hashSecret } from "../../kernel/crypto/sealer.js";
import { runWork } from "../../kernel/db/run-work.js";
import { testDatabase } from "../../testkit/database.js";
import type { TestDatabase } from "../../testkit/database.js";
import { openSeed, seedFederation } from "../../testkit/seed.js";
import type { Federation, Seed, SeededSeat } from "../../testkit/seed.js";
import { readTagged, textOf } from "../../kernel/print/read-pdf.testing.js";
import { testServer } from "../../testkit/server.js";
import type { TestServer } from "../../testkit/server.js";
import { voters } from "./voting-list.js";

let database: TestDatabase, seed: Seed, world: Federation, server: TestServer, meetingId: string;

const DAY = "2027-02-20";
const tenant = () => ({ organization_id: world.organizationId, chapter_id: world.chapters.own });

beforeAll(async () => {
  database = await testDatabase();
  seed = await openSeed(database);
  world = await seedFederation(seed);
  server = await testServer(database);
  meetingId = uuidv7();
  await seed.rows("meeting", {
    ...tenant(),
    id: meetingId,
    kind: "ANNUAL_MEETING",
    held_on: DAY,
    starts_at: "17:30",
    place: "Huset",
  });
});
afterAll(async () => {
  await server.stop();
  await seed.close();
  await database.drop();
});

type Kit = {
  rev: number;
  notice: string;
  agenda: { title: string; text: string }[];
  papers: string[];
  noticeOn: string;
};
const KIT = `query ($id: ID!) { annualKit(id: $id) { rev notice noticeOn papers agenda { title text } } }`;
const read = async (seat: SeededSeat = world.leader) =>
  (await server.ask<{ annualKit: Kit }>(seat, KIT, { id: meetingId })).annualKit;
const SAVE = `mutation ($input: SaveAnnualKitInput!) { saveAnnualKit(input: $input) { kit { rev notice papers agenda { title } } problems { code path } } }`;
const input = (over: object = {}) => ({
  key: uuidv7(),
  id: meetingId,
  rev: 0,
  notice: "Velkommen",
  agenda: [{ title: "Åpning", text: "" }],
  papers: ["PLAN"],
  ...over,
});
type Saved = { saveAnnualKit: { kit: Kit | null; problems: { code: string; path: string[] }[] } };
const save = async (over: object = {}, seat: SeededSeat = world.leader) =>
  (await server.ask<Saved>(seat, SAVE, { input: input(over) })).saveAnnualKit;

describe("the kit", () => {
  test("begins with a notice of the meeting's own facts and the standard agenda", async () => {
    const kit = await read();
    expect(kit).toMatchObject({ rev: 0, noticeOn: "2027-01-23", papers: [] });
    expect(kit.notice).toMatch(/20\. februar 2027.* kl\. 17:30\nSted: Huset/);
    expect(kit.agenda.map(({ title }) => title)).toContain("Handlingsplan");
  });

  test("is saved on what it is based on, once for a key, and the first of two wins", async () => {
    const first = input();
    const twins = await Promise.all([1, 2].map(() => server.ask<Saved>(world.leader, SAVE, { input: first })));
    expect(twins.map(({ saveAnnualKit }) => saveAnnualKit.kit!.rev)).toEqual([1, 1]);
    expect((await save({ notice: "En annen" }, world.board)).problems).toMatchObject([{ code: "CONFLICT" }]);
    const saved = await save({ rev: 1, papers: ["MOTIONS", "REPORT"], notice: "To " }, world.board);
    expect(saved.kit).toMatchObject({ rev: 2, papers: ["REPORT", "MOTIONS"], notice: "To " });
    const stale = await save({ rev: 1 });
    expect(stale).toMatchObject({ problems: [{ code: "CONFLICT" }], kit: { rev: 2, notice: "To " } });
  });

  test.each([
    ["notice", { notice: "Ring 01010750160" }],
    ["agenda.0.title", { agenda: [{ title: "x".repeat(161), text: "" }] }],
  ])("%s is refused in words", async (path, over) => {
    const { problems } = await save({ rev: 2, ...over });
    expect(problems.map((problem) => problem.path.join("."))).toEqual([path]);
  });

  test("is the own board's: others find nothing, and another kind of meeting has none", async () => {
    for (const seat of [world.siblingLeader, world.foreignLeader]) {
      const { errors } = await server.run(seat, KIT, { id: meetingId });
      expect(errors![0]!.extensions.code).toBe("NOT_FOUND");
      const saving = await server.run(seat, SAVE, { input: input({ rev: 2 }) });
      expect(saving.errors![0]!.extensions.code).toBe("NOT_FOUND");
    }
    const gathering = uuidv7();
    await seed.rows("meeting", { ...tenant(), id: gathering, kind: "GATHERING", held_on: DAY });
    const { errors } = await server.run(world.leader, KIT, { id: gathering });
    expect(errors![0]!.extensions.code).toBe("NOT_FOUND");
  });

  test("cannot be written when the meeting is called off", async () => {
    const id = uuidv7();
    await seed.rows("meeting", { ...tenant(), id, kind: "ANNUAL_MEETING", held_on: DAY, cancelled_at: new Date() });
    expect((await save({ id })).problems).toMatchObject([{ code: "LOCKED" }]);
  });
});

describe("the papers", () => {
  type File = { fileName: string; content: string };
  test("the list has those who have paid and are old enough on the day, and counts as reading", async () => {
    const member = async (name: string, over: object, paid: string | null = "2027-01-10", year = 2027) => {
      const id = uuidv7();
      await seed.rows("member", {
        ...tenant(),
        id,
        first_name: name,
        last_name: "Prøve",
        joined_on: "2020-01-01",
        joined_chapter_on: "2020-01-01",
        ...over,
      });
      if (year > 0) await seed.rows("member_fee", { ...tenant(), member_id: id, year, paid_on: paid });
    };
    await member("Fyller", { birth_date: "2012-02-20", birth_year: 2012 });
    await member("Dagenetter", { birth_date: "2012-02-21", birth_year: 2012 });
    await member("Bareår", { birth_year: 2012 });
    await member("Foruung", { birth_year: 2013 });
    await member("Ubetalt", {}, null);
    await member("Ifjor", {}, "2026-01-10", 2026);
    await member("Sluttet", { left_on: "2027-02-20", end_reason: "LEFT", ended_at: new Date() });
    const counted = async () =>
      Number(
        (
          await seed.client.query<{ n: string }>(
            "select coalesce(sum(exports), 0) as n from app.reading_count where seat_id = $1",
            [world.leader.seatId],
          )
        ).rows[0]!.n,
      );
    const before = await counted();
    const input = { key: uuidv7(), id: meetingId };
    const take = async () =>
      (
        await server.ask<{ takeVotingList: { list: File } }>(
          world.leader,
          `mutation ($input: TakeVotingListInput!) { takeVotingList(input: $input) { list { fileName content } } }`,
          { input },
        )
      ).takeVotingList.list;
    const taken = await take();
    expect(taken.fileName).toBe("stemmeliste-2027.pdf");
    // asked again under the same key, because the answer did not come: the same list, and one line in the trail
    expect((await take()).content.length).toBeGreaterThan(1000);
    const { rows: trail } = await seed.client.query(
      "select action, subject_type, detail, chapter_id from app.audit where subject_id = $1 and action = 'MEMBERS_EXPORTED'",
      [meetingId],
    );
    expect(trail).toEqual([
      {
        action: "MEMBERS_EXPORTED",
        subject_type: "Meeting",
        detail: { count: 2, list: "VOTING" },
        chapter_id: world.chapters.own,
      },
    ]);
    const list = (await readTagged(Buffer.from(taken.content, "base64"))).pages.map(textOf).join(" ");
    expect(list).toContain("Fyller Prøve");
    expect(list).not.toContain("Foruung");
    expect(await counted()).toBeGreaterThan(before);
    const seen = await runWork(
      server.installation.app,
      { session: hashSecret(world.leader.secret).toString("hex"), readOnly: true },
      (work) => voters(work, DAY, 15),
    );
    expect(seen.map(({ name }) => name)).toEqual(["Bareår Prøve", "Fyller Prøve"]);
  });

  const paper = async (which: string, format: string) =>
    (
      await server.ask<{ annualMeetingFile: File }>(
        world.board,
        `query ($id: ID!, $paper: AnnualMeetingPaper!, $format: AnnualMeetingFormat!) {
          annualMeetingFile(id: $id, paper: $paper, format: $format) { fileName content } }`,
        { id: meetingId, paper: which, format },
      )
    ).annualMeetingFile;

  test.each([
    ["NOTICE", "innkalling", "To"],
    ["AGENDA", "saksliste", "20. februar 2027"],
    ["MINUTES", "protokoll", "Sak 1: Åpning"],
  ])("the %s says what the board has written, to print and to go on writing in", async (which, file, words) => {
    const [pdf, docx] = [await paper(which, "PDF"), await paper(which, "DOCX")];
    expect([pdf.fileName, docx.fileName]).toEqual([`${file}-2027.pdf`, `${file}-2027.docx`]);
    const { pages } = await readTagged(Buffer.from(pdf.content, "base64"));
    const { value } = await mammoth.extractRawText({ buffer: Buffer.from(docx.content, "base64") });
    for (const text of [pages.map(textOf).join(" "), value]) {
      expect(text).toContain(words);
      expect(text).toContain("Åpning");
    }
  });

  test("those written in the app are told of as they stand, by the year they are of", async () => {
    const written = async () =>
      (
        await server.ask<{ annualKit: { written: object[] } }>(
          world.leader,
          `query ($id: ID!) { annualKit(id: $id) { written { paper year state } } }`,
          { id: meetingId },
        )
      ).annualKit.written;
    expect(await written()).toEqual([
      { paper: "REPORT", year: 2026, state: "NONE" },
      { paper: "PLAN", year: 2027, state: "NONE" },
    ]);
    await seed.rows("action_plan", { ...tenant(), id: uuidv7(), year: 2027, started_by: world.leader.seatId });
    await seed.rows("annual_report", {
      ...tenant(),
      id: uuidv7(),
      year: 2026,
      language: "nb",
      state: "FINISHED",
      version: 1,
      started_by: world.leader.seatId,
    });
    expect(await written()).toMatchObject([{ state: "READY" }, { state: "DRAFT" }]);
  });
});
