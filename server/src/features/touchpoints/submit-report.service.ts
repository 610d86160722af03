import { addDays, CLOSING_OUTCOMES, cooldownDays, daysBetween, isDoneByEach } from "@varde/domain";
import type { Answers, ContactOutcome, Language, LocalDate } from "@varde/domain";
import type { Work } from "../../kernel/db/unit-of-work.js";
import { refuse } from "../../kernel/errors/refusal.js";
import { say } from "../../kernel/errors/say.js";
import { seated } from "../../kernel/graphql/context.js";
import type { Context } from "../../kernel/graphql/context.js";
import type { Done } from "../../kernel/mutation.js";
import { findMeeting } from "../meetings/index.js";
import { answersAbout } from "./answers.js";
import { feedBack } from "./feed-back.js";
import { demandRev, demandSubmittable } from "./hold-touchpoint.js";
import type { Held, HeldRow } from "./hold-touchpoint.js";
import { factsOf } from "./touchpoint.rows.js";
import { prefill } from "./prefill.js";
import { fieldsOf } from "./read-touchpoint.service.js";
import { TOUCHPOINT_TEXTS } from "./touchpoint.texts.js";
import type { AnswerInput, SubmitReportInput } from "./touchpoint.inputs.js";

const MOST_DAYS_LATER = 90;
/** Longer than an hour in sight is a report somebody left open. */
const MOST_SECONDS = 3600;

/** Problems name the input's field and show the touchpoint as it stands. */
function refuseAbout(path: string[], sentence: Record<Language, string>, language: Language, id: string): never {
  return refuse("INVALID", say(language, sentence), path, id);
}

/** The sent answers with those the server computes. */
export async function answersOf(
  work: Work,
  held: Held,
  sent: readonly AnswerInput[],
  partial: boolean,
  language: Language,
): Promise<Answers> {
  const { row, version } = held;
  const fields = fieldsOf(row, version);
  const options = { aboutMember: row.about_member, today: work.today, partial };
  const answers = answersAbout(row.id, fields, sent, options, language);
  const auto = fields.filter(({ type }) => type === "AUTO");
  if (auto.length === 0) return answers;
  const meeting = row.meeting_id ? await findMeeting(work, row.meeting_id) : null;
  return { ...answers, ...(await prefill(work, row, auto, meeting)) };
}

/** How long a report took, as the browser measured it; null when that cannot be. */
export const timedSeconds = (seconds: number | null | undefined): number | null =>
  seconds && seconds >= 1 && seconds <= MOST_SECONDS ? seconds : null;

type Closing = { outcome: ContactOutcome | null; answers: Answers; seconds: number | null };

function close(work: Work, row: HeldRow, { outcome, answers, seconds }: Closing): Done {
  // one that is taken back and sent again keeps the time of the first
  const sent = work.query(
    `update app.touchpoint set closed_at = now(), closed_by = $3, started_at = coalesce(started_at, now()), outcome = $4, answers = $5,
            report_seconds = coalesce(report_seconds, $6), returns_on = null, rev = rev + 1
      where chapter_id = $1 and id = $2`,
    [row.chapter_id, row.id, seated(work).seatId, outcome, JSON.stringify(answers), seconds],
  );
  return { id: row.id, sent };
}

// what a note changes, as it was; read by `takeBackNote`
const NOTE_BEFORE = `jsonb_build_object('outcome', outcome, 'outcome_at', outcome_at, 'attempts', attempts, 'due_on', due_on, 'miss_on', miss_on,
              'returns_on', returns_on, 'started_at', started_at)`;

/** Tried, moved or put off: it stays open, and what came of the last contact is noted. */
async function keepOpen(
  work: Work,
  row: HeldRow,
  outcome: ContactOutcome,
  { dueOn, returnsOn }: { dueOn: LocalDate; returnsOn: LocalDate | null },
): Promise<Done> {
  const moved = daysBetween(row.due_on, dueOn);
  const [done] = await work.query<{ rev: number }>(
    `update app.touchpoint set outcome = $3, outcome_at = now(), attempts = least(attempts + $4, 1000), due_on = $5, miss_on = miss_on + $6::int, returns_on = $7,
            note_before = ${NOTE_BEFORE}, noted_by = $8, noted_at = now(), started_at = coalesce(started_at, now()), rev = rev + 1
      where chapter_id = $1 and id = $2 returning rev`,
    [row.chapter_id, row.id, outcome, outcome === "NO_ANSWER" ? 1 : 0, dueOn, moved, returnsOn, seated(work).seatId],
  );
  return { id: row.id, rev: done?.rev ?? null };
}

function laterDue(work: Work, row: HeldRow, laterOn: LocalDate | null | undefined, language: Language): LocalDate {
  const path = ["laterOn"];
  if (!laterOn || laterOn <= work.today || laterOn > addDays(work.today, MOST_DAYS_LATER)) {
    return refuseAbout(path, TOUCHPOINT_TEXTS.laterNeeded, language, row.id);
  }
  // a day within the deadline moves nothing
  if (laterOn <= row.due_on) return row.due_on;
  if (row.due_on !== row.first_due_on) return refuseAbout(path, TOUCHPOINT_TEXTS.laterOnce, language, row.id);
  return laterOn;
}

/** When it comes back after nobody answered: the day that was chosen, else the usual one. */
function cooledDown(work: Work, row: HeldRow, wanted: LocalDate | null | undefined, language: Language) {
  const days = cooldownDays(factsOf(row), work.today);
  if (!wanted || !days) return days?.usual ?? null;
  if (wanted < days.first || wanted > days.last) {
    return refuseAbout(["returnsOn"], TOUCHPOINT_TEXTS.returnsNeeded, language, row.id);
  }
  return wanted;
}

/** Refuses a report that is not of this kind of touchpoint: an outcome where it is about one member, and only there. */
export function demandOutcome({ row, version }: Held, outcome: ContactOutcome | null, language: Language): void {
  if (isDoneByEach(version.definition)) refuse("INVALID", say(language, TOUCHPOINT_TEXTS.eachConfirms), [], row.id);
  if (!row.about_member && outcome) refuseAbout(["outcome"], TOUCHPOINT_TEXTS.outcomeUnwanted, language, row.id);
  if (row.about_member && !outcome) refuseAbout(["outcome"], TOUCHPOINT_TEXTS.outcomeNeeded, language, row.id);
}

/**
 * Takes a report. About one member: REACHED, DECLINES_CONTACT and WRONG_NUMBER close it; NO_ANSWER, MOVED and LATER leave
 * it open, and LATER moves the due day once with the miss day along. After NO_ANSWER and LATER it rests for some days. What it says of the member reaches the register with it.
 */
export async function submitReport(context: Context, work: Work, input: SubmitReportInput, held: Held): Promise<Done> {
  const { language } = context;
  const { row } = held;
  demandSubmittable(work, row, language);
  demandRev(row, input.rev, language);
  const outcome = input.outcome ?? null;
  demandOutcome(held, outcome, language);
  const seconds = timedSeconds(input.seconds);
  if (!row.about_member || !outcome) {
    const answers = await answersOf(work, held, input.answers, false, language);
    return close(work, row, { outcome: null, answers, seconds });
  }
  await feedBack(work, row, outcome);
  if (CLOSING_OUTCOMES.includes(outcome)) {
    // who was not spoken with has nothing to answer
    const answers = await answersOf(work, held, input.answers, outcome !== "REACHED", language);
    return close(work, row, { outcome, answers, seconds });
  }
  if (outcome === "LATER") {
    const dueOn = laterDue(work, row, input.laterOn, language);
    return keepOpen(work, row, outcome, { dueOn, returnsOn: input.laterOn ?? null });
  }
  const returnsOn = outcome === "NO_ANSWER" ? cooledDown(work, row, input.returnsOn, language) : null;
  return keepOpen(work, row, outcome, { dueOn: row.due_on, returnsOn });
}
