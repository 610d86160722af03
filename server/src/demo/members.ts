import { addDays, addMonths } from "@varde/domain";
import type { LocalDate } from "@varde/domain";
import type { ChapterPlan } from "./chapters/chapter-plan.js";
import { dayBetween, earlier, JOINING, later } from "./frame.js";
import type { Frame } from "./frame.js";
import { inventedEmail, inventedMobile } from "./names.js";
import type { Names } from "./names.js";
import { demoId } from "./random.js";
import type { Random } from "./random.js";
import type { ChapterRow, FeeRow, MemberRow } from "./rows.js";

/** Where numbers for invented addresses and phones come from: one count for the whole demo. */
export type Counter = { next: () => number };

export type MemberOptions = {
  frame: Frame;
  plan: ChapterPlan;
  chapter: ChapterRow;
  random: Random;
  names: Names;
  counter: Counter;
  /** ages of the members: [from, to, weight] */
  ages: [from: number, to: number, weight: number][];
  /** joiners with a set day, first names given: the ones a person of the demo finds waiting */
  waiting?: { name: string; daysAgo: number }[];
};

const month = (day: LocalDate): number => JOINING[Number(day.slice(5, 7)) - 1] ?? 1;

/** A day in `from`-`to`, more often in the months in which people join. */
export function joiningDay(random: Random, from: LocalDate, to: LocalDate): LocalDate {
  for (;;) {
    const day = dayBetween(from, to, random.next());
    if (random.chance(month(day) / 2)) return day;
  }
}

/** People leave over the year, but most when the year turns and the fee is asked for. */
function leavingDay(random: Random, from: LocalDate, to: LocalDate): LocalDate {
  const days = Array.from({ length: 4 }, () => dayBetween(from, to, random.next()));
  return days.find((day) => ["12", "01"].includes(day.slice(5, 7))) ?? days[0] ?? from;
}

function joinDays(options: MemberOptions, leavers: number): LocalDate[] {
  const { frame, plan, random, waiting = [] } = options;
  const opened = `${plan.openedYear}-02-01`;
  const joiners = Math.max(waiting.length, Math.round(plan.size * plan.growth));
  const oldest = later(opened, addMonths(frame.start, -72));
  const days = waiting.map(({ daysAgo }) => addDays(frame.today, -daysAgo));
  // those who are named are the only ones of the last two weeks
  const newest = addDays(frame.today, waiting.length > 0 ? -14 : -1);
  for (let i = waiting.length; i < joiners; i++) days.push(joiningDay(random, frame.start, newest));
  for (let i = joiners; i < plan.size + leavers; i++) {
    days.push(joiningDay(random, oldest, addDays(frame.start, -1)));
  }
  return days;
}

function ageToday(options: MemberOptions, joined: LocalDate): number {
  const { frame, random, ages } = options;
  const [from, to] = ages[random.weighted(ages.map(([, , weight]) => weight))] ?? [20, 25];
  const years = Number(frame.today.slice(0, 4)) - Number(joined.slice(0, 4));
  return Math.max(random.int(from, to), (ages[0]?.[0] ?? 13) + years);
}

function person(options: MemberOptions, joined: LocalDate, left: LocalDate | null, index: number): MemberRow {
  const { frame, plan, chapter, random, names, counter } = options;
  const first = options.waiting?.[index]?.name ?? names.first(random);
  const last = names.last(random);
  const named = options.waiting?.[index] !== undefined;
  const age = named ? random.int(18, 24) : ageToday(options, joined);
  const n = counter.next();
  // thirty days after leaving the contact details are gone
  const gone = left !== null && left < addDays(frame.today, -30);
  const preference = random.weighted([95, 3, 1, 1]);
  return {
    organization_id: chapter.organization_id,
    chapter_id: chapter.id,
    id: demoId("member", chapter.id, String(index)),
    first_name: first,
    last_name: last,
    birth_year: Number(frame.today.slice(0, 4)) - age,
    email: gone || random.chance(0.04) ? null : inventedEmail(first, last, "medlem", n),
    mobile: gone || random.chance(0.06) ? null : inventedMobile(n),
    postcode: gone ? null : random.pick(plan.postcodes),
    joined_on: joined,
    joined_chapter_on: joined,
    left_on: left,
    contact_preference: named ? "ANY" : (["ANY", "TEXT", "NOT_NOW", "NEVER"] as const)[preference]!,
    contact_again_on: preference === 2 && !named ? addDays(frame.today, random.int(10, 80)) : null,
    rev: 1,
  };
}

/** The members of one chapter: `plan.size` of today and some who have left during the history. */
export function generateMembers(options: MemberOptions): MemberRow[] {
  const { frame, plan, random } = options;
  const leavers = Math.round(plan.size * (plan.silent ? 0.3 : 0.13));
  const days = joinDays(options, leavers);
  const leftOn = new Map<number, LocalDate>();
  const latest = addDays(frame.today, -2);
  const mayLeave = days.flatMap((day, index) => (addDays(day, 75) < latest ? [index] : []));
  while (leftOn.size < Math.min(leavers, mayLeave.length)) {
    const index = random.pick(mayLeave);
    const from = later(addDays(days[index] ?? frame.start, 60), frame.start);
    if (!leftOn.has(index)) leftOn.set(index, leavingDay(random, from, latest));
  }
  return days.map((day, index) => person(options, day, leftOn.get(index) ?? null, index));
}

/** The day the fee of a year was paid, or null while it is not. */
function paidOn(random: Random, member: MemberRow, year: number, silent: boolean): LocalDate | null {
  const firstDay = `${year}-01-01`;
  if (member.joined_on >= firstDay) return random.chance(0.94) ? addDays(member.joined_on, random.int(0, 14)) : null;
  const leaves = member.left_on !== null && member.left_on < `${year}-12-01`;
  const wave = random.weighted(leaves ? [15, 10, 5, 70] : silent ? [35, 15, 10, 40] : [52, 28, 12, 8]);
  if (wave === 0) return addDays(firstDay, random.int(0, 20));
  if (wave === 1) return addDays(firstDay, random.int(21, 95));
  return wave === 2 ? addDays(firstDay, random.int(96, 300)) : null;
}

/** How much was paid and by whom: 60 kr, by a parent for the young, and of a few nobody has written it down. */
function paymentOf(member: MemberRow, year: number, nth: number): Pick<FeeRow, "amount" | "paid_by"> {
  if (nth % 9 === 4) return { amount: null, paid_by: "UNKNOWN" };
  const young = member.birth_year !== null && year - member.birth_year < 18;
  return { amount: 60_00, paid_by: young || nth % 23 === 7 ? "OTHER" : "SELF" };
}

/** One row per member and calendar year of the history, paid or not. */
export function generateFees(frame: Frame, plan: ChapterPlan, members: MemberRow[], random: Random): FeeRow[] {
  const rows: FeeRow[] = [];
  for (let year = Number(frame.start.slice(0, 4)); year <= Number(frame.today.slice(0, 4)); year++) {
    for (const member of members) {
      const left = member.left_on ?? frame.today;
      if (member.joined_on > `${year}-12-31` || left < `${year}-01-01`) continue;
      const paid = paidOn(random, member, year, plan.silent === true);
      rows.push({
        organization_id: member.organization_id,
        chapter_id: member.chapter_id,
        member_id: member.id,
        year,
        ...(paid !== null && paid <= earlier(left, frame.today)
          ? { paid_on: paid, ...paymentOf(member, year, rows.length) }
          : { paid_on: null, amount: null, paid_by: "UNKNOWN" }),
      });
    }
  }
  return rows;
}
