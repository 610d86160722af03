import { canCorrect, CLOSING_OUTCOMES } from "@varde/domain";
import { audit } from "../../kernel/audit.js";
import type { Work } from "../../kernel/db/unit-of-work.js";
import { refuse } from "../../kernel/errors/refusal.js";
import { say } from "../../kernel/errors/say.js";
import { seated } from "../../kernel/graphql/context.js";
import type { Context } from "../../kernel/graphql/context.js";
import type { Done } from "../../kernel/mutation.js";
import { feedBack, takeBack } from "./feed-back.js";
import { demandRev, demandSubmittable, holdTouchpoint, isForgotten } from "./hold-touchpoint.js";
import { forgetPart } from "./parts.service.js";
import { answersOf } from "./submit-report.service.js";
import { TOUCHPOINT_TEXTS } from "./touchpoint.texts.js";
import type {
  CloseEmptyInput,
  CorrectReportInput,
  ReopenTouchpointInput,
  TakeBackNoteInput,
} from "./touchpoint.inputs.js";
import { factsOf, mayBeEmpty } from "./touchpoint.rows.js";

/** Corrects what was sent until it locks, or was sent back: then it is no longer with the board. What was taken over becomes the board's own. The first `closedAt` stays; what was emptied becomes a report of that moment. */
export async function correctReport(context: Context, work: Work, input: CorrectReportInput): Promise<Done> {
  const { language } = context;
  const held = await holdTouchpoint(context, work, input.id);
  const { row } = held;
  if (isForgotten(row) || !canCorrect(factsOf(row), work.today).allowed) {
    refuse("LOCKED", say(language, TOUCHPOINT_TEXTS.cannotCorrect), [], row.id);
  }
  demandRev(row, input.rev, language);
  const outcome = input.outcome ?? null;
  if (row.about_member && (!outcome || !CLOSING_OUTCOMES.includes(outcome))) {
    refuse("INVALID", say(language, TOUCHPOINT_TEXTS.outcomeMustClose), ["outcome"], row.id);
  }
  if (!row.about_member && outcome) {
    refuse("INVALID", say(language, TOUCHPOINT_TEXTS.outcomeUnwanted), ["outcome"], row.id);
  }
  const partial = row.about_member && outcome !== "REACHED";
  const answers = await answersOf(work, held, input.answers, partial, language);
  // a number the register gave when it was sent stays as it was
  const stored = row.closed_at ? held.version.definition.reportFields.filter(({ type }) => type === "AUTO") : [];
  for (const { key } of stored) {
    const before = row.answers[key];
    if (before !== undefined) answers[key] = before;
  }
  const [done] = await work.query<{ rev: number }>(
    `update app.touchpoint set closed_at = coalesce(closed_at, emptied_at), emptied_at = null, outcome = $3, answers = $4, returned_at = null, returned_note = null, rev = rev + 1,
            closed_by = case when taken_over then $5 else closed_by end
      where chapter_id = $1 and id = $2 returning rev`,
    [row.chapter_id, row.id, outcome, JSON.stringify(answers), seated(work).seatId],
  );
  if (row.taken_over) {
    const subject = { subjectType: "Touchpoint", subjectId: row.id, chapterId: row.chapter_id };
    await audit(work, { action: "DUTY_TAKEN_BACK", ...subject });
  }
  if (outcome && outcome !== row.outcome) {
    await takeBack(work, row, row.outcome);
    await feedBack(work, row, outcome);
  }
  return { id: row.id, rev: done?.rev ?? null };
}

/** «Ingen nye»: closes a period in which there was nothing to do; it leaves the denominators. */
export async function closeEmpty(context: Context, work: Work, input: CloseEmptyInput): Promise<Done> {
  const { language } = context;
  const { row, version } = await holdTouchpoint(context, work, input.id);
  if (!mayBeEmpty(row, version)) refuse("INVALID", say(language, TOUCHPOINT_TEXTS.notEmpty), [], row.id);
  demandSubmittable(work, row, language);
  demandRev(row, input.rev, language);
  const [done] = await work.query<{ rev: number }>(
    `update app.touchpoint set emptied_at = now(), closed_by = $3, rev = rev + 1 where chapter_id = $1 and id = $2 returning rev`,
    [row.chapter_id, row.id, seated(work).seatId],
  );
  return { id: row.id, rev: done?.rev ?? null };
}

/**
 * Takes back an own note that nobody answered, or that it was put off, within ten minutes: the touchpoint is as it was before.
 * A note that somebody has moved stays: the register has been asked about it, and it is taken back there.
 */
export async function takeBackNote(context: Context, work: Work, input: TakeBackNoteInput): Promise<Done> {
  const { language } = context;
  const { row } = await holdTouchpoint(context, work, input.id);
  const fresh = row.own_note_fresh && (row.outcome === "NO_ANSWER" || row.outcome === "LATER");
  if (!fresh || isForgotten(row)) refuse("LOCKED", say(language, TOUCHPOINT_TEXTS.cannotUndo), [], row.id);
  demandSubmittable(work, row, language);
  demandRev(row, input.rev, language);
  const [done] = await work.query<{ rev: number }>(
    `update app.touchpoint t set outcome = b.outcome, outcome_at = b.outcome_at, attempts = b.attempts, due_on = b.due_on, miss_on = b.miss_on,
            returns_on = b.returns_on, started_at = b.started_at, note_before = null, noted_by = null, noted_at = null, rev = rev + 1
       from jsonb_to_record((select x.note_before from app.touchpoint x where x.chapter_id = $1 and x.id = $2)) as
            b (outcome text, outcome_at timestamptz, attempts smallint, due_on date, miss_on date, returns_on date, started_at timestamptz)
      where t.chapter_id = $1 and t.id = $2 returning t.rev`,
    [row.chapter_id, row.id],
  );
  return { id: row.id, rev: done?.rev ?? null };
}

/** Undoes an own closing or emptying within ten minutes. What was answered stays as a draft, so that nothing is lost. */
export async function reopenTouchpoint(context: Context, work: Work, input: ReopenTouchpointInput): Promise<Done> {
  const { language } = context;
  const { row } = await holdTouchpoint(context, work, input.id);
  if (isForgotten(row)) refuse("LOCKED", say(language, TOUCHPOINT_TEXTS.cannotCorrect), [], row.id);
  if (!row.own_and_fresh || row.waived_at || row.cancelled_at) {
    refuse("LOCKED", say(language, TOUCHPOINT_TEXTS.cannotUndo), [], row.id);
  }
  demandRev(row, input.rev, language);
  await forgetPart(work, row);
  const [done] = await work.query<{ rev: number }>(
    `update app.touchpoint set closed_at = null, emptied_at = null, closed_by = null, outcome = null,
            returned_at = null, returned_note = null, rev = rev + 1
      where chapter_id = $1 and id = $2 returning rev`,
    [row.chapter_id, row.id],
  );
  await takeBack(work, row, row.outcome);
  return { id: row.id, rev: done?.rev ?? null };
}
