import { addDays, memberOccurrences } from "@varde/domain";
import type { LocalDate, Occurrence } from "@varde/domain";
import { memberAnswers } from "./answers.js";
import { close, closingDay, untouched } from "./conduct.js";
import type { AtWork, RolledOut } from "./conduct.js";
import { earlier, later } from "./frame.js";
import { joiningDay } from "./members.js";
import { demoId, touchpointId } from "./random.js";
import type { TouchpointRow } from "./rows.js";

/** In the two years before the history, of the joiners of its year and a half; more came than stayed. */
const JOINERS = (1.6 * 24) / 18;
/** Also the smallest chapter met somebody nearly every month. */
const FEWEST_JOINERS = 20;
/** Of a chapter's members of today: who had not paid on each of the days on which it is asked. */
const UNPAID = [0.36, 0.08];
const DAYS_LINKED = 730;

/** What a template asks about one person. */
type Asked = { template: RolledOut; person: string; occurrence: Occurrence };

function askedOf(template: RolledOut, person: string, event: LocalDate): Asked[] {
  return memberOccurrences(template.definition, event).map((occurrence) => ({ template, person, occurrence }));
}

function ofJoining(work: AtWork, templates: RolledOut[]): Asked[] {
  const { frame, plan, chapter, random } = work;
  const joiners = Math.max(FEWEST_JOINERS, Math.round(plan.size * plan.growth * JOINERS));
  const from = later(frame.before, chapter.opened_on);
  return Array.from({ length: joiners }, (_, i) => {
    const day = joiningDay(random, from, addDays(frame.start, -1));
    return templates.flatMap((template) => askedOf(template, `joined ${i}`, day));
  }).flat();
}

function ofFees({ frame, plan }: AtWork, templates: RolledOut[]): Asked[] {
  const first = Number(frame.before.slice(0, 4)) + 1;
  const years = Array.from({ length: Number(frame.start.slice(0, 4)) - first + 1 }, (_, i) => `${first + i}-01-01`);
  return templates.flatMap((template) =>
    years.flatMap((event) =>
      memberOccurrences(template.definition, event)
        .filter(({ opensOn }) => event < frame.start && opensOn < frame.start)
        .flatMap((occurrence, i) =>
          Array.from({ length: Math.round(plan.size * (UNPAID[i] ?? 0)) }, (_, n) => ({
            template,
            person: `${event} ${n}`,
            occurrence,
          })),
        ),
    ),
  );
}

/**
 * What was asked about members in the two years before the history that is told day by day. It has let go of whom it was about, as what is
 * old does, and counts in what is published.
 */
export function touchpointsBefore(work: AtWork, templates: RolledOut[]): TouchpointRow[] {
  const { frame, plan, chapter, random } = work;
  const on = (kind: string) => templates.filter(({ definition }) => definition.trigger.kind === kind);
  const asked = [...ofJoining(work, on("MEMBER_JOINED")), ...ofFees(work, on("FEE_UNPAID"))];
  return asked.map(({ template, person, occurrence }) => {
    const row = untouched(work, template, occurrence, null);
    row.id = touchpointId(chapter.id, template.templateId, demoId("member", chapter.id, person), occurrence.occurrence);
    row.occurrence = `~${row.id}`;
    row.about_member = true;
    row.unlinked_on = earlier(addDays(frame.today, -1), addDays(occurrence.missOn, DAYS_LINKED));
    const day = closingDay(work, occurrence);
    if (day === null) return row;
    close(work, template, row, day);
    const answers = memberAnswers(template.key, plan, random);
    return Object.assign(row, { outcome: "REACHED", attempts: 1, steps_done: [], assignee_seat_id: null, answers });
  });
}
