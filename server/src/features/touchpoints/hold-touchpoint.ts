import { canSubmit } from "@varde/domain";
import type { Answers, Language, LocalDate } from "@varde/domain";
import type { Work } from "../../kernel/db/unit-of-work.js";
import { AppError } from "../../kernel/errors/app-error.js";
import { refuse } from "../../kernel/errors/refusal.js";
import { COMMON, say } from "../../kernel/errors/say.js";
import { seated } from "../../kernel/graphql/context.js";
import type { Context } from "../../kernel/graphql/context.js";
import { isUuid } from "../../kernel/mutation.js";
import { filled, REFUSAL_TEXTS, TOUCHPOINT_TEXTS } from "./touchpoint.texts.js";
import { factsOf, TOUCHPOINT_COLUMNS, TOUCHPOINT_JOINS } from "./touchpoint.rows.js";
import type { TouchpointRow } from "./touchpoint.rows.js";
import { adaptedVersion, versionsOf } from "./versions.js";
import type { Version } from "./versions.js";

export type HeldRow = TouchpointRow & {
  answers: Answers;
  closed_by: string | null;
  meeting_id: string | null;
  first_due_on: LocalDate;
  created_at: Date;
  report_seconds: number | null;
  /** when each step was last ticked or unticked, as ISO instants by its key */
  step_times: Record<string, string>;
  /** when the last contact was that left it open */
  outcome_at: Date | null;
  /** closed or emptied by the seat that asks, less than ten minutes ago */
  own_and_fresh: boolean;
  /** the last note was made by the seat that asks, less than ten minutes ago */
  own_note_fresh: boolean;
};
export type Held = { row: HeldRow; version: Version; chapterId: string };

/**
 * A touchpoint of the acting chapter, locked until the transaction ends: whoever comes second waits, and then sees what
 * the first did. Throws NOT_FOUND for what is not the chapter's.
 */
export async function holdTouchpoint(context: Context, work: Work, id: string): Promise<Held> {
  const { chapterId, seatId } = seated(work);
  if (!chapterId || !isUuid(id)) throw new AppError("NOT_FOUND");
  // locked first and read after: a statement that waited sees the row as it is now, but what it joined as it was before
  const [, [row]] = await Promise.all([
    work.query(`select 1 from app.touchpoint where chapter_id = $1 and id = $2 for update`, [chapterId, id]),
    work.query<HeldRow>(
      `select ${TOUCHPOINT_COLUMNS}, t.answers, t.closed_by, t.meeting_id, t.first_due_on, t.created_at, t.report_seconds, t.step_times, t.outcome_at,
            coalesce(t.closed_by = $3 and coalesce(t.closed_at, t.emptied_at) > now() - interval '10 minutes', false) as own_and_fresh,
            coalesce(t.noted_by = $3 and t.noted_at > now() - interval '10 minutes', false) as own_note_fresh
       from app.touchpoint t ${TOUCHPOINT_JOINS} where t.chapter_id = $1 and t.id = $2`,
      [chapterId, id, seatId],
    ),
  ]);
  if (!row) throw new AppError("NOT_FOUND");
  const version = (await versionsOf(context.installation, work, [row.version_id])).get(row.version_id)!;
  return { row, version: adaptedVersion(version, row.overlay), chapterId };
}

/** Refuses when it was changed since the asker read it. */
export function demandRev(row: HeldRow, rev: number, language: Language): void {
  if (row.rev !== rev) refuse("CONFLICT", say(language, COMMON.conflict), [], row.id);
}

/** It has let go of the member it was about: it counts, and takes no more words about them. */
export const isForgotten = ({ about_member, member_id }: HeldRow): boolean => about_member && member_id === null;

/** What was decided, and by whom, in a sentence. */
export function decidedBy(row: HeldRow, seatId: string, language: Language): string {
  if (row.waived_at) return say(language, REFUSAL_TEXTS.WAIVED);
  if (row.cancelled_at) return say(language, REFUSAL_TEXTS.CANCELLED);
  if (row.taken_over) return say(language, TOUCHPOINT_TEXTS.takenOver);
  const name = row.closed_by_name ?? say(language, TOUCHPOINT_TEXTS.someone);
  const sentence = row.closed_by === seatId ? TOUCHPOINT_TEXTS.closedByYou : TOUCHPOINT_TEXTS.closedBy;
  return filled(say(language, sentence), { name });
}

/** Refuses when no report is taken now: naming who closed it, or saying why. */
export function demandSubmittable(work: Work, row: HeldRow, language: Language): void {
  if (row.closed_at || row.emptied_at) {
    refuse("CONFLICT", decidedBy(row, seated(work).seatId, language), [], row.id);
  }
  const { allowed, reason } = canSubmit(factsOf(row), work.today);
  if (!allowed && reason) refuse("LOCKED", say(language, REFUSAL_TEXTS[reason]), [], row.id);
}

/** Refuses when it is decided or its time is out; it may be worked on before it opens. */
export function demandUnfinished(work: Work, row: HeldRow, language: Language): void {
  const facts = factsOf(row);
  if (canSubmit(facts, work.today).reason !== "NOT_OPEN_YET") demandSubmittable(work, row, language);
}
