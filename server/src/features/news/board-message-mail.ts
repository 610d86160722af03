import type { Work } from "../../kernel/db/unit-of-work.js";

export type MailLine = { organizationId: string; messageId: string; accountId: string };
type Outcome =
  | { outcome: "SENT"; reason: null }
  | { outcome: "SKIPPED"; reason: "OPTED_OUT" | "STOPPED" }
  | { outcome: "FAILED"; reason: "MAIL_SERVER" | "INTERRUPTED" };

/** So long after it was begun, a mail nobody finished is taken over: the one who began it is gone. */
export const TAKEN_OVER_MINUTES = 10;

/**
 * Writes a person's line of a message, unless it is there or the message was taken back. True when it was written, or when
 * an earlier attempt failed or was cut off: the caller then holds the mail.
 */
export async function claimMail(work: Work, line: MailLine, { outcome, reason }: Outcome): Promise<boolean> {
  const values = [line.organizationId, line.messageId, line.accountId, outcome, reason];
  const claimed = await work.query(
    `insert into app.board_message_mail (organization_id, message_id, account_id, outcome, reason)
     select m.organization_id, m.id, $3, $4, $5 from app.board_message m where m.organization_id = $1 and m.id = $2 and m.withdrawn_at is null
     on conflict do nothing returning 1`,
    values,
  );
  if (claimed.length > 0) return true;
  const again = await work.query(
    `update app.board_message_mail l set outcome = $4, reason = $5, at = now() from app.board_message m
      where l.organization_id = $1 and l.message_id = $2 and l.account_id = $3 and l.outcome = 'FAILED'
        and (l.reason = 'MAIL_SERVER' or l.at < now() - interval '${TAKEN_OVER_MINUTES} minutes')
        and m.organization_id = $1 and m.id = $2 and m.withdrawn_at is null returning 1`,
    values,
  );
  return again.length > 0;
}

/** Says how a person's mail ended. */
export async function settleMail(work: Work, line: MailLine, { outcome, reason }: Outcome): Promise<void> {
  await work.query(
    `update app.board_message_mail set outcome = $4, reason = $5, at = now() where organization_id = $1 and message_id = $2 and account_id = $3`,
    [line.organizationId, line.messageId, line.accountId, outcome, reason],
  );
}

/** Whether somebody's mail of the message was begun and not finished. */
export async function isUnfinished(work: Work, organizationId: string, messageId: string): Promise<boolean> {
  const rows = await work.query(
    `select 1 from app.board_message_mail l join app.board_message m on m.organization_id = l.organization_id and m.id = l.message_id
      where l.organization_id = $1 and l.message_id = $2 and l.outcome = 'FAILED' and m.withdrawn_at is null limit 1`,
    [organizationId, messageId],
  );
  return rows.length > 0;
}

/** Lines older than a year have done their time. */
export const forgetOldMails = (work: Work, organizationId: string): Promise<unknown> =>
  work.query(`delete from app.board_message_mail where organization_id = $1 and at < now() - interval '400 days'`, [
    organizationId,
  ]);
