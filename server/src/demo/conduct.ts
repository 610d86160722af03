import { addDays } from "@varde/domain";
import type { LocalDate, Occurrence, TemplateDefinition } from "@varde/domain";
import type { ChapterPlan } from "./chapters/chapter-plan.js";
import { at, dayBetween, earlier, later } from "./frame.js";
import type { Frame } from "./frame.js";
import { touchpointId } from "./random.js";
import type { Random } from "./random.js";
import type { ChapterRow, SeatRow, TouchpointRow } from "./rows.js";

/** A template as it was rolled out: its versions in order of the day from which they hold. */
export type RolledOut = {
  key: string;
  templateId: string;
  definition: TemplateDefinition;
  from: LocalDate;
  versions: { id: string; major: number; from: LocalDate }[];
};

/** One chapter at work. `upToDate`: whatever opened before yesterday and could still be done, is done. */
export type AtWork = {
  frame: Frame;
  plan: ChapterPlan;
  chapter: ChapterRow;
  seats: SeatRow[];
  random: Random;
  upToDate: boolean;
};

/** A touchpoint nobody has touched yet. */
export function untouched(
  work: AtWork,
  template: RolledOut,
  occurrence: Occurrence,
  member: string | null,
  periodReport = false,
): TouchpointRow {
  const { chapter } = work;
  const { opensOn, dueOn, missOn } = occurrence;
  const version = template.versions.findLast(({ from }) => from <= opensOn) ?? template.versions[0]!;
  return {
    organization_id: chapter.organization_id,
    chapter_id: chapter.id,
    id: touchpointId(chapter.id, template.templateId, member, occurrence.occurrence),
    template_id: template.templateId,
    version_id: version.id,
    major: version.major,
    about_member: member !== null,
    period_report: periodReport,
    member_id: member,
    occurrence: occurrence.occurrence,
    opens_on: opensOn,
    due_on: dueOn,
    miss_on: missOn,
    first_due_on: dueOn,
    late_allowed: template.definition.schedule.lateAllowed,
    started_at: null,
    closed_at: null,
    closed_by: null,
    emptied_at: null,
    waived_at: null,
    cancelled_at: null,
    cancelled_because: null,
    outcome: null,
    attempts: 0,
    answers: {},
    steps_done: [],
    assignee_seat_id: null,
    meeting_id: null,
    report_seconds: null,
    unlinked_on: null,
    created_at: at(earlier(opensOn, addDays(work.frame.today, -1)), 5),
    rev: 1,
  };
}

/** The day this chapter gets it done, by its own odds; null when it has not (yet) or never does. Always before today. */
export function closingDay(work: AtWork, occurrence: Occurrence): LocalDate | null {
  const { frame, plan, random } = work;
  const { opensOn, dueOn, missOn } = occurrence;
  const draw = random.next();
  const share = random.next();
  let day: LocalDate | null = null;
  if (draw < plan.onTime) day = dayBetween(opensOn, dueOn, Math.sqrt(share));
  else if (draw < plan.onTime + plan.late && missOn > dueOn) day = dayBetween(addDays(dueOn, 1), missOn, share * share);
  if (plan.silent && day !== null && day > frame.silentSince) return null;
  if (day !== null && day < frame.today) return day;
  if (!work.upToDate || missOn < frame.today || opensOn >= addDays(frame.today, -1)) return null;
  return later(opensOn, earlier(dueOn, addDays(frame.today, -2)));
}

function seatOn(work: AtWork, day: LocalDate): SeatRow | undefined {
  const held = work.seats.filter(({ valid_from: from, valid_to: to }) => from <= day && (to === null || to > day));
  return held.length > 0 ? work.random.pick(held) : undefined;
}

/** Which steps were ticked: mostly all of them. */
function ticked(random: Random, definition: TemplateDefinition, all: number): string[] {
  const keys = definition.steps.map(({ key }) => key);
  return random.chance(all) ? keys : keys.filter(() => random.chance(0.6));
}

/** Closes the touchpoint in the afternoon or evening of the day, by someone who held a seat then. */
export function close(work: AtWork, template: RolledOut, row: TouchpointRow, day: LocalDate): void {
  const { random } = work;
  const hour = random.int(14, 20);
  const minute = random.int(0, 59);
  const seat = seatOn(work, day);
  row.closed_at = at(day, hour, minute);
  row.started_at = random.chance(0.3) ? at(later(row.opens_on, addDays(day, -1)), 13) : at(day, hour - 1, minute);
  row.closed_by = seat?.id ?? null;
  row.assignee_seat_id = random.chance(0.3) ? row.closed_by : null;
  row.steps_done = row.period_report ? [] : ticked(random, template.definition, work.plan.onTime);
  row.rev = 2;
}

/** Begun but not done: a step or two is ticked. */
export function begin(work: AtWork, template: RolledOut, row: TouchpointRow): void {
  const { frame, random } = work;
  const day = earlier(addDays(frame.today, -1), row.miss_on);
  if (row.opens_on > day || (work.plan.silent && day > frame.silentSince)) return;
  const first = template.definition.steps[0];
  if (!first || row.period_report) return;
  row.started_at = at(later(row.opens_on, addDays(day, -random.int(0, 5))), 17);
  row.steps_done = [first.key];
  row.rev = 2;
}
