import { addDays, drawStratified, sizeClassOf, touchpointStatus } from "@varde/domain";
import type { LocalDate, TouchpointStatus } from "@varde/domain";
import { describe, expect, it } from "vitest";
import { generateDemo } from "./generate-demo.js";
import type { DemoRows, TouchpointRow } from "./rows.js";

const DAYS: LocalDate[] = ["2026-11-22", "2026-04-21", "2027-01-10", "2027-07-15", "2028-02-29"];
const instant = (value: string | null): Date | null => (value === null ? null : new Date(value));

function statusOf(row: TouchpointRow, today: LocalDate): TouchpointStatus {
  return touchpointStatus(
    {
      opensOn: row.opens_on,
      dueOn: row.due_on,
      missOn: row.miss_on,
      lateAllowed: row.late_allowed,
      startedAt: instant(row.started_at),
      closedAt: instant(row.closed_at),
      outcome: row.outcome,
      waivedAt: instant(row.waived_at),
      cancelledAt: instant(row.cancelled_at),
      emptiedAt: instant(row.emptied_at),
      exceptionUntil: null,
    },
    today,
  );
}

const chapterOf = (rows: DemoRows, shortName: string): string =>
  rows.chapter.find(({ short_name: name }) => name === shortName)!.id;

describe.each(DAYS)("the story of the demo on %s", (today) => {
  const rows = generateDemo({ today });

  it("lets most chapters be alike, one shine and two need help", () => {
    const onTime = (shortName: string): number => {
      const id = chapterOf(rows, shortName);
      const statuses = rows.touchpoint.filter((t) => t.chapter_id === id).map((t) => statusOf(t, today));
      const count = (...wanted: TouchpointStatus[]) => statuses.filter((status) => wanted.includes(status)).length;
      return count("DONE_ON_TIME") / count("DONE_ON_TIME", "DONE_LATE", "MISSED");
    };
    expect(onTime("MHU Tromsø")).toBeGreaterThan(0.9);
    expect(onTime("MHU Fredrikstad")).toBeLessThan(0.5);
    for (const name of ["MHU Oslo", "MHU Bergen", "MHU Trondheim", "MHU Stavanger", "MHU Drammen", "MHU Asker"]) {
      expect(onTime(name), name).toBeGreaterThan(0.6);
      expect(onTime(name), name).toBeLessThan(0.85);
    }
    const silent = rows.touchpoint.filter((t) => t.chapter_id === chapterOf(rows, "MHU Skien"));
    const lately = silent.filter((t) => (t.closed_at ?? t.emptied_at ?? "") > addDays(today, -118));
    expect(lately).toEqual([]);
    expect(silent.filter((t) => t.opens_on > addDays(today, -115) && t.opens_on <= today).length).toBeGreaterThan(1);
    const seats = rows.seat.filter(
      (seat) => seat.chapter_id === chapterOf(rows, "MHU Skien") && seat.role !== "MENTOR",
    );
    expect(seats.every(({ valid_to: to }) => to !== null && to < today)).toBe(true);
  });

  it("gives Jonas a good day: two to greet and one meeting to report", () => {
    const jonas = rows.demo_person.find(({ seat_key: key }) => key === "asker-board")!;
    expect(rows.seat.find(({ id }) => id === jonas.seat_id)!.holder_name).toBe("Jonas Eide");
    const asker = chapterOf(rows, "MHU Asker");
    const members = new Map(rows.member.map((member) => [member.id, member.first_name]));
    const open = rows.touchpoint.filter(
      (t) => t.chapter_id === asker && t.opens_on <= today && ["OPEN", "OVERDUE"].includes(statusOf(t, today)),
    );
    const names = open.map((t) => members.get(t.member_id ?? ""));
    expect(names).toEqual(expect.arrayContaining(["Sara", "Emil"]));
    expect(open.length).toBeLessThanOrEqual(6);
    expect(open.every((t) => statusOf(t, today) === "OPEN")).toBe(true);
    const unreported = rows.meeting.filter((m) => m.chapter_id === asker && m.held_on < today && m.attendance === null);
    expect(unreported).toHaveLength(1);
  });

  it("has one pilot that was over yesterday, in chapters anybody can draw again, with one board to answer", () => {
    const [pilot] = rows.pilot;
    expect(rows.pilot).toHaveLength(1);
    expect(pilot).toMatchObject({ ends_on: addDays(today, -1), eligible: 15, chosen: "RANDOM" });
    const covered = rows.rollout_chapter.filter(({ rollout_id: id }) => id === pilot!.rollout_id);
    const units = rows.chapter
      .filter((one) => one.organization_id === pilot!.organization_id && !one.direct_members)
      .map(({ id }) => {
        const members = rows.member.filter((one) => one.chapter_id === id && one.joined_on <= today);
        const there = members.filter(({ left_on: left }) => left === null || left > today);
        return { id, stratum: sizeClassOf(there.length) };
      });
    expect(covered.map((one) => one.chapter_id).sort()).toEqual(drawStratified(units, 7, pilot!.seed!));
    const silent = covered.filter((one) => !rows.pilot_answer.some((answer) => answer.chapter_id === one.chapter_id));
    expect(silent.map((one) => one.chapter_id)).toEqual([chapterOf(rows, "MHU Drammen")]);
    // a version is a chapter's from a day on, and the one before until then
    const drammen = rows.rollout_chapter.filter(
      (one) => one.template_id === pilot!.template_id && one.chapter_id === silent[0]!.chapter_id,
    );
    expect(drammen.map((one) => [one.version_id === pilot!.version_id, one.until_day])).toEqual([
      [false, pilot!.starts_on],
      [true, null],
    ]);
  });

  it("offers the people of the demo by readable keys, on seats that hold today", () => {
    const keys = rows.demo_person.map(({ seat_key: key }) => key);
    for (const key of [
      "national-admin",
      "national-editor",
      "region-ost",
      "region-vest",
      "region-nord",
      "asker-leader",
      "asker-board",
      "drammen-leader",
      "mentor",
      "mh-national-admin",
      "mh-asker-leader",
    ]) {
      expect(keys).toContain(key);
    }
    const seats = new Map(rows.seat.map((seat) => [seat.id, seat]));
    for (const { seat_id: id } of rows.demo_person) {
      const seat = seats.get(id)!;
      expect(seat.valid_from <= today && (seat.valid_to === null || seat.valid_to > today)).toBe(true);
    }
    const held = rows.seat.filter((seat) => seat.holder_name === "Mikkel Hansen" && (seat.valid_to ?? "9") > today);
    expect(held.map(({ role }) => role).sort()).toEqual(["CHAPTER_BOARD", "MENTOR"]);
    expect(new Set(held.map(({ account_id: account }) => account)).size).toBe(1);
  });
});
