import type { Door } from "../../kernel/db/door.js";
import { inAuth } from "../../kernel/db/run-work.js";
import type { Connection } from "../../kernel/graphql/output.js";
import { fromCursor, pageSize, toConnection } from "../../kernel/graphql/page.js";
import type { MailboxMessage } from "./sign-in.type.js";

/** A page of what was sent, newest first. Throws BAD_REQUEST for a page or cursor we do not give. */
export async function readMailbox(
  installation: { auth: Door },
  first: number,
  after: string | null | undefined,
): Promise<Connection<MailboxMessage>> {
  const size = pageSize(first);
  const place = fromCursor(after, 2);
  const rows = await inAuth(installation, (work) =>
    work.query<MailboxMessage & { at: string }>(
      `select id, sent_to as "to", sent_from as "from", subject, body as text, sent_at as "sentAt", sent_at::text as at from app.mailbox_message
        where $1::text is null or (sent_at, id) < ($1::timestamptz, $2::uuid) order by sent_at desc, id desc limit $3`,
      [place?.[0] ?? null, place?.[1] ?? null, size + 1],
    ),
  );
  return toConnection(
    rows,
    size,
    ({ at: _at, ...message }) => message,
    (row) => [row.at, row.id],
    { after },
  );
}
