import { createHash } from "node:crypto";
import { addDays, checkAnswers, memberOccurrences } from "@varde/domain";
import type { LocalDate } from "@varde/domain";
import { describe, expect, it } from "vitest";
import { generateDemo } from "./generate-demo.js";
import type { DemoRows } from "./rows.js";

const DAYS: LocalDate[] = ["2026-11-22", "2026-04-21", "2027-01-10", "2027-07-15", "2028-02-29"];

const organizationOf = (rows: DemoRows, shortName: string): string =>
  rows.organization.find(({ short_name: name }) => name === shortName)!.id;
const digest = (rows: DemoRows) => createHash("sha256").update(JSON.stringify(rows)).digest("hex");
const unique = (name: string, keys: string[]) => expect(new Set(keys).size, name).toBe(keys.length);

describe("the demo federation", () => {
  it("is the same for the same day and seed, and another for another seed", () => {
    const first = digest(generateDemo({ today: DAYS[0]! }));
    expect(digest(generateDemo({ today: DAYS[0]! }))).toBe(first);
    expect(digest(generateDemo({ today: DAYS[0]!, seed: "another" }))).not.toBe(first);
  });

  it("is generated in under two seconds", () => {
    // of the processor's time: others may have it meanwhile
    const start = process.cpuUsage();
    generateDemo({ today: DAYS[0]! });
    const { user, system } = process.cpuUsage(start);
    expect((user + system) / 1000).toBeLessThan(2000);
  });
});

describe.each(DAYS)("the demo on %s", (today) => {
  const rows = generateDemo({ today });
  const mhu = organizationOf(rows, "MHU (demo)");
  const own = <T extends { organization_id: string }>(of: T[]): T[] => of.filter((row) => row.organization_id === mhu);

  it("has 15 chapters and that of the direct members, 3 regions and 1,300 members", () => {
    expect(own(rows.chapter).filter(({ direct_members: direct }) => !direct)).toHaveLength(15);
    expect(own(rows.chapter).filter(({ direct_members: direct }) => direct)).toHaveLength(1);
    expect(own(rows.region)).toHaveLength(3);
    expect(own(rows.member).filter(({ left_on: left }) => left === null)).toHaveLength(1300);
    expect(own(rows.chapter).every(({ short_name: name }) => name.startsWith("MHU "))).toBe(true);
    expect(rows.chapter.length - own(rows.chapter).length).toBe(3);
  });

  it("has twelve templates with one published version each, five core ones rolled out, and one draft", () => {
    const versions = own(rows.template_version);
    expect(own(rows.touchpoint_template)).toHaveLength(12);
    expect(versions.filter(({ state }) => state === "PUBLISHED")).toHaveLength(12);
    expect(versions.filter(({ state }) => state === "DRAFT")).toHaveLength(1);
    const core = own(rows.touchpoint_template).filter(({ core_position: position }) => position !== null);
    expect(core.map(({ id }) => id).sort()).toEqual(
      [...new Set(own(rows.rollout).map(({ template_id: id }) => id))].sort(),
    );
  });

  it("keeps the keys of the database", () => {
    for (const table of ["account", "region", "chapter", "seat", "member", "meeting", "touchpoint"] as const) {
      unique(
        table,
        rows[table].map(({ id }) => id),
      );
    }
    unique(
      "email",
      rows.account.map(({ email }) => email),
    );
    unique(
      "member email",
      rows.member.flatMap(({ email }) => email ?? []),
    );
    unique(
      "seat key",
      rows.demo_person.map((row) => `${row.organization_id} ${row.seat_key}`),
    );
    unique(
      "occurrence",
      rows.touchpoint.map((t) => [t.chapter_id, t.template_id, t.member_id, t.occurrence].join(" ")),
    );
    const members = new Map(rows.member.map((member) => [member.id, member.chapter_id]));
    const meetings = new Map(rows.meeting.map((meeting) => [meeting.id, meeting.chapter_id]));
    const seats = new Map(rows.seat.map((seat) => [seat.id, seat]));
    for (const t of rows.touchpoint) {
      if (t.member_id) expect(members.get(t.member_id)).toBe(t.chapter_id);
      if (t.meeting_id) expect(meetings.get(t.meeting_id)).toBe(t.chapter_id);
      const closer = t.closed_by ? seats.get(t.closed_by) : undefined;
      if (!closer) continue;
      const day = t.closed_at!.slice(0, 10);
      expect(closer.chapter_id).toBe(t.chapter_id);
      expect(closer.valid_from <= day && (closer.valid_to === null || closer.valid_to > day)).toBe(true);
    }
  });

  it("keeps every table to one set of columns, so that it loads in one statement", () => {
    for (const [table, of] of Object.entries(rows)) {
      const columns = Object.keys(of[0] ?? {})
        .sort()
        .join();
      expect(of.length, table).toBeGreaterThan(0);
      expect(
        of.every((row) => Object.keys(row).sort().join() === columns),
        table,
      ).toBe(true);
    }
  });

  it("has its days in order and nothing done in the future", () => {
    for (const t of rows.touchpoint) {
      expect(t.opens_on <= t.due_on && t.due_on <= t.miss_on, t.occurrence).toBe(true);
      expect(t.opens_on <= addDays(today, 60)).toBe(true);
      for (const done of [t.closed_at, t.emptied_at, t.waived_at, t.cancelled_at, t.started_at, t.created_at]) {
        if (done) expect(done.slice(0, 10) < today, `${t.occurrence} ${done}`).toBe(true);
      }
      if (t.closed_at)
        expect(t.closed_at.slice(0, 10) >= t.opens_on && t.closed_at.slice(0, 10) <= t.miss_on).toBe(true);
      if (t.closed_at) expect(t.started_at! <= t.closed_at).toBe(true);
    }
    for (const m of rows.meeting) expect(m.attendance === null || m.held_on < today).toBe(true);
    for (const m of rows.member) {
      expect(m.joined_on <= today && (m.left_on === null || (m.left_on > m.joined_on && m.left_on < today))).toBe(true);
    }
    for (const f of rows.member_fee) expect(f.paid_on === null || f.paid_on <= today).toBe(true);
  });

  it("asks of each who joined what the trigger's arithmetic says", () => {
    const versions = new Map(rows.template_version.map((version) => [version.id, version]));
    const members = new Map(rows.member.map((member) => [member.id, member]));
    for (const t of rows.touchpoint.filter(({ member_id: id }) => id !== null)) {
      const { definition } = versions.get(t.version_id)!;
      const event = t.occurrence.slice(0, 10);
      const wanted = memberOccurrences(definition, event).find(({ occurrence }) => occurrence === t.occurrence);
      expect(wanted).toEqual({ occurrence: t.occurrence, opensOn: t.opens_on, dueOn: t.due_on, missOn: t.miss_on });
      if (definition.trigger.kind === "MEMBER_JOINED") expect(event).toBe(members.get(t.member_id!)!.joined_on);
    }
  });

  it("answers only what is asked, as the rules of a report have it", () => {
    const versions = new Map(rows.template_version.map((version) => [version.id, version.definition]));
    for (const t of rows.touchpoint.filter(({ closed_at: closed }) => closed !== null)) {
      const definition = versions.get(t.version_id)!;
      const fields = t.period_report ? [definition.periodReport!.field] : definition.reportFields;
      const typed = Object.fromEntries(
        Object.entries(t.answers).filter(([key]) => fields.find((field) => field.key === key)?.type !== "AUTO"),
      );
      const partial = t.about_member && t.outcome !== "REACHED";
      expect(checkAnswers(fields, typed, { aboutMember: t.about_member, today, partial }), t.occurrence).toEqual([]);
      const steps = new Set(definition.steps.map(({ key }) => key));
      expect(t.steps_done.every((key) => steps.has(key))).toBe(true);
    }
  });

  it("has no address that can be reached and no number that can be dialled", () => {
    for (const { email } of [...rows.account, ...rows.member])
      if (email) expect(email).toMatch(/^[a-z0-9.]+@[a-z]+\.example$/);
    for (const { mobile } of rows.member) if (mobile) expect(mobile).toMatch(/^\+47 000 \d\d \d{3}$/);
    for (const { link } of rows.meeting) if (link) expect(new URL(link).hostname).toMatch(/\.example$/);
  });
});
