import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { addDays, memberOccurrences, osloDate } from "@varde/domain";
import { testDatabase } from "../../testkit/database.js";
import type { TestDatabase } from "../../testkit/database.js";
import { openSeed } from "../../testkit/seed.js";
import type { Seed } from "../../testkit/seed.js";
import { testServer } from "../../testkit/server.js";
import type { TestServer } from "../../testkit/server.js";
import { testJobContext, testMailer } from "../../testkit/sign-in.js";
import { evaluateTriggers } from "./evaluate-triggers.js";
import { begunBy, triggerWorld } from "./triggers.testing.js";
import type { TriggerWorld } from "./triggers.testing.js";

let database: TestDatabase, seed: Seed, server: TestServer, world: TriggerWorld;
let jobs: Awaited<ReturnType<typeof testJobContext>>;
beforeAll(async () => {
  database = await testDatabase();
  seed = await openSeed(database);
  server = await testServer(database);
  jobs = await testJobContext(server, testMailer());
  world = triggerWorld(seed);
});
afterAll(async () => {
  await jobs.close();
  await server.stop();
  await seed.close();
  await database.drop();
});
const run = (of: { id: string }, on: string) => evaluateTriggers(jobs.context, of.id, { on });

describe("each event", () => {
  test("a member joined: one for each offset, when its day comes, and once", async () => {
    const of = await world.organization();
    const { templateId } = await world.rolledOut(of, begunBy({ kind: "MEMBER_JOINED", offsets: [3, 14, 90] }));
    await world.member(of, { joined_on: "2025-06-01" });
    expect(await run(of, "2025-06-03")).toBe(0);
    for (const day of ["2025-06-04", "2025-06-05", "2025-06-15", "2025-08-30"]) await run(of, day);
    expect(await world.days(templateId)).toEqual([
      "2025-06-04 2025-06-07 2025-06-14",
      "2025-06-15 2025-06-18 2025-06-25",
      "2025-08-30 2025-09-02 2025-09-09",
    ]);
    expect((await world.made(templateId)).map((row) => row.occurrence)).toEqual(
      memberOccurrences(begunBy({ kind: "MEMBER_JOINED", offsets: [14, 3, 90] }), "2025-06-01").map(
        (o) => o.occurrence,
      ),
    );
    expect(await world.logged(templateId)).toEqual({ FIRED: 3 });
  });

  test("a member came to the chapter, also years after joining", async () => {
    const of = await world.organization();
    const { templateId } = await world.rolledOut(of, begunBy({ kind: "MEMBER_JOINED_CHAPTER", offsets: [0] }));
    await world.member(of, { joined_on: "2021-02-03", joined_chapter_on: "2025-06-01" });
    await run(of, "2025-06-01");
    expect(await world.days(templateId)).toEqual(["2025-06-01 2025-06-04 2025-06-11"]);
  });

  test("a fee is asked for from who was a member at New Year and has not paid on the day", async () => {
    const of = await world.organization();
    const { templateId } = await world.rolledOut(of, begunBy({ kind: "FEE_UNPAID", offsets: [59] }));
    const [paid, late, none] = [await world.member(of), await world.member(of), await world.member(of)];
    await world.member(of, { joined_on: "2025-01-02" });
    await world.fee(of, paid, 2025, "2025-02-28");
    await world.fee(of, late, 2025, "2025-03-04");
    await run(of, "2025-03-01");
    expect((await world.made(templateId)).map((row) => row.member)).toEqual([late, none].sort());
    expect((await world.made(templateId))[0]?.occurrence).toBe("2025-01-01+59");
  });

  test("no fee of the year on record says nothing about who has paid", async () => {
    const of = await world.organization();
    const { templateId } = await world.rolledOut(of, begunBy({ kind: "FEE_UNPAID", offsets: [59] }));
    await world.member(of);
    await run(of, "2025-03-01");
    expect(await world.days(templateId)).toEqual([]);
  });

  test("a member was away for so many days, where it is known who came", async () => {
    const of = await world.organization(2);
    const { templateId } = await world.rolledOut(of, begunBy({ kind: "MEMBER_INACTIVE", days: 30, offsets: [0] }));
    const [away, back] = [await world.member(of), await world.member(of)];
    await world.member(of, {}, of.chapters[1]);
    await world.came(of, "2025-05-01", away, back);
    await world.came(of, "2025-05-20", back);
    await run(of, "2025-05-30");
    expect(await world.days(templateId)).toEqual([]);
    await run(of, "2025-05-31");
    expect(await world.made(templateId)).toMatchObject([{ member: away, occurrence: "2025-05-31+0" }]);
    // nothing was held since: that nobody came says nothing
    await run(of, "2025-06-19");
    expect(await world.made(templateId)).toHaveLength(1);
  });

  test("a member left: of their own will, and only then", async () => {
    const of = await world.organization();
    const { templateId } = await world.rolledOut(of, begunBy({ kind: "MEMBER_LEFT", offsets: [7] }));
    const gone = await world.member(of, { left_on: "2025-06-01", end_reason: "LEFT" });
    await world.member(of, { left_on: "2025-06-01", end_reason: "DIED" });
    await world.member(of, { left_on: "2025-06-01", end_reason: "AGED_OUT" });
    await run(of, "2025-06-08");
    expect(await world.made(templateId)).toMatchObject([{ member: gone, days: "2025-06-08 2025-06-11 2025-06-18" }]);
  });

  test("an age is reached on the birthday, ahead of it by a negative offset, and on the 28th for who is born on the 29th", async () => {
    const of = await world.organization();
    const trigger = { kind: "AGE_REACHED", age: 15, offsets: [-14] } as const;
    const { templateId } = await world.rolledOut(of, begunBy({ ...trigger, offsets: [-14] }));
    const leap = await world.member(of, { birth_date: "2012-02-29", birth_year: 2012 });
    await world.member(of, { birth_year: 2012 });
    await run(of, "2027-02-13");
    expect(await world.made(templateId)).toEqual([]);
    await run(of, "2027-02-14");
    expect(await world.made(templateId)).toMatchObject([{ member: leap, occurrence: "2027-02-28+-14" }]);
  });

  test("after another template's touchpoint about the same member, from the Oslo day it was closed", async () => {
    const of = await world.organization();
    const first = await world.rolledOut(of, begunBy({ kind: "MEMBER_JOINED", offsets: [0] }));
    const after = { kind: "AFTER", templateKey: first.key, offsets: [1] } as const;
    const next = await world.rolledOut(of, begunBy({ ...after, offsets: [1], aboutMember: true }));
    const duty = await world.rolledOut(of, begunBy({ ...after, offsets: [1] }));
    const memberId = await world.member(of, { joined_on: "2025-06-01" });
    await run(of, "2025-06-01");
    // half an hour past midnight in Oslo
    await seed.client.query(`update app.touchpoint set closed_at = '2025-06-02T22:30:00Z' where template_id = $1`, [
      first.templateId,
    ]);
    await run(of, "2025-06-04");
    expect(await world.made(next.templateId)).toMatchObject([{ member: memberId, occurrence: "2025-06-03+1" }]);
    // a duty of the chapter would tell those above that a member's was closed
    expect(await world.made(duty.templateId)).toEqual([]);
  });

  test("after a duty comes a duty, once for each day", async () => {
    const of = await world.organization();
    const first = await world.make.template(of.id);
    const duty = await world.rolledOut(of, begunBy({ kind: "AFTER", templateKey: first.key, offsets: [2] }));
    for (const closed_at of ["2025-06-01T10:00:00Z", "2025-06-01T12:00:00Z"])
      await world.make.touchpoint(first, of.chapter, { opens_on: "2025-06-01", closed_at });
    await run(of, "2025-06-03");
    await run(of, "2025-06-03");
    expect(await world.made(duty.templateId)).toMatchObject([{ member: null, occurrence: "2025-06-01+2" }]);
  });
});

test("a member joins at 23:59 on the last Sunday of October: welcomed once, due on the right day", async () => {
  const of = await world.organization();
  const { templateId } = await world.rolledOut(of, begunBy({ kind: "MEMBER_JOINED", offsets: [3] }));
  // the day has 25 hours: 23:59 comes after the clock was moved
  const joined = osloDate(new Date("2026-10-25T22:59:00Z"));
  expect(joined).toBe("2026-10-25");
  await world.member(of, { joined_on: joined });
  for (let day = joined; day <= "2026-11-03"; day = addDays(day, 1)) await run(of, day);
  expect(await world.days(templateId)).toEqual(["2026-10-28 2026-10-31 2026-11-07"]);
});

describe("from when", () => {
  test("what happened before the chapter had the template makes nothing", async () => {
    const of = await world.organization();
    const { templateId } = await world.rolledOut(of, begunBy({ kind: "MEMBER_JOINED", offsets: [3] }), {
      effective_from: "2025-06-02",
    });
    await world.member(of, { joined_on: "2025-06-01" });
    await world.member(of, { joined_on: "2025-06-02" });
    await run(of, "2025-06-05");
    expect(await world.days(templateId)).toEqual(["2025-06-05 2025-06-08 2025-06-15"]);
  });

  test("a new version keeps the promise of the one before, with its own days", async () => {
    const of = await world.organization();
    const first = await world.rolledOut(of, begunBy({ kind: "MEMBER_JOINED", offsets: [3, 90] }));
    await world.member(of, { joined_on: "2025-06-01" });
    await run(of, "2025-06-04");
    const versionId = await world.make.version(
      first,
      begunBy(
        { kind: "MEMBER_JOINED", offsets: [3, 90] },
        { schedule: { opensAfterDays: 0, dueAfterDays: 5, missAfterDays: 7, lateAllowed: true } },
      ),
      { major: 2, about_member: true },
    );
    await seed.client.query(`update app.rollout_chapter set until_day = '2025-07-01' where template_id = $1`, [
      first.templateId,
    ]);
    await seed.rollout({ ...first, versionId }, of.admin.seatId, { effective_from: "2025-07-01" });
    for (const day of ["2025-07-02", "2025-08-30"]) await run(of, day);
    expect(await world.made(first.templateId)).toMatchObject([
      { days: "2025-06-04 2025-06-07 2025-06-14", version: first.versionId },
      { days: "2025-08-30 2025-09-04 2025-09-11", version: versionId },
    ]);
  });

  test("who moved here is not welcomed again for what the chapter before has done", async () => {
    const of = await world.organization(2);
    const { templateId } = await world.rolledOut(of, begunBy({ kind: "MEMBER_JOINED", offsets: [3, 14] }));
    const id = await world.member(of, {
      joined_on: "2025-06-01",
      left_on: "2025-06-08",
      end_reason: "MOVED",
      moved_to_chapter_id: of.chapters[1],
    });
    await seed.client.query(
      `insert into app.member (organization_id, chapter_id, id, first_name, joined_on, joined_chapter_on)
       select organization_id, moved_to_chapter_id, id, first_name, joined_on, left_on from app.member where id = $1`,
      [id],
    );
    await run(of, "2025-06-08");
    await run(of, "2025-06-15");
    expect(await world.days(templateId)).toEqual(["2025-06-15 2025-06-18 2025-06-25"]);
  });

  test("after a time without evaluation what is in time is made; what is past due by the roll-out's word", async () => {
    const of = await world.organization();
    const trigger = { kind: "MEMBER_JOINED", offsets: [0, 2, 14] } as const;
    const definition = begunBy({ ...trigger, offsets: [0, 2, 14] });
    const skip = await world.rolledOut(of, definition);
    const last = await world.rolledOut(of, definition, { catch_up: "COMPRESS" });
    const ask = await world.rolledOut(of, definition, { catch_up: "ASK" });
    await world.member(of, { joined_on: "2025-06-01" });
    for (const day of ["2025-06-16", "2025-06-17", "2025-06-30"]) await run(of, day);
    const inTime = "2025-06-15 2025-06-18 2025-06-25";
    expect(await world.days(skip.templateId)).toEqual([inTime]);
    expect(await world.days(ask.templateId)).toEqual([inTime]);
    expect(await world.days(last.templateId)).toEqual([inTime, "2025-06-16 2025-06-23 2025-06-30"]);
    expect(await world.skipped(skip.templateId)).toEqual(["PAST_DUE 2025-06-01+0", "PAST_DUE 2025-06-01+2"]);
    expect(await world.logged(last.templateId)).toEqual({ FIRED: 2, PAST_DUE: 1 });
  });
});

describe("what a member has asked for", () => {
  const joined = { joined_on: "2025-06-01" };
  const welcome = begunBy({ kind: "MEMBER_JOINED", offsets: [0] });
  test("never: nothing, and why is kept; a text is as good as a call", async () => {
    const of = await world.organization();
    const { templateId } = await world.rolledOut(of, welcome);
    await world.member(of, { ...joined, contact_preference: "NEVER" });
    const text = await world.member(of, { ...joined, contact_preference: "TEXT" });
    await run(of, "2025-06-01");
    await run(of, "2025-06-02");
    expect(await world.made(templateId)).toMatchObject([{ member: text }]);
    expect(await world.skipped(templateId)).toEqual(["NEVER 2025-06-01+0"]);
    expect(await world.logged(templateId)).toEqual({ FIRED: 1, NEVER: 1 });
  });

  test("not now: made when the day comes, if it is in time then", async () => {
    const of = await world.organization();
    const { templateId } = await world.rolledOut(of, welcome);
    const later = { ...joined, contact_preference: "NOT_NOW" };
    const soon = await world.member(of, { ...later, contact_again_on: "2025-06-03" });
    await world.member(of, { ...later, contact_again_on: "2025-06-05" });
    await world.member(of, { ...later, contact_again_on: null });
    await run(of, "2025-06-01");
    expect(await world.made(templateId)).toEqual([]);
    for (const day of ["2025-06-03", "2025-06-05", "2025-06-09"]) await run(of, day);
    expect(await world.made(templateId)).toMatchObject([{ member: soon, days: "2025-06-03 2025-06-04 2025-06-11" }]);
    expect(await world.skipped(templateId)).toEqual([
      "NOT_NOW 2025-06-01+0",
      "NOT_NOW 2025-06-01+0",
      "NOT_NOW 2025-06-01+0 2025-06-03",
    ]);
  });

  test("who has left is left alone", async () => {
    const of = await world.organization();
    const { templateId } = await world.rolledOut(of, begunBy({ kind: "MEMBER_JOINED", offsets: [14] }));
    await world.member(of, { ...joined, left_on: "2025-06-10", end_reason: "LEFT" });
    await run(of, "2025-06-15");
    expect(await world.made(templateId)).toEqual([]);
    expect(await world.skipped(templateId)).toEqual([]);
  });
});

test("nothing opens in quiet weeks, also where they meet: it opens after them, with as many days as it had", async () => {
  const of = await world.organization();
  const { templateId } = await world.rolledOut(of, begunBy({ kind: "MEMBER_JOINED", offsets: [0] }));
  await world.quiet(of, "2025-12-22", "2025-12-31");
  await world.quiet(of, "2026-01-01", "2026-01-04");
  await world.member(of, { joined_on: "2025-12-21" });
  await world.member(of, { joined_on: "2025-12-24" });
  for (const day of ["2025-12-21", "2025-12-24", "2026-01-04"]) await run(of, day);
  expect(await world.days(templateId)).toEqual(["2025-12-21 2025-12-24 2025-12-31"]);
  expect(await world.skipped(templateId)).toEqual(["QUIET 2025-12-24+0 2026-01-05"]);
  await run(of, "2026-01-05");
  expect((await world.days(templateId))[1]).toBe("2026-01-05 2026-01-08 2026-01-15");
});

test("another organization is not touched", async () => {
  const [of, other] = [await world.organization(), await world.organization()];
  const definition = begunBy({ kind: "MEMBER_JOINED", offsets: [0] });
  const [own, foreign] = [await world.rolledOut(of, definition), await world.rolledOut(other, definition)];
  for (const one of [of, other]) await world.member(one, { joined_on: "2025-06-01" });
  await run(of, "2025-06-01");
  expect(await world.made(own.templateId)).toHaveLength(1);
  expect(await world.made(foreign.templateId)).toEqual([]);
});
