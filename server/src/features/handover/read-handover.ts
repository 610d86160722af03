import { addDays } from "@varde/domain";
import type { Language, LocalizedText } from "@varde/domain";
import type { Sealer } from "../../kernel/crypto/sealer.js";
import type { Work } from "../../kernel/db/unit-of-work.js";
import { AppError } from "../../kernel/errors/app-error.js";
import { seated } from "../../kernel/graphql/context.js";
import { isUuid } from "../../kernel/mutation.js";
import type { Role } from "../accounts/index.js";
import { boardOf } from "../organization/index.js";
import type { OneBoard } from "../organization/index.js";
import { openDraft } from "./draft.js";
import type {
  FirstTask,
  Handover,
  HandoverMember,
  HandoverState,
  HandoverTask,
  HandoverView,
} from "./handover.type.js";
import { shownLines } from "./lines.js";

export type Reading = { sealer: Sealer; language: Language };
export const UNDO_DAYS = 14;

type Row = {
  id: string;
  chapter_id: string;
  state: HandoverState;
  held_on: string;
  draft_ct: Buffer | null;
  done_at: Date | null;
  undo_until: Date | null;
  rev: number;
};
const COLUMNS = `h.id, h.chapter_id, h.state, h.held_on, h.draft_ct, h.done_at, h.rev,
  case when h.state = 'DONE' and h.done_at > now() - interval '${UNDO_DAYS} days' then h.done_at + interval '${UNDO_DAYS} days' end as undo_until`;

/** A duty a new member may begin with: open now or soon, one person's, and not over; `t` is the touchpoint, `v` its version. */
export const TASK_TO_GIVE = `not t.about_member and not t.period_report and t.closed_at is null and t.emptied_at is null and t.waived_at is null
  and t.cancelled_at is null and greatest(t.miss_on, t.exception_until) >= authz.today() and t.opens_on <= authz.today() + 60
  and v.definition ->> 'doneBy' is distinct from 'EACH'`;

/** The board of the chapter asked for: the own for a leader, any for national. Throws NOT_FOUND for any other. */
export async function demandBoard(work: Work, chapterId: string): Promise<OneBoard> {
  const board = isUuid(chapterId) ? await boardOf(work, chapterId) : null;
  if (!board) throw new AppError("NOT_FOUND");
  return board;
}

export async function membersOf(work: Work, chapterId: string, id: string): Promise<HandoverMember[]> {
  const rows = await work.query<Omit<HandoverMember, "lastDay"> & { valid_to: string | null; role: Role }>(
    `select s.id as "seatId", s.holder_name as "holderName", s.role, x.part, s.valid_to,
            x.waits or (x.part = 'STAYS' and x.confirmed_by is null) as waits,
            x.part = 'COMES' and s.account_id is not null as accepted
       from app.handover_seat x join app.seat s on s.organization_id = x.organization_id and s.id = x.seat_id
      where x.chapter_id = $1 and x.handover_id = $2 order by x.part, s.role desc, lower(s.holder_name), s.id`,
    [chapterId, id],
  );
  return rows.map(({ valid_to, ...row }) => ({ ...row, lastDay: valid_to && addDays(valid_to, -1) }));
}

async function toHandover(work: Work, row: Row, board: OneBoard, { sealer, language }: Reading): Promise<Handover> {
  const draft = row.draft_ct ? openDraft(sealer, row.id, row.draft_ct) : { list: "", ends: [], gives: [] };
  return {
    id: row.id,
    state: row.state,
    heldOn: row.held_on,
    ...draft,
    lines: row.draft_ct ? await shownLines(work, { list: draft.list, board, heldOn: row.held_on, language }) : [],
    members: row.state === "DRAFT" ? [] : await membersOf(work, row.chapter_id, row.id),
    doneAt: row.done_at,
    undoUntil: row.undo_until,
    rev: row.rev,
  };
}

/** One handover in reach, or null. */
export async function findHandover(work: Work, id: string, reading: Reading): Promise<Handover | null> {
  if (!isUuid(id)) return null;
  const [row] = await work.query<Row>(
    `select ${COLUMNS} from app.handover h where h.organization_id = $1 and h.id = $2`,
    [seated(work).organizationId, id],
  );
  return row ? toHandover(work, row, await demandBoard(work, row.chapter_id), reading) : null;
}

/** All a handover's page needs. Throws NOT_FOUND for a chapter whose seats the one who asks may not give. */
export async function readHandover(work: Work, chapterId: string, reading: Reading): Promise<HandoverView> {
  const board = await demandBoard(work, chapterId);
  const { organizationId, chapterId: own } = seated(work);
  const seats = await work.query<{ id: string; holder_name: string; role: Role; valid_to: string | null }>(
    `select s.id, s.holder_name, s.role, s.valid_to from app.seat s
      where s.organization_id = $1 and s.chapter_id = $2 and s.role in ('CHAPTER_LEADER', 'CHAPTER_BOARD') and s.account_id is not null
        and (s.valid_to is null or s.valid_to > authz.today()) order by s.role desc, lower(s.holder_name), s.id`,
    [organizationId, board.id],
  );
  const tasks = await work.query<{
    id: string;
    title: LocalizedText;
    due_on: string;
    core: boolean;
    holder_name: string | null;
  }>(
    `select t.id, v.definition -> 'name' as title, t.due_on, n.core_position is not null as core, s.holder_name
       from app.touchpoint t join app.template_version v on v.organization_id = t.organization_id and v.id = t.version_id
       join app.touchpoint_template n on n.organization_id = t.organization_id and n.id = t.template_id
       left join app.seat s on s.organization_id = t.organization_id and s.id = t.assignee_seat_id and (s.valid_to is null or s.valid_to > authz.today())
      where t.organization_id = $1 and t.chapter_id = $2 and ${TASK_TO_GIVE}
      order by core desc, t.due_on, t.id limit 20`,
    [organizationId, board.id],
  );
  const rows = await work.query<Row & { draft: boolean }>(
    `(select ${COLUMNS}, true as draft from app.handover h where h.chapter_id = $1 and h.state = 'DRAFT')
     union all (select ${COLUMNS}, false from app.handover h where h.chapter_id = $1 and h.state <> 'DRAFT' order by h.done_at desc limit 1)`,
    [board.id],
  );
  const [drafted, latest] = [rows.find((row) => row.draft), rows.find((row) => !row.draft)];
  return {
    chapterId: board.id,
    chapterName: board.short_name,
    board: seats.map((seat) => ({
      seatId: seat.id,
      holderName: seat.holder_name,
      role: seat.role,
      lastDay: seat.valid_to && addDays(seat.valid_to, -1),
    })),
    tasks: tasks.map((task): HandoverTask => ({
      id: task.id,
      title: task.title,
      dueOn: task.due_on,
      core: task.core,
      holderName: task.holder_name,
    })),
    aboutMembers: own === board.id ? await openAboutMembers(work, board.id) : null,
    draft: drafted ? await toHandover(work, drafted, board, reading) : null,
    latest: latest ? await toHandover(work, latest, board, reading) : null,
  };
}

/** How many tasks about members are open; for the chapter's own eyes. */
export async function openAboutMembers(work: Work, chapterId: string): Promise<number> {
  const [row] = await work.query<{ n: number }>(
    `select count(*)::int as n from app.touchpoint t where t.organization_id = $1 and t.chapter_id = $2 and t.about_member and t.closed_at is null
        and t.emptied_at is null and t.waived_at is null and t.cancelled_at is null and greatest(t.miss_on, t.exception_until) >= authz.today() and t.opens_on <= authz.today()`,
    [seated(work).organizationId, chapterId],
  );
  return row!.n;
}

/** The first tasks that the seat acted in was given, for thirty days or until all are done. */
export async function firstTasks(work: Work): Promise<FirstTask[]> {
  const rows = await work.query<{ id: string; title: LocalizedText; due_on: string; done: boolean }>(
    `select t.id, v.definition -> 'name' as title, t.due_on, t.closed_at is not null or t.emptied_at is not null or t.waived_at is not null as done
       from app.handover_task h join app.touchpoint t on t.chapter_id = h.chapter_id and t.id = h.touchpoint_id
       join app.template_version v on v.organization_id = t.organization_id and v.id = t.version_id
      where h.organization_id = $1 and h.chapter_id = $2 and h.seat_id = $3 and h.given_at > now() - interval '30 days' and t.cancelled_at is null
        and (t.assignee_seat_id = h.seat_id or t.closed_at is not null) order by t.due_on, t.id`,
    [seated(work).organizationId, seated(work).chapterId, seated(work).seatId],
  );
  if (rows.every((row) => row.done)) return [];
  return rows.map(({ due_on, ...row }) => ({ ...row, dueOn: due_on }));
}
