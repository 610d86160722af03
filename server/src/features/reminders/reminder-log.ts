import type { Work } from "../../kernel/db/unit-of-work.js";

type Outcome =
  | { outcome: "SENT"; reason: null }
  | { outcome: "SKIPPED"; reason: "OPTED_OUT" | "STOPPED" }
  | { outcome: "FAILED"; reason: "MAIL_SERVER" | "INTERRUPTED" };
export type LogLine = { organizationId: string; seatId: string; accountId: string; leads: boolean };

/**
 * Writes today's line of a seat unless it is there, or the person has had the day's mail. True when it was written, or
 * when a mail server refused it earlier today and it may be tried again: the caller then holds the day's mail.
 */
export async function claim(work: Work, line: LogLine, { outcome, reason }: Outcome): Promise<boolean> {
  const claimed = await work.query(
    `insert into app.reminder_log (organization_id, rule, seat_id, account_id, channel, reference_date, outcome, reason, leads)
     values ($1, 'DIGEST', $2, $3, 'EMAIL', authz.today(), $4, $5, $6) on conflict do nothing returning 1`,
    [line.organizationId, line.seatId, line.accountId, outcome, reason, line.leads],
  );
  if (claimed.length > 0) return true;
  const again = await work.query(
    `update app.reminder_log set outcome = $4, reason = $5, at = now()
      where organization_id = $1 and rule = 'DIGEST' and seat_id = $2 and account_id = $3 and channel = 'EMAIL' and reference_date = authz.today()
        and outcome = 'FAILED' and reason = 'MAIL_SERVER' returning 1`,
    [line.organizationId, line.seatId, line.accountId, outcome, reason],
  );
  return again.length > 0;
}

/** Says how today's line of a seat ended. */
export async function settle(work: Work, line: LogLine, { outcome, reason }: Outcome): Promise<void> {
  await work.query(
    `update app.reminder_log set outcome = $4, reason = $5, at = now()
      where organization_id = $1 and rule = 'DIGEST' and seat_id = $2 and account_id = $3 and channel = 'EMAIL' and reference_date = authz.today()`,
    [line.organizationId, line.seatId, line.accountId, outcome, reason],
  );
}

/** Lines older than a year have done their time. */
export const forgetOld = (work: Work, organizationId: string): Promise<unknown> =>
  work.query(`delete from app.reminder_log where organization_id = $1 and reference_date < authz.today() - 400`, [
    organizationId,
  ]);
