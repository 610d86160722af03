import type { Language, LocalizedText } from "@varde/domain";
import type { Work } from "../../kernel/db/unit-of-work.js";
import { seated } from "../../kernel/graphql/context.js";
import type { Connection } from "../../kernel/graphql/output.js";
import { fromCursor, pageSize, toConnection } from "../../kernel/graphql/page.js";
import { isUuid } from "../../kernel/mutation.js";
import type { BoardMessage } from "./board-message.type.js";
import type { InLanguages } from "./board-messages.service.js";
import type { MessageSender, NudgeAnswer } from "./nudge.type.js";

type Row = {
  id: string;
  title: string;
  body: string;
  in_languages: InLanguages | null;
  template_id: string | null;
  template_name: LocalizedText | null;
  sent_at: Date;
  place: string;
  withdrawn_at: Date | null;
  all_chapters: boolean;
  chapter_count: number;
  read_by: number | null;
  read_at: Date | null;
  rev: number;
  sender_name: string | null;
  sender_role: MessageSender["role"] | null;
  answer: NudgeAnswer | null;
};

// which messages a seat may read is decided by the policies; to a board nothing is said of the other boards
const found = (where: string, rest: string): string => `with page as (
    select m.id, m.title, m.body, m.in_languages, m.template_id, m.sent_at, m.sent_at::text as place, m.withdrawn_at, m.chapter_ids is null as all_chapters, m.chapter_count, m.rev, m.sender_name, m.sender_role
      from app.board_message m where m.organization_id = $1 ${where} order by m.sent_at desc, m.id desc ${rest})
  select p.*, n.name as template_name, s.seen_at as read_at, s.answer, r.chapters as read_by
    from page p
    left join lateral (select v.definition -> 'name' as name from app.template_version v
      where v.organization_id = $1 and v.template_id = p.template_id and v.state <> 'DRAFT' order by v.major desc, v.minor desc limit 1) n on true
    left join app.board_message_seen s on s.organization_id = $1 and s.message_id = p.id and s.seat_id = authz.seat_id()
    left join authz.board_messages_read(array(select id from page)) r on r.message_id = p.id
   order by p.sent_at desc, p.id desc`;

/** A message as the one who asks may see it: counts of boards are national's. */
const toMessage =
  (national: boolean, language: Language) =>
  (row: Row): BoardMessage => ({
    id: row.id,
    title: row.in_languages?.[language]?.title ?? row.title,
    body: row.in_languages?.[language]?.body ?? row.body,
    template: row.template_id && row.template_name ? { id: row.template_id, name: row.template_name } : null,
    sender: row.sender_name !== null && row.sender_role ? { name: row.sender_name, role: row.sender_role } : null,
    answer: row.answer,
    sentAt: row.sent_at,
    withdrawnAt: row.withdrawn_at,
    allChapters: row.all_chapters,
    chapterCount: national ? row.chapter_count : null,
    // a chapter opened since may have read what is for all
    readByChapters: national ? Math.min(row.read_by ?? 0, row.chapter_count) : null,
    readAt: row.read_at,
    rev: row.rev,
  });

const isNational = (work: Work): boolean => seated(work).caps.has("BOARD_MESSAGE");

/** A page of the messages: national's own with those taken back, or those for one's chapter. Newest first. */
export async function listBoardMessages(
  work: Work,
  page: { first: number; after: string | null },
  language: Language,
): Promise<Connection<BoardMessage>> {
  const first = pageSize(page.first);
  const place = fromCursor(page.after, 2);
  const rows = await work.query<Row>(
    // to one board each; national reads them on the chapter's page
    found(
      `${isNational(work) ? "and not m.nudge " : ""}and ($2::timestamptz is null or (m.sent_at, m.id) < ($2::timestamptz, $3::uuid))`,
      "limit $4",
    ),
    [seated(work).organizationId, place?.[0] ?? null, place?.[1] ?? null, first + 1],
  );
  return toConnection(rows, first, toMessage(isNational(work), language), (row) => [row.place, row.id], {
    after: page.after,
  });
}

/** One message in reach, or null. */
export async function findBoardMessage(work: Work, id: string, language: Language): Promise<BoardMessage | null> {
  if (!isUuid(id)) return null;
  const [row] = await work.query<Row>(found("and m.id = $2", ""), [seated(work).organizationId, id]);
  return row ? toMessage(isNational(work), language)(row) : null;
}

/** News is fresh for so many days, and so many of it are shown at once. */
export const FRESH_DAYS = 60;
export const MOST_SHOWN = 3;

/** Messages that the seat acted in has not read. */
export async function unreadBoardMessages(work: Work, language: Language): Promise<BoardMessage[]> {
  const rows = await work.query<Row>(
    found(
      `and m.sent_at > now() - interval '${FRESH_DAYS} days' and not exists (select 1 from app.board_message_seen x
        where x.organization_id = $1 and x.message_id = m.id and x.seat_id = authz.seat_id())`,
      `limit ${MOST_SHOWN}`,
    ),
    [seated(work).organizationId],
  );
  return rows.map(toMessage(false, language));
}
