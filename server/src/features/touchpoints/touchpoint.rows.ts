import { canCorrect, canSubmit, isDoneByEach, ownDueOn, touchpointStatus } from "@varde/domain";
import type { ContactOutcome, LocalDate, Overlay, TouchpointFacts } from "@varde/domain";
import { occurrenceName } from "./occurrence-name.js";
import type { CancelReason } from "./touchpoint.enums.js";
import type { Touchpoint } from "./touchpoint.type.js";
import { adaptedVersion } from "./versions.js";
import type { Version } from "./versions.js";

/** A touchpoint as its statement gives it. */
export type TouchpointRow = {
  id: string;
  chapter_id: string;
  chapter_name: string;
  template_id: string;
  version_id: string;
  about_member: boolean;
  period_report: boolean;
  occurrence: string;
  opens_on: LocalDate;
  due_on: LocalDate;
  miss_on: LocalDate;
  late_allowed: boolean;
  exception_until: LocalDate | null;
  started_at: Date | null;
  closed_at: Date | null;
  emptied_at: Date | null;
  waived_at: Date | null;
  cancelled_at: Date | null;
  cancelled_because: CancelReason | null;
  outcome: ContactOutcome | null;
  attempts: number;
  steps_done: string[];
  rev: number;
  closed_by_name: string | null;
  taken_over: boolean;
  returns_on: LocalDate | null;
  returned_at: Date | null;
  returned_note: string | null;
  /** after its time was out: the day contact was taken all the same, and what came of it */
  last_chance_on: LocalDate | null;
  last_chance_outcome: ContactOutcome | null;
  assignee_seat_id: string | null;
  /** null too when the seat has ended or is out of reach */
  assignee_name: string | null;
  assignee_is_mine: boolean | null;
  member_id: string | null;
  first_name: string | null;
  last_name: string | null;
  joined_on: LocalDate | null;
  /** the chapter's own words on the version; null for none, and for those above the chapter */
  overlay: Overlay | null;
};

const OWN_COLUMNS = `t.id, t.chapter_id, t.template_id, t.version_id, t.about_member, t.period_report, t.occurrence,
  t.opens_on, t.due_on, t.miss_on, t.late_allowed, t.exception_until, t.started_at, t.closed_at, t.emptied_at, t.waived_at, t.cancelled_at,
  t.cancelled_because, t.outcome, t.attempts, t.steps_done, t.rev, t.member_id,
  t.returns_on, t.returned_at, t.returned_note, t.taken_over, t.last_chance_on, t.last_chance_outcome, t.assignee_seat_id`;
// whose seat has ended has let go
// asked in a subselect, so that it is asked once and not for every row
const ASSIGNED =
  "a.valid_from <= (select authz.today()) and (a.valid_to is null or a.valid_to > (select authz.today()))";
const JOINED_COLUMNS =
  "s.holder_name as closed_by_name, a.holder_name as assignee_name, a.id = (select authz.seat_id()) as assignee_is_mine, m.first_name, m.last_name, m.joined_on, ov.content as overlay";

/**
 * A page of one chapter's touchpoints by due day: `$1` organization, `$2` chapter. The page is cut first, and what is beside
 * it is looked up by one list of ids each and kept, so that the policies of chapter, member and seat are asked once and not for every row,
 * and so that nothing is searched again for each row of a page that was thought to hold one.
 */
export const pageStatement = (where: string, direction: "asc" | "desc", limit: string): string => `
  with t as materialized (select ${OWN_COLUMNS}, t.closed_by from app.touchpoint t where t.chapter_id = $2 and ${where} order by t.due_on ${direction}, t.id ${direction} limit ${limit})
  , seat as materialized (select * from app.seat where organization_id = $1 and id = any (array(select closed_by from t union select assignee_seat_id from t)))
  , member as materialized (select id, first_name, last_name, joined_on from app.member where chapter_id = $2 and id = any (array(select member_id from t)))
  select ${OWN_COLUMNS}, ${JOINED_COLUMNS}, (select c.short_name from app.chapter c where c.organization_id = $1 and c.id = $2) as chapter_name
    from t
    left join member m on m.id = t.member_id
    left join seat s on s.id = t.closed_by
    left join seat a on a.id = t.assignee_seat_id and ${ASSIGNED}
    left join app.overlay ov on ov.chapter_id = $2 and ov.version_id = t.version_id
   order by t.due_on ${direction}, t.id ${direction}`;

/** Touchpoints of one chapter by a list of ids: `$1` organization, `$2` chapter, `$3` ids. */
export const touchpointsByIds = pageStatement("t.id = any ($3)", "asc", "all");

/** What to select of one touchpoint, and from where; `app.member` and `app.seat` rows out of reach are null. */
export const TOUCHPOINT_COLUMNS = `${OWN_COLUMNS}, ${JOINED_COLUMNS}, c.short_name as chapter_name`;
export const TOUCHPOINT_JOINS = `join app.chapter c on c.organization_id = t.organization_id and c.id = t.chapter_id
  left join app.member m on m.chapter_id = t.chapter_id and m.id = t.member_id
  left join app.seat s on s.organization_id = t.organization_id and s.id = t.closed_by
  left join app.seat a on a.organization_id = t.organization_id and a.id = t.assignee_seat_id and ${ASSIGNED}
  left join app.overlay ov on ov.chapter_id = t.chapter_id and ov.version_id = t.version_id`;

export const factsOf = (row: TouchpointRow): TouchpointFacts => ({
  opensOn: row.opens_on,
  dueOn: row.due_on,
  missOn: row.miss_on,
  lateAllowed: row.late_allowed,
  startedAt: row.started_at,
  closedAt: row.closed_at,
  outcome: row.outcome,
  waivedAt: row.waived_at,
  cancelledAt: row.cancelled_at,
  emptiedAt: row.emptied_at,
  exceptionUntil: row.exception_until,
  returnedAt: row.returned_at,
  takenOver: row.taken_over,
});

/** «Ingen nye» closes a period: the period's one question, or a duty that comes with the period. */
export const mayBeEmpty = (row: TouchpointRow, { definition }: Version): boolean =>
  row.period_report || (definition.trigger.kind === "PERIOD" && !row.about_member);

/** The touchpoint as the API shows it on the day `today`. */
export function toTouchpoint(row: TouchpointRow, version: Version, today: LocalDate): Touchpoint {
  const facts = factsOf(row);
  const { definition, burden } = adaptedVersion(version, row.overlay);
  // the period's question has no steps of its own: they are the members'
  const steps = row.period_report ? [] : definition.steps;
  return {
    id: row.id,
    chapterId: row.chapter_id,
    chapterName: row.chapter_name,
    templateId: row.template_id,
    versionId: row.version_id,
    templateKey: version.templateKey,
    name: definition.name,
    stage: definition.stage,
    occurrence: row.occurrence,
    occurrenceName: occurrenceName(definition, row.occurrence),
    opensOn: row.opens_on,
    dueOn: row.due_on,
    ownDueOn: row.period_report
      ? null
      : ownDueOn(definition, row.overlay, { opensOn: row.opens_on, dueOn: row.due_on }),
    missOn: row.miss_on,
    status: touchpointStatus(facts, today),
    startedAt: row.started_at,
    closedAt: row.closed_at,
    outcome: row.outcome,
    attempts: row.attempts,
    returnsOn: row.returns_on,
    returnedAt: row.returned_at,
    returnedNote: row.returned_note,
    lastChance:
      row.last_chance_on && row.last_chance_outcome
        ? { on: row.last_chance_on, outcome: row.last_chance_outcome }
        : null,
    assignee:
      row.assignee_seat_id && row.assignee_name !== null
        ? { seatId: row.assignee_seat_id, name: row.assignee_name, mine: row.assignee_is_mine ?? false }
        : null,
    cancelledBecause: row.cancelled_because,
    aboutMember: row.about_member,
    isPeriodReport: row.period_report,
    doneBy: isDoneByEach(definition) ? "EACH" : "ONE",
    mayBeEmpty: mayBeEmpty(row, version),
    minutes: row.period_report ? null : (definition.minutes ?? null),
    burdenSeconds: row.period_report ? burden.perPeriod : burden.perReport,
    member:
      row.member_id && row.first_name !== null && row.joined_on
        ? { id: row.member_id, firstName: row.first_name, lastName: row.last_name ?? "", joinedOn: row.joined_on }
        : null,
    // of the steps that are shown: a board may have left out what was ticked, and those above do not see its own
    stepsDone: row.steps_done.filter((key) => steps.some((step) => step.key === key)),
    stepCount: steps.length,
    nextStep: steps.find(({ key }) => !row.steps_done.includes(key))?.text ?? null,
    rev: row.rev,
    canSubmit: canSubmit(facts, today),
    // what each confirmed is taken back by each
    canCorrect: isDoneByEach(definition) ? { allowed: false, until: null } : canCorrect(facts, today),
    closedByName: row.closed_by_name,
  };
}
