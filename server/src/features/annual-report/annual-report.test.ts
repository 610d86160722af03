import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { testDatabase } from "../../testkit/database.js";
import type { TestDatabase } from "../../testkit/database.js";
import { openSeed, seedFederation } from "../../testkit/seed.js";
import type { Federation, Seed } from "../../testkit/seed.js";
import { testServer } from "../../testkit/server.js";
import type { TestServer } from "../../testkit/server.js";
import { reportsOf } from "./annual-report.testing.js";
import type { ReportRead } from "./annual-report.testing.js";

let database: TestDatabase, seed: Seed, world: Federation, server: TestServer, reports: ReturnType<typeof reportsOf>;
const THIS_YEAR = new Date().getFullYear();
const YEAR = THIS_YEAR - 1;

beforeAll(async () => {
  database = await testDatabase();
  seed = await openSeed(database);
  world = await seedFederation(seed);
  server = await testServer(database);
  reports = reportsOf(server);
});
afterAll(async () => {
  await server.stop();
  await seed.close();
  await database.drop();
});

async function clear(): Promise<void> {
  for (const table of ["photo", "version", "section"])
    await seed.client.query(`delete from app.annual_report_${table}`);
  await seed.client.query("delete from app.annual_report");
}
async function begun(): Promise<ReportRead> {
  await clear();
  const { report, problems } = await reports.start(world.board, { year: YEAR });
  expect(problems).toEqual([]);
  return report!;
}
const codes = ({ problems }: { problems: { code: string }[] }) => problems.map(({ code }) => code);
const bodyOf = (report: ReportRead, section: string) => report.sections.find((one) => one.section === section)!;

describe("a draft", () => {
  let report: ReportRead;
  beforeAll(async () => {
    const tenant = { organization_id: world.organizationId, chapter_id: world.chapters.own };
    const member = async (over: object, paid: boolean) => {
      const id = uuidv7();
      await seed.rows("member", {
        ...tenant,
        id,
        first_name: "Ola",
        joined_on: `${YEAR}-02-01`,
        joined_chapter_on: `${YEAR}-02-01`,
        birth_year: YEAR - 20,
        ...over,
      });
      if (paid) await seed.rows("member_fee", { ...tenant, member_id: id, year: YEAR, paid_on: `${YEAR}-03-01` });
    };
    await member({}, true);
    // 26 on the last day of the year, whatever the day of birth
    await member({ birth_year: YEAR - 26 }, true);
    await member({ birth_year: YEAR - 25 }, false);
    // gone on the last day, there on the last day and gone since, not yet there
    await member({ left_on: `${YEAR}-12-31` }, true);
    await member({ left_on: `${THIS_YEAR}-01-01` }, false);
    await member({ joined_on: `${THIS_YEAR}-01-01`, joined_chapter_on: `${THIS_YEAR}-01-01` }, false);
    const meeting = (kind: string, over: object) =>
      seed.rows("meeting", { ...tenant, id: uuidv7(), kind, held_on: `${YEAR}-05-05`, ...over });
    await meeting("BOARD_MEETING", {});
    await meeting("BOARD_MEETING", { cancelled_at: new Date() });
    await meeting("BOARD_MEETING", { held_on: `${THIS_YEAR}-01-01` });
    await meeting("GATHERING", { title: "Bålkveld", attendance: 11 });
    const planId = uuidv7();
    await seed.rows("action_plan", { ...tenant, id: planId, year: YEAR, started_by: world.leader.seatId });
    const row = { ...tenant, plan_id: planId, position: 1, nr: "1", activity: "Sommertreff" };
    await seed.rows("action_plan_row", { ...row, id: uuidv7(), status: "PARTLY", learnt: "Begynn før påske." });
    await seed.rows("action_plan_row", { ...row, id: uuidv7(), activity: "Borte", removed_at: new Date() });
    report = await begun();
  });

  test("tells the year by what was counted", () => {
    const said = (section: string) => report.sentences.filter((one) => one.section === section).map(({ text }) => text);
    expect(said("MEMBERS")).toEqual([
      `Laget hadde 4 medlemmer 31. desember ${YEAR}.`,
      `2 medlemmer hadde betalt kontingent for ${YEAR}.`,
      "3 medlemmer var under 26 år ved utgangen av året.",
    ]);
    expect(said("MEETINGS")).toEqual([
      "Vi holdt ikke noe årsmøte, ett styremøte og ingen medlemsmøter.",
      "I tillegg hadde vi ett treff.",
      "Til sammen var det 11 oppmøter på medlemsmøter og treff.",
      `Bålkveld 5. mai ${YEAR} samlet 11 deltakere.`,
    ]);
    expect(said("PLAN")).toEqual(["1 Sommertreff: Delvis gjort. Begynn før påske."]);
    expect(said("BOARD")).toHaveLength(2);
    expect(report.board).toHaveLength(2);
    expect(report.until).toBe(`${YEAR}-12-31`);
  });

  test("begins with what the facts say, and knows what it took", () => {
    expect(report.sections).toHaveLength(10);
    expect(bodyOf(report, "PLAN").body).toBe("- 1 Sommertreff: Delvis gjort. Begynn før påske.");
    expect(bodyOf(report, "PLAN").taken).toHaveLength(1);
    expect(bodyOf(report, "ECONOMY").body).toBe("");
  });

  test("is begun once, of a year that can be", async () => {
    expect(codes(await reports.start(world.leader, { year: YEAR }))).toEqual(["CONFLICT"]);
    for (const year of [THIS_YEAR + 1, THIS_YEAR - 3])
      expect(codes(await reports.start(world.leader, { year }))).toEqual(["INVALID"]);
  });

  test("counts no persons for a seat that may not see them", async () => {
    await seed.client.query("update app.organization set safe_people = true where id = $1", [world.organizationId]);
    const seen = await reports.read(world.board, YEAR);
    await seed.client.query("update app.organization set safe_people = false where id = $1", [world.organizationId]);
    expect(seen!.sentences.filter(({ section }) => section === "MEMBERS")).toEqual([]);
    expect(seen!.sentences.length).toBeGreaterThan(5);
  });
});

describe("writing together", () => {
  test("two sections at once hinder nobody, and the same one is a conflict that shows what stands", async () => {
    const { id } = await begun();
    const [a, b] = await Promise.all([
      reports.save(world.leader, { id, section: "ECONOMY", rev: 1, body: "Penger." }),
      reports.save(world.board, { id, section: "THANKS", rev: 1, body: "Takk." }),
    ]);
    expect([codes(a), codes(b)]).toEqual([[], []]);
    const same = await Promise.all([
      reports.save(world.leader, { id, section: "INTRO", rev: 1, body: "Leder." }),
      reports.save(world.board, { id, section: "INTRO", rev: 1, body: "Styret." }),
    ]);
    expect(same.flatMap(codes)).toEqual(["CONFLICT"]);
    const [won, lost] = same[0]!.problems.length === 0 ? same : same.toReversed();
    expect(lost!.section).toEqual(won!.section);
    expect(won!.section!.rev).toBe(2);
  });

  test("the same key twice saves once, and a stale rev never", async () => {
    const { id } = await begun();
    const key = uuidv7();
    const once = { id, section: "INTRO", rev: 1, body: "En gang.", key };
    const [first, second] = await Promise.all([reports.save(world.board, once), reports.save(world.board, once)]);
    expect([codes(first), codes(second), first.section!.rev, second.section!.rev]).toEqual([[], [], 2, 2]);
    expect(codes(await reports.save(world.board, { ...once, key: uuidv7() }))).toEqual(["CONFLICT"]);
  });

  test("keeps what was taken in, and refuses what is too much or a national id", async () => {
    const { id } = await begun();
    const taken = [{ key: "meetings", text: "Vi holdt ett styremøte." }];
    const saved = await reports.save(world.board, { id, section: "MEETINGS", rev: 1, body: "x", taken });
    expect(saved.section!.taken).toEqual(taken);
    for (const body of ["a".repeat(20_001), "Født 01010012356"])
      expect(codes(await reports.save(world.board, { id, section: "INTRO", rev: 1, body }))).toEqual(["INVALID"]);
  });

  test("is told to the board by the report's id, and to nobody above", async () => {
    const { id } = await begun();
    const listen = async (secret: string) => {
      const controller = new AbortController();
      const response = await fetch(`${server.url}/live`, {
        headers: { cookie: `__Host-s=${secret}` },
        signal: controller.signal,
      });
      const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
      let text = "";
      const reading = (async () => {
        for (;;) {
          const { value, done } = await reader.read();
          if (done) return;
          text += value;
        }
      })().catch(() => {});
      return {
        text: () => text,
        stop: async () => {
          controller.abort();
          await reading;
        },
      };
    };
    const [board, above] = [await listen(world.leader.secret), await listen(world.coordinator.secret)];
    // the line to the database is open once something is heard: whoever saves goes on until then
    let rev = 1;
    await expect
      .poll(
        async () => {
          rev = (await reports.save(world.board, { id, section: "INTRO", rev, body: `${rev}` })).section!.rev;
          return board.text();
        },
        { timeout: 10_000, interval: 300 },
      )
      .toContain(id);
    expect(above.text()).not.toContain(id);
    await Promise.all([board.stop(), above.stop()]);
  });
});

describe("finishing", () => {
  test("freezes both editions: nobody above reads what counts members", async () => {
    const { id } = await begun();
    const { report } = await reports.finish(world.leader, { id, rev: 1 });
    expect([report!.state, report!.version, report!.sentences]).toEqual(["FINISHED", 1, []]);
    const document = `query ($chapterId: ID!, $year: Int!) { finishedAnnualReport(chapterId: $chapterId, year: $year) { version hash board sections { section body } } }`;
    const asked = { chapterId: world.chapters.own, year: YEAR };
    type Read = { finishedAnnualReport: { sections: { section: string; body: string }[] } };
    for (const seat of [world.coordinator, world.admin, world.mentor]) {
      const text = JSON.stringify((await server.ask<Read>(seat, document, asked)).finishedAnnualReport);
      expect(text).toContain("Bålkveld");
      expect(text).not.toMatch(/MEMBERS|FOLLOW_UP|4 medlemmer/);
    }
    const rows = await seed.client.query(
      `select edition, content, hash = sha256(convert_to(content::text, 'UTF8')) as same from app.annual_report_version order by edition`,
    );
    expect(
      rows.rows.map((row) => [row.edition, row.same, JSON.stringify(row.content).includes("4 medlemmer")]),
    ).toEqual([
      ["INTERNAL", true, true],
      ["PUBLIC", true, false],
    ]);
  });

  test("ends the writing until it is opened again with a reason, as a new version", async () => {
    const { id } = await begun();
    const first = (await reports.finish(world.leader, { id, rev: 1 })).report!;
    expect(codes(await reports.save(world.board, { id, section: "INTRO", rev: 1, body: "x" }))).toEqual(["LOCKED"]);
    expect(codes(await reports.finish(world.board, { id, rev: 2 }))).toEqual(["LOCKED"]);
    expect(codes(await reports.reopen(world.board, { id, rev: 2, because: "  " }))).toEqual(["INVALID"]);
    expect(codes(await reports.reopen(world.board, { id, rev: 1, because: "Feil tall." }))).toEqual(["CONFLICT"]);
    const open = (await reports.reopen(world.board, { id, rev: 2, because: "Feil tall." })).report!;
    expect([open.state, open.reopenedBecause]).toEqual(["DRAFT", "Feil tall."]);
    expect(codes(await reports.reopen(world.board, { id, rev: 3, because: "Igjen." }))).toEqual(["LOCKED"]);
    await reports.save(world.board, { id, section: "INTRO", rev: 1, body: "Rettet." });
    const second = (await reports.finish(world.board, { id, rev: 3 })).report!;
    expect(second.versions.map(({ version, because }) => [version, because])).toEqual([
      [2, "Feil tall."],
      [1, null],
    ]);
    expect(second.versions[1]!.hash).toBe(first.versions[0]!.hash);
    expect(second.versions[0]!.hash).not.toBe(first.versions[0]!.hash);
  });

  test("two who finish at once make one version", async () => {
    const { id } = await begun();
    const both = await Promise.all([
      reports.finish(world.leader, { id, rev: 1 }),
      reports.finish(world.board, { id, rev: 1 }),
    ]);
    expect(both.flatMap(codes)).toEqual(["LOCKED"]);
    expect((await reports.read(world.board, YEAR))!.versions).toHaveLength(1);
  });

  test("wants something written", async () => {
    await clear();
    const { report } = await reports.start(world.board, { year: YEAR, draft: false });
    expect(codes(await reports.finish(world.board, { id: report!.id, rev: 1 }))).toEqual(["INVALID"]);
    expect((await reports.read(world.board, YEAR))!.state).toBe("DRAFT");
  });

  test("holds in the database, whoever asks", async () => {
    const { id } = await begun();
    await reports.finish(world.board, { id, rev: 1 });
    await expect(seed.client.query("update app.annual_report_section set body = 'x'")).rejects.toThrow(
      "stays as it is",
    );
  });
});

describe("a file", () => {
  test("says what the report says, in both formats and editions", async () => {
    await begun();
    const pdf = (await reports.file(world.board, YEAR, "INTERNAL", "PDF")).annualReportFile;
    expect(Buffer.from(pdf.data, "base64").toString("latin1", 0, 5)).toBe("%PDF-");
    expect(pdf.fileName).toMatch(new RegExp(`^arsmelding-${YEAR}-.*\\.pdf$`));
    const docx = (await reports.file(world.board, YEAR, "PUBLIC", "DOCX")).annualReportFile;
    expect(Buffer.from(docx.data, "base64").toString("latin1", 0, 2)).toBe("PK");
  });

  test("of a draft, and of the chapter's own edition, is the board's alone", async () => {
    const { id } = await begun();
    const document = (edition: string) =>
      `query ($chapterId: ID, $year: Int!) { annualReportFile(chapterId: $chapterId, year: $year, edition: ${edition}, format: DOCX) { fileName } }`;
    const asked = { chapterId: world.chapters.own, year: YEAR };
    expect(await server.code(world.coordinator, document("PUBLIC"), asked)).toBe("NOT_FOUND");
    await reports.finish(world.board, { id, rev: 1 });
    expect(await server.code(world.coordinator, document("PUBLIC"), asked)).toBe("OK");
    expect(await server.code(world.coordinator, document("INTERNAL"), asked)).toBe("NOT_FOUND");
    expect(await server.code(world.siblingLeader, document("PUBLIC"), asked)).toBe("NOT_FOUND");
  });
});
