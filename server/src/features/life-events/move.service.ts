import { evaluateTriggersSoon } from "../members/index.js";
import type { Language } from "@varde/domain";
import { v7 as uuidv7 } from "uuid";
import { audit } from "../../kernel/audit.js";
import type { Work } from "../../kernel/db/unit-of-work.js";
import { AppError } from "../../kernel/errors/app-error.js";
import { refuse } from "../../kernel/errors/refusal.js";
import { COMMON, say } from "../../kernel/errors/say.js";
import { seated } from "../../kernel/graphql/context.js";
import { isUuid } from "../../kernel/mutation.js";
import type { Done } from "../../kernel/mutation.js";
import type { DecideMoveInput, ProposeMoveInput } from "./life.inputs.js";
import { LIFE_TEXTS } from "./life.texts.js";
import { demandDone } from "./outcome.js";
import type { Outcome } from "./outcome.js";
import { readLife } from "./read-life.js";
import { incomingMoves } from "./read-moves.js";

/** Throws NOT_FOUND for what is not a chapter of the organization, refuses one that is closed or the member's own. */
async function demandReceiver(work: Work, language: Language, toChapterId: string, memberId: string): Promise<void> {
  const { organizationId, chapterId } = seated(work);
  const [chapter] = isUuid(toChapterId)
    ? await work.query<{ closed: boolean }>(
        `select coalesce(closed_on <= authz.today(), false) as closed from app.chapter where organization_id = $1 and id = $2`,
        [organizationId, toChapterId],
      )
    : [];
  if (!chapter) throw new AppError("NOT_FOUND");
  if (toChapterId === chapterId) refuse("INVALID", say(language, LIFE_TEXTS.ownChapter), ["toChapterId"], memberId);
  if (chapter.closed) refuse("INVALID", say(language, LIFE_TEXTS.chapterClosed), ["toChapterId"], memberId);
}

/** Asks another chapter to receive a member. Where a report has said that they moved, says where to. */
export async function proposeMove(work: Work, language: Language, input: ProposeMoveInput): Promise<Done> {
  const { id, rev, toChapterId } = input;
  const { organizationId, chapterId, seatId } = seated(work);
  const life = await readLife(work, id);
  await demandReceiver(work, language, toChapterId, id);
  if (life.rev !== rev) refuse("CONFLICT", say(language, COMMON.conflict), [], id);
  if (life.leftOn !== null) refuse("LOCKED", say(language, LIFE_TEXTS.ended), [], id);
  // two of a board who ask at once: the second sees the first's
  const made = await work.query(
    `insert into app.member_move (organization_id, chapter_id, id, member_id, to_chapter_id, proposed_by) values ($1, $2, $3, $4, $5, $6)
     on conflict do nothing returning 1`,
    [organizationId, chapterId, uuidv7(), id, toChapterId, seatId],
  );
  if (made.length === 0) {
    const said = await work.query(
      `update app.member_move set to_chapter_id = $3, rev = rev + 1
        where chapter_id = $1 and member_id = $2 and state = 'PROPOSED' and to_chapter_id is null returning 1`,
      [chapterId, id, toChapterId],
    );
    if (said.length === 0) refuse("LOCKED", say(language, LIFE_TEXTS.moveWaits), [], id);
  }
  await audit(work, { action: "MEMBER_MOVE_PROPOSED", subjectType: "Member", subjectId: id, chapterId });
  return { id, rev };
}

/** The own chapter takes a proposal back. */
export async function withdrawMove(work: Work, language: Language, { id, rev }: DecideMoveInput): Promise<Done> {
  const { chapterId, seatId } = seated(work);
  if (!isUuid(id)) throw new AppError("NOT_FOUND");
  const [row] = await work.query<{ member_id: string; state: string; rev: number }>(
    `select member_id, state, rev from app.member_move where chapter_id = $1 and id = $2`,
    [chapterId, id],
  );
  if (!row) throw new AppError("NOT_FOUND");
  const gone = await work.query(
    `update app.member_move set state = 'WITHDRAWN', decided_by = $3, decided_at = now(), rev = rev + 1
      where chapter_id = $1 and id = $2 and state = 'PROPOSED' and rev = $4 returning 1`,
    [chapterId, id, seatId, rev],
  );
  if (gone.length === 0) refuse("CONFLICT", say(language, LIFE_TEXTS.moveDecided), [], row.member_id);
  await audit(work, { action: "MEMBER_MOVE_WITHDRAWN", subjectType: "Member", subjectId: row.member_id, chapterId });
  return { id: row.member_id };
}

/** The receiving chapter takes the member in: the one act of a move. */
export async function acceptMove(work: Work, language: Language, { id, rev }: DecideMoveInput): Promise<Done> {
  if (!isUuid(id)) throw new AppError("NOT_FOUND");
  const move = (await incomingMoves(work)).find((incoming) => incoming.id === id);
  const [row] = await work.query<{ outcome: Outcome }>(`select authz.accept_member_move($1, $2) as outcome`, [id, rev]);
  const { cannotReceive: locked, moveDecided: conflict } = LIFE_TEXTS;
  demandDone(row?.outcome, language, { locked, conflict, id: null });
  await evaluateTriggersSoon(work);
  return { id: move?.memberId ?? null };
}

/** The receiving chapter's no. */
export async function declineMove(work: Work, language: Language, { id, rev }: DecideMoveInput): Promise<Done> {
  if (!isUuid(id)) throw new AppError("NOT_FOUND");
  const [row] = await work.query<{ outcome: Outcome }>(`select authz.decline_member_move($1, $2) as outcome`, [
    id,
    rev,
  ]);
  const { moveDecided } = LIFE_TEXTS;
  demandDone(row?.outcome, language, { locked: moveDecided, conflict: moveDecided, id: null });
  return { id: null };
}
