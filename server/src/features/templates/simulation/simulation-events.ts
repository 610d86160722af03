import { addDays, isoWeek, weekday } from "@varde/domain";
import type { LocalDate, TemplateDefinition } from "@varde/domain";
import type { Work } from "../../../kernel/db/unit-of-work.js";
import { seated } from "../../../kernel/graphql/context.js";

export type SimulationEvents = {
  events: { chapterId: string; week: string; n: number }[];
  /** the events are persons, or touchpoints about them */
  persons: boolean;
  /** each week holds the same persons again */
  samePersons: boolean;
  /** the definition whose days the events are to be moved by */
  definition: TemplateDefinition;
};

const MOST_DAYS = 400;
const bounded = (days: number): number => Math.max(-MOST_DAYS, Math.min(MOST_DAYS, days));

/** Days from the event to the opening, one for each touchpoint an event starts. */
const openingDays = ({ trigger, schedule }: TemplateDefinition): number[] => [
  ...new Set(
    (trigger.offsets?.length ? trigger.offsets : [0]).map((offset) => bounded(offset + schedule.opensAfterDays)),
  ),
];

/** The last day up to `day` of whole weeks that are over: a week under way would tell of the persons of a day. */
export function lastSunday(day: LocalDate, today: LocalDate): LocalDate {
  const over = day < today ? day : addDays(today, -1);
  return addDays(over, -(weekday(over) % 7));
}

/** The template that a trigger comes after, and whether its touchpoints are about members; null when there is none. */
async function sourceOf(work: Work, key: string | null | undefined): Promise<{ id: string; persons: boolean } | null> {
  const [row] = await work.query<{ id: string; persons: boolean | null }>(
    `select t.id, (select bool_or(v.about_member) from app.template_version v
                    where v.organization_id = t.organization_id and v.template_id = t.id and v.state <> 'DRAFT') as persons
       from app.touchpoint_template t where t.organization_id = $1 and t.key = $2`,
    [seated(work).organizationId, key ?? ""],
  );
  // one that was never out has closed nothing
  return row && row.persons !== null ? { id: row.id, persons: row.persons } : null;
}

/**
 * The real events that would have started the template, by chapter and ISO week, up to `to`. Null when they are not on record.
 * They are persons unless said otherwise: what is made of them is rounded before anybody reads it.
 */
export async function readEvents(
  work: Work,
  definition: TemplateDefinition,
  from: LocalDate,
  to: LocalDate,
): Promise<SimulationEvents | null> {
  const { trigger, schedule } = definition;
  if (trigger.kind === "PERIOD" || trigger.kind === "CALENDAR") {
    return { events: [], persons: false, samePersons: false, definition };
  }
  const source = trigger.kind === "AFTER" ? await sourceOf(work, trigger.templateKey) : null;
  if (trigger.kind === "AFTER" && !source) return null;
  const persons = trigger.aboutMember === true || (source?.persons ?? true);
  const last = persons ? lastSunday(to, work.today) : to;
  const days = openingDays(definition);
  const fee = trigger.kind === "FEE_UNPAID";
  const first = fee ? addDays(from, 1 - weekday(from)) : addDays(from, -Math.max(0, ...days) - 14);
  const rows = await work.query<{ chapterId: string; week: LocalDate; n: number }>(
    `select chapter_id as "chapterId", week, n from authz.simulation_events($1, $2, $3, $4::int[], $5)`,
    [trigger.kind, first, last, days, source?.id ?? null],
  );
  // a year without a fee on record says nothing of who has not paid
  if (fee && rows.length === 0) return null;
  const events = rows.map(({ chapterId, week, n }) => ({ chapterId, week: isoWeek(week), n }));
  // fees come in the weeks in which they open: who has not paid is asked of each of them
  const moved = fee
    ? { ...definition, trigger: { ...trigger, offsets: [0] }, schedule: { ...schedule, opensAfterDays: 0 } }
    : definition;
  return { events, persons, samePersons: fee, definition: moved };
}
