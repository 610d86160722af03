import type { Work } from "../../kernel/db/unit-of-work.js";
import type { SkipReason } from "./judge.js";

export const RULES = ["DIGEST", "RETURNED", "ANSWERED", "ESCALATION"] as const;
export type Rule = (typeof RULES)[number];

/** How a line ended. Until then it is `WAITING`. */
export type Ending =
  | { outcome: "SENT"; reason: null }
  | { outcome: "SKIPPED"; reason: SkipReason }
  | { outcome: "FAILED"; reason: "MAIL_SERVER" | "INTERRUPTED" };
export const SENT: Ending = { outcome: "SENT", reason: null };
export const skipped = (reason: SkipReason): Ending => ({ outcome: "SKIPPED", reason });

/** A candidate: somebody who could be reminded of something, by one rule. `chapterId` and `touchpointId` where the seat does not say it. */
export type Candidate = {
  rule: Rule;
  seatId: string;
  accountId: string;
  chapterId: string | null;
  touchpointId: string | null;
  /** carries the mail: the others of the same person, rule and day are in it */
  leads: boolean;
  ending: Ending | null;
};

/** A line that carries a mail, as the log has it. */
export type Lead = {
  organizationId: string;
  id: string;
  rule: Rule;
  accountId: string;
  seatId: string;
  outcome: "WAITING" | "SENT" | "SKIPPED" | "FAILED";
  reason: string | null;
};

const LEAD = `l.organization_id as "organizationId", l.id, l.rule, l.account_id as "accountId", l.seat_id as "seatId", l.outcome, l.reason`;
/** A mail server that refuses is asked this often; a hand-over that was cut off is taken up again this often, then left. */
const MOST_REFUSED = 20;
const MOST_INTERRUPTED = 3;
// a line that is sent has no reason: compared, it would be neither finished nor not
const UNFINISHED = `(l.outcome = 'WAITING' or (coalesce(l.reason, '') = 'MAIL_SERVER' and l.attempts < ${MOST_REFUSED}) or (coalesce(l.reason, '') = 'INTERRUPTED' and l.attempts < ${MOST_INTERRUPTED}))`;

/** Today's lines of people that carry a mail, in one organization. */
export const leadsToday = (work: Work, organizationId: string, accountIds: readonly string[]) =>
  work.query<Lead & { unfinished: boolean }>(
    `select ${LEAD}, ${UNFINISHED} as unfinished from app.reminder_log l
      where l.organization_id = $1 and l.account_id = any ($2) and l.rule in ('DIGEST', 'ESCALATION') and l.reference_date = authz.today() and l.leads`,
    [organizationId, accountIds],
  );

/** Writes candidates that are not there yet, and answers with the new ones that carry a mail and wait. */
export const writeCandidates = (work: Work, organizationId: string, candidates: readonly Candidate[]) =>
  work.query<Lead>(
    `with l as (
       insert into app.reminder_log (organization_id, rule, seat_id, account_id, chapter_id, touchpoint_id, channel, reference_date, outcome, reason, leads)
       select $1, c.rule, c."seatId", c."accountId", c."chapterId", c."touchpointId", 'EMAIL', authz.today(),
              coalesce(c.ending ->> 'outcome', 'WAITING'), c.ending ->> 'reason', c.leads
         from jsonb_to_recordset($2) c (rule text, "seatId" uuid, "accountId" uuid, "chapterId" uuid, "touchpointId" uuid, leads boolean, ending jsonb)
       on conflict do nothing returning *)
     select ${LEAD} from l where l.leads and l.outcome = 'WAITING'`,
    [organizationId, JSON.stringify(candidates)],
  );

/** How the lines beside a lead end: as it did, whatever organization they are in. */
export const settleFollowers = (
  work: Work,
  organizationId: string,
  leads: readonly { accountId: string; rule: Rule; outcome: string; reason: string | null }[],
) =>
  work.query(
    `update app.reminder_log l set outcome = e.outcome, reason = e.reason, at = now()
       from jsonb_to_recordset($2) e ("accountId" uuid, rule text, outcome text, reason text)
      where l.organization_id = $1 and l.account_id = e."accountId" and l.rule = e.rule and l.reference_date = authz.today() and not l.leads
        and l.outcome in ('WAITING', 'FAILED')`,
    [organizationId, JSON.stringify(leads)],
  );

/**
 * Holds leads until the transaction ends, so that no other worker takes them for cut off. A worker that is killed lets go at
 * once: the database sees that its connection is gone. Answers with the ids that no other worker has.
 */
export async function holdLeads(work: Work, ids: readonly string[]): Promise<Set<string>> {
  const rows = await work.query<{ id: string }>(
    `select id from unnest($1::uuid[]) t (id) where pg_try_advisory_xact_lock(hashtextextended('reminder ' || id, 0))`,
    [ids],
  );
  return new Set(rows.map(({ id }) => id));
}

/** Says in a lead's line that its mail is being handed over. False when it is done. */
export async function beginHandOver(work: Work, { organizationId, id }: Lead): Promise<boolean> {
  const rows = await work.query(
    `update app.reminder_log l set outcome = 'FAILED', reason = 'INTERRUPTED', attempts = l.attempts + 1, at = now()
      where l.organization_id = $1 and l.id = $2 and ${UNFINISHED} returning 1`,
    [organizationId, id],
  );
  return rows.length > 0;
}

/** Says how a line ended. */
export const settle = (work: Work, { organizationId, id }: Pick<Lead, "organizationId" | "id">, ending: Ending) =>
  work.query(
    `update app.reminder_log set outcome = $3, reason = $4, at = now() where organization_id = $1 and id = $2 and outcome <> 'SENT'`,
    [organizationId, id, ending.outcome, ending.reason],
  );

/** How a line stands now. */
export const outcomeOf = (work: Work, { organizationId, id }: Lead) =>
  work.query<{ outcome: string }>(`select outcome from app.reminder_log where organization_id = $1 and id = $2`, [
    organizationId,
    id,
  ]);

/** What waits of mails about one touchpoint each, and may go by now. */
export const waitingSingles = (work: Work, organizationId: string, after: string | null, most: number) =>
  work.query<Lead & { chapterId: string; touchpointId: string }>(
    `select ${LEAD}, l.chapter_id as "chapterId", l.touchpoint_id as "touchpointId" from app.reminder_log l
      where l.organization_id = $1 and l.rule in ('RETURNED', 'ANSWERED') and l.outcome in ('WAITING', 'FAILED') and ${UNFINISHED} and l.due_at <= now()
        and l.id > coalesce($2::uuid, '00000000-0000-0000-0000-000000000000') order by l.id limit $3`,
    [organizationId, after, most],
  );

/** Lets a line wait until an instant. */
export const postpone = (work: Work, { organizationId, id }: Lead, until: Date) =>
  work.query(
    `update app.reminder_log set due_at = $3 where organization_id = $1 and id = $2 and outcome in ('WAITING', 'FAILED')`,
    [organizationId, id, until],
  );

/** What was planned on an earlier day and never got off is over; lines older than a year have done their time. */
export async function closeOld(work: Work, organizationId: string): Promise<void> {
  await work.query(
    `update app.reminder_log set outcome = 'SKIPPED', reason = 'TOO_LATE', at = now() where organization_id = $1 and outcome = 'WAITING'
      and reference_date < authz.today() - case when rule in ('DIGEST', 'ESCALATION') then 0 else 7 end`,
    [organizationId],
  );
  await work.query(`delete from app.reminder_log where organization_id = $1 and reference_date < authz.today() - 400`, [
    organizationId,
  ]);
}
