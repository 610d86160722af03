import { addDays, occurrencesBetween, periodReportOccurrences, requirePeriod, periodReportPeriod } from "@varde/domain";
import type { LocalDate, Occurrence } from "@varde/domain";
import { dutyAnswers, periodAnswers } from "./answers.js";
import { begin, close, closingDay, untouched } from "./conduct.js";
import type { AtWork, RolledOut } from "./conduct.js";
import { at, dayBetween, earlier, later } from "./frame.js";
import { attendanceAt, meeting } from "./meetings.js";
import type { MeetingFacts } from "./meetings.js";
import type { MeetingRow, MemberRow, TouchpointRow } from "./rows.js";

/** Members of the chapter at the end of the day. */
export function membersOn(members: MemberRow[], day: LocalDate): number {
  return members.filter(({ joined_on: joined, left_on: left }) => joined <= day && (left === null || left > day))
    .length;
}

const MEETING_KINDS: Record<string, Pick<MeetingFacts, "kind" | "title">> = {
  "ip-05": { kind: "MEMBER_MEETING", title: "Medlemsmøte" },
  "hp-4-sommerarrangement": { kind: "GATHERING", title: "Sommerfest" },
  "hp-5-julearrangement": { kind: "GATHERING", title: "Julebord" },
  "hp-6-medlemsmoter": { kind: "MEMBER_MEETING", title: "Medlemsmøte" },
};

/** Duties of the chapter (calendar and period), with the meetings that fulfil them. */
export function duties(
  work: AtWork,
  template: RolledOut,
  members: MemberRow[],
  host: string,
): { touchpoints: TouchpointRow[]; meetings: MeetingRow[] } {
  const { frame, plan, chapter, random } = work;
  const touchpoints: TouchpointRow[] = [];
  const meetings: MeetingRow[] = [];
  const about = MEETING_KINDS[template.key];
  const hold = (row: TouchpointRow, day: LocalDate, attendance: number | null): void => {
    if (!about) return;
    const held = meeting(plan, chapter, host, random, { ...about, held_on: day, attendance });
    meetings.push(held);
    row.meeting_id = held.id;
  };
  for (const occurrence of occurrencesBetween(template.definition, template.from, frame.horizon)) {
    const row = untouched(work, template, occurrence, null);
    touchpoints.push(row);
    const toReport = reportWaits(work, template, occurrence);
    const day = toReport ? null : closingDay(work, occurrence);
    if (toReport) {
      hold(row, toReport, null);
      begin(work, template, row);
    } else if (day !== null && random.chance(0.04) && day <= occurrence.dueOn) {
      row.waived_at = at(day, 11);
      row.rev = 2;
    } else if (day !== null) {
      // held some days before it was reported
      const heldOn = later(occurrence.opensOn, addDays(day, -random.int(0, 8)));
      const attendance = attendanceAt(plan, heldOn, random, 0.2);
      hold(row, heldOn, attendance);
      close(work, template, row, day);
      const context = { plan, random, heldOn, attendance, members: membersOn(members, heldOn) };
      row.answers = dutyAnswers(template.key, context);
    } else if (occurrence.dueOn > frame.today && !plan.silent && random.chance(0.7)) {
      hold(
        row,
        dayBetween(
          later(occurrence.opensOn, addDays(frame.today, 4)),
          later(occurrence.dueOn, addDays(frame.today, 4)),
          random.next(),
        ),
        null,
      );
      if (random.chance(0.5)) begin(work, template, row);
    }
  }
  return { touchpoints, meetings };
}

/** In the chapter that keeps up, the duty that runs now has been held three days ago and waits for its report. */
function reportWaits(work: AtWork, template: RolledOut, occurrence: Occurrence): LocalDate | null {
  const held = addDays(work.frame.today, -3);
  const due = earlier(held, occurrence.dueOn);
  if (!work.upToDate || !MEETING_KINDS[template.key] || due < occurrence.opensOn) return null;
  return work.frame.today <= occurrence.missOn ? due : null;
}

/** The one question a per-member template asks per period; «ingen nye» where there was nobody to ask about. */
export function periodQuestions(work: AtWork, template: RolledOut, about: TouchpointRow[]): TouchpointRow[] {
  const { frame, random } = work;
  return periodReportOccurrences(template.definition, template.from, frame.horizon).map((occurrence) => {
    const row = untouched(work, template, occurrence, null, true);
    const day = closingDay(work, occurrence);
    if (day === null) return row;
    const period = requirePeriod(periodReportPeriod(occurrence.occurrence) ?? "");
    const some = about.some(
      ({ template_id: id, first_due_on: due }) =>
        id === template.templateId && due >= period.start && due <= period.end,
    );
    if (some) {
      close(work, template, row, day);
      row.answers = periodAnswers(template.key, random);
    } else {
      row.emptied_at = at(day, 16);
      row.rev = 2;
    }
    return row;
  });
}
