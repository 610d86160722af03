import type { LocalDate } from "@varde/domain";
import type { Work } from "../../kernel/db/unit-of-work.js";
import { seated } from "../../kernel/graphql/context.js";
import type { MemberMove, MemberMoves, MoveState, MoveTarget } from "./life.type.js";

type MoveRow = {
  id: string;
  member_id: string;
  name: string;
  birth_year: number | null;
  state: MoveState;
  from_chapter: string | null;
  to_chapter: string | null;
  waiting: number | null;
  proposed_on: LocalDate;
  rev: number;
};

const toMove = (row: MoveRow): MemberMove => ({
  id: row.id,
  memberId: row.member_id,
  name: row.name,
  birthYear: row.birth_year,
  state: row.state,
  fromChapter: row.from_chapter,
  toChapter: row.to_chapter,
  waiting: row.waiting,
  proposedOn: row.proposed_on,
  rev: row.rev,
});

/** Moves out of the acting chapter, of one member or all: those that wait, and what was answered in the last thirty days. */
export async function outgoingMoves(
  work: Work,
  of: { memberId?: string; state?: MoveState } = {},
): Promise<MemberMove[]> {
  const rows = await work.query<MoveRow>(
    `select v.id, v.member_id, trim(m.first_name || ' ' || m.last_name) as name, m.birth_year, v.state, null as from_chapter, c.name as to_chapter,
            null as waiting, v.proposed_on, v.rev
       from app.member_move v join app.member m on m.chapter_id = v.chapter_id and m.id = v.member_id
       left join app.chapter c on c.organization_id = v.organization_id and c.id = v.to_chapter_id
      where v.chapter_id = $1 and (v.state = 'PROPOSED' or (v.state in ('ACCEPTED', 'DECLINED') and v.decided_at > now() - interval '30 days'))
        and ($2::uuid is null or v.member_id = $2) and ($3::text is null or v.state = $3)
      order by v.state <> 'PROPOSED', v.proposed_on, v.id limit 100`,
    [seated(work).chapterId, of.memberId ?? null, of.state ?? null],
  );
  return rows.map(toMove);
}

/** Who other chapters say is coming to the acting one. The database tells what one needs to know whom it is about. */
export async function incomingMoves(work: Work): Promise<MemberMove[]> {
  const rows = await work.query<MoveRow>(
    `select move_id as id, member_id, trim(first_name || ' ' || last_name) as name, birth_year, 'PROPOSED' as state, from_chapter,
            null as to_chapter, waiting, proposed_on, rev from authz.incoming_member_moves()`,
  );
  return rows.map(toMove);
}

/** Both ways. */
export async function listMoves(work: Work): Promise<MemberMoves> {
  return { incoming: await incomingMoves(work), outgoing: await outgoingMoves(work) };
}

/** The open chapters of the organization that a member of the acting one may move to, by name. */
export const listTargets = (work: Work): Promise<MoveTarget[]> =>
  work.query<MoveTarget>(
    `select id, name from app.chapter where organization_id = $1 and id is distinct from $2 and coalesce(closed_on > authz.today(), true)
      order by direct_members, lower(name), id limit 1000`,
    [seated(work).organizationId, seated(work).chapterId],
  );
