import { addDays } from "@varde/domain";
import type { LocalDate } from "@varde/domain";
import type { Work } from "../../kernel/db/unit-of-work.js";
import { AppError } from "../../kernel/errors/app-error.js";
import { seated } from "../../kernel/graphql/context.js";
import { isUuid } from "../../kernel/mutation.js";
import type { EndReason } from "../members/index.js";
import type { MemberLife, MemberMerge } from "./life.type.js";
import { outgoingMoves } from "./read-moves.js";

/** Days in which an end or a merge can be taken back, counted from when it was written down. */
export const UNDO_DAYS = 30;

type LifeRow = {
  id: string;
  name: string;
  joined_on: LocalDate;
  left_on: LocalDate | null;
  end_reason: EndReason | null;
  ended_on: LocalDate | null;
  moved_to: string | null;
  contacts_emptied_on: LocalDate | null;
  mobile_wrong_on: LocalDate | null;
  declined: boolean;
  rev: number;
};
type MergeRow = { id: string; keptId: string; keptName: string; mergedName: string; merged_on: LocalDate; rev: number };

/** Merges of a member of the chapter that can still be undone. */
async function mergesOf(work: Work, chapterId: string, memberId: string): Promise<MemberMerge[]> {
  const rows = await work.query<MergeRow>(
    `select g.id, g.kept_member_id as "keptId", trim(k.first_name || ' ' || k.last_name) as "keptName", trim(m.first_name || ' ' || m.last_name) as "mergedName",
            (g.merged_at at time zone 'Europe/Oslo')::date as merged_on, g.rev
       from app.member_merge g join app.member k on k.chapter_id = g.chapter_id and k.id = g.kept_member_id
       join app.member m on m.chapter_id = g.chapter_id and m.id = g.merged_member_id
      where g.chapter_id = $1 and $2 in (g.kept_member_id, g.merged_member_id) and g.undone_at is null
        and m.end_reason = 'MERGED' and m.contacts_emptied_on is null and k.left_on is null order by g.merged_at`,
    [chapterId, memberId],
  );
  return rows.map(({ merged_on, ...merge }) => ({ ...merge, undoUntil: addDays(merged_on, UNDO_DAYS - 1) }));
}

/** A member's life events; null when it is not one of the acting chapter's. */
export async function findLife(work: Work, memberId: string): Promise<MemberLife | null> {
  const { chapterId } = seated(work);
  if (!chapterId || !isUuid(memberId)) return null;
  const [row] = await work.query<LifeRow>(
    `select m.id, trim(m.first_name || ' ' || m.last_name) as name, m.joined_on, m.left_on, m.end_reason,
            coalesce((m.ended_at at time zone 'Europe/Oslo')::date, m.left_on) as ended_on, c.name as moved_to, m.contacts_emptied_on, m.mobile_wrong_on,
            m.preference_before is not null and m.contact_preference = 'NEVER' as declined, m.rev
       from app.member m left join app.chapter c on c.organization_id = m.organization_id and c.id = m.moved_to_chapter_id
      where m.chapter_id = $1 and m.id = $2`,
    [chapterId, memberId],
  );
  if (!row) return null;
  const ended = row.left_on !== null && row.contacts_emptied_on === null ? row.ended_on : null;
  const undoable = ended && (row.end_reason === null || ["LEFT", "AGED_OUT", "DIED"].includes(row.end_reason));
  const moves = row.left_on === null ? await outgoingMoves(work, { memberId, state: "PROPOSED" }) : [];
  return {
    memberId: row.id,
    name: row.name,
    joinedOn: row.joined_on,
    leftOn: row.left_on,
    endReason: row.end_reason,
    movedTo: row.moved_to,
    undoUntil: undoable ? addDays(ended, UNDO_DAYS - 1) : null,
    emptiedFrom: ended ? addDays(ended, UNDO_DAYS) : null,
    mobileWrongOn: row.mobile_wrong_on,
    declined: row.declined,
    move: moves[0] ?? null,
    merges: await mergesOf(work, chapterId, memberId),
    rev: row.rev,
  };
}

/** Like `findLife`. Throws NOT_FOUND. */
export async function readLife(work: Work, memberId: string): Promise<MemberLife> {
  const life = await findLife(work, memberId);
  if (!life) throw new AppError("NOT_FOUND");
  return life;
}
