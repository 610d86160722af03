import { hashSecret } from "../../../kernel/crypto/sealer.js";
import type { Work } from "../../../kernel/db/unit-of-work.js";
import { AppError } from "../../../kernel/errors/app-error.js";
import { sessionLength } from "../roles.js";
import type { Role } from "../roles.js";
import { INVITED, LIVE } from "../session.service.js";
import type { Begun } from "../session.service.js";
import type { SecondStep } from "../sign-in.type.js";

/** How long a factor that was given counts as just given. */
export const STEP_UP_MINUTES = 10;

/** The browser's session, held until the transaction ends. `steppedUp`: its factor was given less than ten minutes ago. */
export type HeldSession = {
  accountId: string;
  name: string;
  seatId: string | null;
  role: Role | null;
  aal: number;
  hasFactor: boolean;
  steppedUp: boolean;
};

/** The live session behind a secret, whether or not it waits for its second step; null for none. `work` is of the sign-in module's door. */
export async function heldSession(work: Work, secret: string): Promise<HeldSession | null> {
  const [row] = await work.query<HeldSession>(
    `select x.account_id as "accountId", a.name, x.seat_id as "seatId", s.role, x.aal, a.second_factor as "hasFactor",
            coalesce(x.aal >= 2 and x.stepup_at > now() - interval '${STEP_UP_MINUTES} minutes', false) as "steppedUp"
       from app.session x join app.account a on a.id = x.account_id and a.stopped_at is null
       left join app.seat s on s.id = x.seat_id and s.account_id = x.account_id
      where x.token_hash = $1 and ${LIVE} for update of x`,
    [hashSecret(secret)],
  );
  return row ?? null;
}

/**
 * The session that may change the account's factors. Throws UNAUTHENTICATED when there is none or it waits for its second
 * step; STEP_UP_REQUIRED when there is a factor and it was not given lately, and for a session that began by an invitation
 * mail to somebody who sits elsewhere too: a mail that was passed on must not lock its owner out.
 */
export async function sessionForFactors(work: Work, secret: string): Promise<HeldSession> {
  const held = await heldSession(work, secret);
  if (!held || (held.hasFactor && held.aal < 2)) throw new AppError("UNAUTHENTICATED");
  if (held.hasFactor ? !held.steppedUp : held.aal === INVITED) throw new AppError("STEP_UP_REQUIRED");
  return held;
}

/** Lifts the session to level 2 under a new secret: what had the old one has nothing. `work` holds the session. */
export async function raiseSession(
  work: Work,
  held: HeldSession,
  from: string,
  secret: string,
  byPasskey = false,
): Promise<Begun> {
  const { idleSeconds, hardSeconds } = sessionLength(held.role);
  await work.query(
    `update app.session set token_hash = $2, aal = 2, stepup_at = now(), by_passkey = by_passkey or $5, idle_seconds = $3::int, hard_exp = created_at + make_interval(secs => $4::int),
            idle_until = least(now() + make_interval(secs => $3::int), created_at + make_interval(secs => $4::int))
      where token_hash = $1`,
    [hashSecret(from), hashSecret(secret), idleSeconds, hardSeconds, byPasskey],
  );
  if (held.seatId) await work.query(`select authz.touch_seat($1)`, [held.seatId]);
  return { accountId: held.accountId, seatId: held.seatId, secret, role: held.role, awaits: false };
}

/** What the session behind a secret waits for; null when it waits for nothing, or there is none. */
export async function secondStepOf(work: Work, secret: string): Promise<SecondStep | null> {
  const [row] = await work.query<SecondStep>(
    `select a.name, exists (select 1 from app.totp t where t.account_id = a.id and t.confirmed_at is not null) as totp,
            exists (select 1 from app.passkey p where p.account_id = a.id) as passkey,
            (select count(*)::int from app.recovery_code r where r.account_id = a.id and r.used_at is null) as "recoveryCodesLeft"
       from app.session x join app.account a on a.id = x.account_id and a.stopped_at is null and a.second_factor
      where x.token_hash = $1 and ${LIVE} and x.aal < 2`,
    [hashSecret(secret)],
  );
  return row ?? null;
}
