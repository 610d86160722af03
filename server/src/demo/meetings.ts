import { addDays, addMonths, weekday } from "@varde/domain";
import type { LocalDate } from "@varde/domain";
import type { ChapterPlan } from "./chapters/chapter-plan.js";
import { at, later } from "./frame.js";
import type { Frame } from "./frame.js";
import { demoId } from "./random.js";
import type { Random } from "./random.js";
import type { ChapterRow, MeetingRow } from "./rows.js";

/** What differs between meetings; the rest follows from the chapter. */
export type MeetingFacts = Pick<MeetingRow, "kind" | "held_on" | "attendance"> & { title?: string; starts_at?: string };

const GATHERINGS = ["Spillkveld", "Filmkveld", "Pizzakveld", "Tur ut", "Strikkekafé", "Åpen kveld", "Kreativ kveld"];

/** One meeting of the chapter; the day and kind decide its id. */
export function meeting(
  plan: ChapterPlan,
  chapter: ChapterRow,
  host: string,
  random: Random,
  facts: MeetingFacts,
): MeetingRow {
  return {
    organization_id: chapter.organization_id,
    chapter_id: chapter.id,
    id: demoId("meeting", chapter.id, facts.kind, facts.held_on),
    kind: facts.kind,
    title: facts.title ?? null,
    held_on: facts.held_on,
    starts_at: facts.starts_at ?? "18:00",
    place: random.pick(plan.venues),
    host: host.split(" ")[0] ?? host,
    link: `https://treff.example/${plan.key}/${facts.held_on}`,
    attendance: facts.attendance,
    cancelled_at: null,
    created_at: at(addDays(facts.held_on, -90), 18),
    rev: 1,
  };
}

/** How full a gathering is: fewer in summer and around Christmas. */
export function attendanceAt(plan: ChapterPlan, day: LocalDate, random: Random, share: number): number {
  const month = Number(day.slice(5, 7));
  const season = month === 6 || month === 8 || month === 12 || month === 1 ? 0.75 : 1;
  const expected = Math.min(34, 3 + plan.size * share) * season * (plan.onTime > 0.9 ? 1.4 : 1);
  return Math.max(2, Math.min(plan.size, Math.round(expected * (0.7 + random.next() * 0.6))));
}

/** The n-th given weekday of the month that holds `day`, n from 0. */
function weekdayOfMonth(day: LocalDate, wanted: number, n: number): LocalDate {
  const first = `${day.slice(0, 7)}-01`;
  return addDays(first, ((wanted - weekday(first) + 7) % 7) + 7 * n);
}

/** The day of a chapter's annual meeting in a year. */
export const annualMeetingOn = (plan: Pick<ChapterPlan, "weekday">, year: number): LocalDate =>
  later(weekdayOfMonth(`${year}-02-01`, plan.weekday, 2), `${year}-02-12`);

/** Gatherings, board meetings and annual meetings, 18 months back and 60 days ahead. July is empty. */
export function generateMeetings(
  frame: Frame,
  plan: ChapterPlan,
  chapter: ChapterRow,
  host: string,
  random: Random,
): MeetingRow[] {
  const rows = new Map<string, MeetingRow>();
  const add = (facts: Omit<MeetingFacts, "attendance">, share: number): void => {
    const { held_on } = facts;
    if (held_on < frame.start || held_on > frame.horizon) return;
    if (plan.silent && held_on > frame.silentSince) return;
    const people =
      facts.kind === "BOARD_MEETING" ? random.int(2, plan.board) : attendanceAt(plan, held_on, random, share);
    const row = meeting(plan, chapter, host, random, { ...facts, attendance: held_on < frame.today ? people : null });
    rows.set(row.id, row);
  };
  for (let month = frame.start; month <= frame.horizon; month = addMonths(month, 1)) {
    const number = month.slice(5, 7);
    if (number === "07") continue;
    // the next two months are planned where a chapter plans at all
    const chance = month > frame.today ? Math.min(1, plan.gatherings + 0.2) : plan.gatherings;
    if (random.chance(chance)) {
      const title = number === "12" ? "Juletreff" : number === "06" ? "Sommertreff" : random.pick(GATHERINGS);
      add({ kind: "GATHERING", held_on: weekdayOfMonth(month, plan.weekday, 1), title }, 0.12);
    }
    if (plan.onTime > 0.9) {
      add({ kind: "GATHERING", held_on: weekdayOfMonth(month, plan.weekday, 3), title: random.pick(GATHERINGS) }, 0.12);
    }
    if (plan.board === 3 && random.chance(0.8)) {
      add({ kind: "BOARD_MEETING", held_on: weekdayOfMonth(month, (plan.weekday % 5) + 1, 0), starts_at: "17:00" }, 0);
    }
    if (number === "02" && !plan.direct) {
      add(
        { kind: "ANNUAL_MEETING", held_on: annualMeetingOn(plan, Number(month.slice(0, 4))), title: "Årsmøte" },
        0.18,
      );
    }
  }
  return [...rows.values()];
}
