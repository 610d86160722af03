import { addDays, memberOccurrences } from "@varde/domain";
import type { LocalDate, Occurrence } from "@varde/domain";
import { memberAnswers } from "./answers.js";
import { begin, close, closingDay, untouched } from "./conduct.js";
import type { AtWork, RolledOut } from "./conduct.js";
import { at } from "./frame.js";
import type { FeeRow, MemberRow, TouchpointRow } from "./rows.js";

/** The events of a template that concern a member: the day of joining, or each 1 January's fee. */
function eventsOf(template: RolledOut, member: MemberRow, fees: FeeRow[]): LocalDate[] {
  if (template.definition.trigger.kind === "MEMBER_JOINED") return [member.joined_on];
  return fees.flatMap(({ year }) => (member.joined_on < `${year}-01-01` ? [`${year}-01-01`] : []));
}

/** Whether the fee of the event's year is still unpaid on the day. */
function unpaidOn(event: LocalDate, day: LocalDate, fees: FeeRow[]): boolean {
  const fee = fees.find(({ year }) => String(year) === event.slice(0, 4));
  return fee !== undefined && (fee.paid_on === null || fee.paid_on > day);
}

function expected(work: AtWork, template: RolledOut, member: MemberRow, fees: FeeRow[]): Occurrence[] {
  const { frame } = work;
  const aboutFee = template.definition.trigger.kind === "FEE_UNPAID";
  return eventsOf(template, member, fees)
    .filter((event) => event >= template.from && event <= frame.today)
    .flatMap((event) =>
      memberOccurrences(template.definition, event).filter(
        ({ opensOn }) =>
          opensOn <= frame.horizon &&
          (member.left_on === null || opensOn <= member.left_on) &&
          // a fee can only be seen unpaid on a day that has been
          (!aboutFee || (opensOn <= frame.today && unpaidOn(event, opensOn, fees))),
      ),
    );
}

function settle(work: AtWork, template: RolledOut, member: MemberRow, row: TouchpointRow, day: LocalDate): void {
  const { random, plan } = work;
  close(work, template, row, day);
  const answered = random.weighted([93, 4, 3]);
  row.outcome = (["REACHED", "WRONG_NUMBER", "DECLINES_CONTACT"] as const)[answered] ?? "REACHED";
  row.attempts = random.chance(0.25) ? 2 : 1;
  if (row.outcome === "REACHED") row.answers = memberAnswers(template.key, plan, random);
  if (row.outcome === "DECLINES_CONTACT") member.contact_preference = "NEVER";
}

/**
 * What was asked of the chapter about one member, in order, and how it went. Who does not want contact is left alone from
 * then on; who left takes what was open along.
 */
export function touchpointsAbout(
  work: AtWork,
  templates: RolledOut[],
  member: MemberRow,
  fees: FeeRow[],
  waiting: boolean,
): TouchpointRow[] {
  const { frame, random } = work;
  const rows: TouchpointRow[] = [];
  const all = templates
    .flatMap((template) => expected(work, template, member, fees).map((occurrence) => ({ template, occurrence })))
    .sort((a, b) => (a.occurrence.opensOn < b.occurrence.opensOn ? -1 : 1));
  for (const { template, occurrence } of all) {
    if (member.contact_preference === "NEVER") break;
    const row = untouched(work, template, occurrence, member.id);
    rows.push(row);
    const kept = waiting && occurrence.opensOn >= addDays(frame.today, -1);
    const drawn = closingDay(work, occurrence);
    const day = kept ? null : waiting ? (drawn ?? occurrence.opensOn) : drawn;
    const left = member.left_on;
    if (day !== null && (left === null || day <= left)) settle(work, template, member, row, day);
    else if (left !== null && left <= occurrence.missOn) {
      row.cancelled_at = at(left, 10);
      row.cancelled_because = "MEMBER_LEFT";
      row.rev = 2;
    } else if (!kept && occurrence.opensOn < frame.today && random.chance(0.25)) {
      begin(work, template, row);
      if (row.started_at !== null) {
        row.outcome = "NO_ANSWER";
        row.attempts = 1;
      }
    }
  }
  return rows;
}
