import type { Work } from "../../kernel/db/unit-of-work.js";
import { seated } from "../../kernel/graphql/context.js";
import { isUuid } from "../../kernel/mutation.js";
import { onBoard } from "../touchpoints/index.js";
import type { BoardMember, Together } from "./together.type.js";

const MOST_COMMENTS = 50;

type Row = {
  id: string;
  rev: number;
  assignee_seat_id: string | null;
  board: { id: string; name: string }[];
  onlookers: { id: string; name: string; until: string }[];
  comments: { id: string; text: string; seat: string; name: string; at: string }[];
};

/** How the own board shares a touchpoint, in one statement; null when it is not the chapter's. */
export async function readTogether(work: Work, id: string): Promise<Together | null> {
  const { organizationId, chapterId, seatId } = seated(work);
  if (!chapterId || !isUuid(id)) return null;
  const [row] = await work.query<Row>(
    `select t.id, t.rev, t.assignee_seat_id,
            (select coalesce(json_agg(json_build_object('id', s.id, 'name', s.holder_name) order by lower(s.holder_name), s.id), '[]')
               from app.seat s where s.organization_id = $1 and s.chapter_id = $2 and ${onBoard("s")}) as board,
            (select coalesce(json_agg(json_build_object('id', s.id, 'name', s.holder_name, 'until', p.until) order by lower(s.holder_name), s.id), '[]')
               from app.touchpoint_presence p join app.seat s on s.organization_id = p.organization_id and s.id = p.seat_id
              where p.chapter_id = $2 and p.touchpoint_id = t.id and p.until > now() and p.seat_id <> $4 and ${onBoard("s")}) as onlookers,
            (select coalesce(json_agg(json_build_object('id', c.id, 'text', c.text, 'seat', c.written_by, 'name', s.holder_name, 'at', c.created_at) order by c.created_at, c.id), '[]')
               from (select * from app.touchpoint_comment x where x.chapter_id = $2 and x.touchpoint_id = t.id order by x.created_at desc, x.id desc limit ${MOST_COMMENTS}) c
               join app.seat s on s.organization_id = c.organization_id and s.id = c.written_by) as comments
       from app.touchpoint t where t.chapter_id = $2 and t.id = $3`,
    [organizationId, chapterId, id, seatId],
  );
  if (!row) return null;
  const board = row.board.map((seat): BoardMember => ({ seatId: seat.id, name: seat.name, mine: seat.id === seatId }));
  return {
    touchpointId: row.id,
    rev: row.rev,
    // whose seat has ended has let go
    assignee: board.find((member) => member.seatId === row.assignee_seat_id) ?? null,
    board,
    onlookers: row.onlookers.map(({ id: onlooker, name, until }) => ({
      seatId: onlooker,
      name,
      until: new Date(until),
    })),
    comments: row.comments.map(({ id: comment, text, seat, name, at }) => ({
      id: comment,
      text,
      writtenBy: name,
      mine: seat === seatId,
      createdAt: new Date(at),
    })),
  };
}
