import type { Work } from "../../kernel/db/unit-of-work.js";
import { AppError } from "../../kernel/errors/app-error.js";
import { checkInput } from "../../kernel/errors/check-input.js";
import { refuse } from "../../kernel/errors/refusal.js";
import { COMMON, say } from "../../kernel/errors/say.js";
import { seated } from "../../kernel/graphql/context.js";
import type { Context } from "../../kernel/graphql/context.js";
import { isUuid } from "../../kernel/mutation.js";
import type { Done } from "../../kernel/mutation.js";
import { demandUnfinished, holdTouchpoint, isForgotten, onBoard } from "../touchpoints/index.js";
import { commentRules } from "./together.inputs.js";
import type {
  AssignTouchpointInput,
  CommentOnTouchpointInput,
  LookAtTouchpointInput,
  RemoveCommentInput,
} from "./together.inputs.js";
import { TOGETHER_TEXTS } from "./together.texts.js";

async function sitsOnBoard(work: Work, chapterId: string, seatId: string): Promise<boolean> {
  if (!isUuid(seatId)) return false;
  const rows = await work.query(
    `select 1 from app.seat s where s.organization_id = $1 and s.chapter_id = $2 and s.id = $3 and ${onBoard("s")}`,
    [seated(work).organizationId, chapterId, seatId],
  );
  return rows.length > 0;
}

/**
 * Gives a touchpoint to one of the own board, or to nobody. Of two at once the second is told who has it. A seat that is not
 * the board's, ended, another chapter's or none at all is refused in the same words.
 */
export async function assignTouchpoint(context: Context, work: Work, input: AssignTouchpointInput): Promise<Done> {
  const { language } = context;
  const { row, chapterId } = await holdTouchpoint(context, work, input.id);
  demandUnfinished(work, row, language);
  const wanted = input.seatId ?? null;
  if (wanted && !(await sitsOnBoard(work, chapterId, wanted))) {
    refuse("INVALID", say(language, TOGETHER_TEXTS.notOnBoard), ["seatId"], row.id);
  }
  const holder = row.assignee_name === null ? null : row.assignee_seat_id;
  if (wanted === holder) return { id: row.id, rev: row.rev };
  if (row.rev !== input.rev) {
    const by = holder && !row.assignee_is_mine ? say(language, TOGETHER_TEXTS.heldBy) : say(language, COMMON.conflict);
    refuse(
      "CONFLICT",
      by.replace("{name}", () => row.assignee_name ?? ""),
      [],
      row.id,
    );
  }
  const [changed] = await work.query<{ rev: number }>(
    `update app.touchpoint set assignee_seat_id = $3, rev = rev + 1 where chapter_id = $1 and id = $2 returning rev`,
    [chapterId, row.id, wanted],
  );
  return { id: row.id, rev: changed?.rev ?? null };
}

/**
 * Says something to the rest of the board. Throws NOT_FOUND for a touchpoint of another chapter. Held, so that nothing is said
 * of a member who is erased in the same moment.
 */
export async function commentOnTouchpoint(
  context: Context,
  work: Work,
  input: CommentOnTouchpointInput,
): Promise<Done> {
  const { organizationId, seatId } = seated(work);
  const { row, chapterId } = await holdTouchpoint(context, work, input.touchpointId);
  const { id, text } = checkInput(commentRules(context.language), input, context.language);
  if (isForgotten(row)) refuse("LOCKED", say(context.language, TOGETHER_TEXTS.forgotten), [], row.id);
  const made = await work.query(
    `insert into app.touchpoint_comment (organization_id, chapter_id, id, touchpoint_id, written_by, text)
     values ($1, $2, $3, $4, $5, $6) on conflict do nothing returning 1`,
    [organizationId, chapterId, id, input.touchpointId, seatId, text],
  );
  if (made.length === 0) refuse("INVALID", say(context.language, COMMON.taken), ["id"], input.touchpointId);
  return { id: input.touchpointId };
}

/** Removes an own comment for good. Another's, and one that is gone, are NOT_FOUND. */
export async function removeComment(_context: Context, work: Work, input: RemoveCommentInput): Promise<Done> {
  const { chapterId } = seated(work);
  if (!chapterId || !isUuid(input.id)) throw new AppError("NOT_FOUND");
  const [gone] = await work.query<{ touchpoint_id: string }>(
    `delete from app.touchpoint_comment where chapter_id = $1 and id = $2 returning touchpoint_id`,
    [chapterId, input.id],
  );
  if (!gone) throw new AppError("NOT_FOUND");
  return { id: gone.touchpoint_id };
}

/** Says that the page is open, or is no longer. The same said twice is the same, so that it leaves no receipt. */
export async function lookAtTouchpoint(work: Work, input: LookAtTouchpointInput): Promise<Date | null> {
  const { chapterId, seatId } = seated(work);
  if (!chapterId || !isUuid(input.id) || !isUuid(input.key)) throw new AppError("NOT_FOUND");
  await work.query(
    `delete from app.touchpoint_presence where chapter_id = $1 and touchpoint_id = $2 and (until < now() or ($4 and seat_id = $3))`,
    [chapterId, input.id, seatId, input.leaving === true],
  );
  if (input.leaving) return null;
  const [seen] = await work.query<{ until: Date }>(
    `insert into app.touchpoint_presence (organization_id, chapter_id, touchpoint_id, seat_id, until)
     select t.organization_id, t.chapter_id, t.id, $3, now() + interval '2 minutes' from app.touchpoint t where t.chapter_id = $1 and t.id = $2
     on conflict (chapter_id, touchpoint_id, seat_id) do update set until = excluded.until returning until`,
    [chapterId, input.id, seatId],
  );
  if (!seen) throw new AppError("NOT_FOUND");
  return seen.until;
}
