import { addDays, osloDate } from "@varde/domain";
import type { LocalDate } from "@varde/domain";
import type { Work } from "../../kernel/db/unit-of-work.js";
import { AppError } from "../../kernel/errors/app-error.js";
import { seated } from "../../kernel/graphql/context.js";
import { isUuid } from "../../kernel/mutation.js";
import { BOARD_SEAT, BOARDED } from "./audience.js";
import type { Nudge, NudgeOffer, NudgeReader } from "./nudge.type.js";

type NudgeRow = {
  id: string;
  sender_name: string;
  sender_role: Nudge["sender"]["role"];
  body: string;
  sent_at: Date;
  answer: Nudge["answer"];
  answered_at: Date | null;
  answered_by: string | null;
};

/** Days between two nudges to one chapter, whoever sends them; held by a trigger too. */
export const NUDGE_DAYS = 7;
const EARLIER = 10;
/** So long an answer that asks for help is told of. */
const HELP_DAYS = 14;

const toNudge = (row: NudgeRow): Nudge => ({
  id: row.id,
  sender: { name: row.sender_name, role: row.sender_role },
  body: row.body,
  sentAt: row.sent_at,
  answer: row.answer,
  answeredAt: row.answered_at,
  answeredBy: row.answered_by,
});

/** What one should know before one writes to a chapter's board. Throws NOT_FOUND for a chapter one does not follow. */
export async function readNudgeOffer(work: Work, chapterId: string): Promise<NudgeOffer> {
  const { organizationId } = seated(work);
  if (!isUuid(chapterId)) throw new AppError("NOT_FOUND");
  const [chapter] = await work.query<{ id: string; name: string; open: boolean; overdue: number }>(
    `select c.id, c.short_name as name, ${BOARDED} as open,
            (select coalesce(sum(u.n), 0)::int from app.standing_unclosed u
              where u.reach_key = c.id::text || ':duties' and u.due_on < authz.today() and u.miss_on >= authz.today()) as overdue
       from app.chapter c where c.organization_id = $1 and c.id = $2 and c.id = any (authz.units('NUDGE'))`,
    [organizationId, chapterId],
  );
  if (!chapter) throw new AppError("NOT_FOUND");
  const readers = await work.query<NudgeReader>(
    `select s.holder_name as name, s.role from app.seat s where s.organization_id = $1 and s.chapter_id = $2 and ${BOARD_SEAT}
      order by s.role desc, s.holder_name`,
    [organizationId, chapter.id],
  );
  const earlier = await work.query<NudgeRow>(
    `select m.id, m.sender_name, m.sender_role, m.body, m.sent_at, a.answer, a.answered_at, h.holder_name as answered_by
       from app.board_message m
       left join lateral (select x.* from app.board_message_seen x where x.organization_id = $1 and x.message_id = m.id and x.answer is not null
         order by x.answered_at desc limit 1) a on true
       left join app.seat h on h.organization_id = $1 and h.id = a.seat_id
      where m.organization_id = $1 and m.nudge and m.chapter_ids[1] = $2 order by m.sent_at desc, m.id desc limit ${EARLIER}`,
    [organizationId, chapter.id],
  );
  const next = earlier[0] && addDays(osloDate(earlier[0].sent_at), NUDGE_DAYS);
  return {
    chapterId: chapter.id,
    chapterName: chapter.name,
    open: chapter.open,
    overdue: chapter.overdue,
    readers,
    nextOn: next && next > work.today ? next : null,
    earlier: earlier.map(toNudge),
  };
}

/**
 * The chapters whose board answered the newest word to it with «we need help», and the day it did (Oslo), while the answer is
 * news. Whoever writes again has answered. Only chapters the seat may write to.
 */
export async function askedForHelp(work: Work, chapterIds: readonly string[]): Promise<Map<string, LocalDate>> {
  const rows = await work.query<{ chapter_id: string; answered_at: Date }>(
    `select m.chapter_ids[1] as chapter_id, a.answered_at
       from (select distinct on (n.chapter_ids[1]) n.* from app.board_message n
              where n.organization_id = $1 and n.nudge and n.chapter_ids[1] = any ($2::uuid[]) and n.chapter_ids <@ authz.units('NUDGE')
              order by n.chapter_ids[1], n.sent_at desc, n.id desc) m
       join lateral (select x.answer, x.answered_at from app.board_message_seen x
              where x.organization_id = $1 and x.message_id = m.id and x.answer is not null order by x.answered_at desc limit 1) a on true
      where a.answer = 'NEED_HELP' and a.answered_at > now() - make_interval(days => ${HELP_DAYS})`,
    [seated(work).organizationId, chapterIds],
  );
  return new Map(rows.map((row) => [row.chapter_id, osloDate(row.answered_at)]));
}
