import type { Work } from "../../../kernel/db/unit-of-work.js";
import { AppError } from "../../../kernel/errors/app-error.js";
import { refuse } from "../../../kernel/errors/refusal.js";
import { say } from "../../../kernel/errors/say.js";
import type { Context } from "../../../kernel/graphql/context.js";
import { enqueue } from "../../../kernel/jobs/enqueue.js";
import { FACTORS } from "./factors.texts.js";
import type { FactorKind, Factors, PasskeyFactor } from "./factors.type.js";

/** The job that tells the person by mail. */
export const FACTOR_MAIL = "sendFactorNotice";
/** A mail for each kind of change. */
export const FACTOR_CHANGES = ["ADDED", "REMOVED"] as const;

/** The secret of the browser's session. Throws UNAUTHENTICATED when it has none. */
export function cookieOf({ cookies }: Context): string {
  const secret = cookies.read("session");
  if (!secret) throw new AppError("UNAUTHENTICATED");
  return secret;
}

/** A line in the trail of each organization one sits in: what, never a secret or a name one gave a key. */
export const note = (work: Work, accountId: string, what: string, kind: FactorKind): Promise<unknown> =>
  work.query(`select authz.audit_account($1, $2, $3)`, [accountId, what, JSON.stringify({ kind })]);

/** Notes that a factor came or went, and tells the person by mail: it may not have been them. */
export async function noteChange(
  work: Work,
  accountId: string,
  change: (typeof FACTOR_CHANGES)[number],
  kind: "TOTP" | "PASSKEY",
): Promise<void> {
  await note(work, accountId, `FACTOR_${change}`, kind);
  await enqueue(work, FACTOR_MAIL, { accountId, change, kind });
}

/** The account's factors. `work` is of the sign-in module's door. */
export async function readFactors(work: Work, accountId: string): Promise<Factors> {
  const [totp] = await work.query<{ addedAt: Date; lastUsedAt: Date }>(
    `select confirmed_at as "addedAt", coalesce(last_used_at, confirmed_at) as "lastUsedAt" from app.totp where account_id = $1 and confirmed_at is not null`,
    [accountId],
  );
  const passkeys = await work.query<PasskeyFactor>(
    `select id, name, synced, created_at as "addedAt", last_used_at as "lastUsedAt" from app.passkey where account_id = $1 order by created_at, id`,
    [accountId],
  );
  const [codes] = await work.query<{ n: number }>(
    `select count(*)::int as n from app.recovery_code where account_id = $1 and used_at is null`,
    [accountId],
  );
  return { totp: totp ?? null, passkeys, recoveryCodesLeft: codes!.n };
}

/** Refuses to leave who must have a factor without one, or without a passkey where nothing else will do. */
export async function refuseLast(
  work: Work,
  { language }: Context,
  accountId: string,
  left: { passkeys: number; totp: boolean },
): Promise<void> {
  const [must] = await work.query<{ factor: boolean; passkey: boolean }>(
    `select count(*) > 0 as factor, coalesce(bool_or(o.passkey_only and s.role = 'NATIONAL_ADMIN'), false) as passkey
       from app.seat s join app.organization o on o.id = s.organization_id
      where s.account_id = $1 and (s.valid_to is null or s.valid_to > authz.today())
        and authz.factor_due(o.second_factor, o.second_factor_since, s.role, s.created_at) is not null`,
    [accountId],
  );
  if (left.passkeys > 0) return;
  if (must!.passkey) refuse("LOCKED", say(language, FACTORS.lastPasskey));
  if (must!.factor && !left.totp) refuse("LOCKED", say(language, FACTORS.lastFactor));
}

/**
 * After a factor is gone: the account's sessions end but for one, which is at the level of what is left; without a factor there is
 * nothing to recover either.
 */
export async function afterRemoval(work: Work, accountId: string, except: Buffer | null): Promise<void> {
  await work.query(
    `update app.session set revoked_at = now() where account_id = $1 and token_hash is distinct from $2 and revoked_at is null`,
    [accountId, except],
  );
  await work.query(
    `delete from app.recovery_code where account_id = $1 and not (select second_factor from app.account where id = $1)`,
    [accountId],
  );
  await work.query(
    `update app.session x set aal = case when a.second_factor then x.aal else 1 end, stepup_at = case when a.second_factor then x.stepup_at end,
            by_passkey = x.by_passkey and exists (select 1 from app.passkey p where p.account_id = a.id)
       from app.account a where a.id = x.account_id and x.account_id = $1 and x.token_hash = $2`,
    [accountId, except],
  );
}
