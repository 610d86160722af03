import { hashSecret } from "../../kernel/crypto/sealer.js";
import { runWork } from "../../kernel/db/run-work.js";
import type { Work } from "../../kernel/db/unit-of-work.js";
import { AppError } from "../../kernel/errors/app-error.js";
import type { Context, Cookies } from "../../kernel/graphql/context.js";
import { isUuid } from "../../kernel/mutation.js";
import { sessionLength } from "./roles.js";
import type { Role } from "./roles.js";

/** A session that has begun: what the cookie gets once the transaction is through. `awaits`: nobody until the second factor is given. */
export type Begun = { accountId: string; seatId: string | null; secret: string; role: Role | null; awaits: boolean };

type SeatRow = { id: string; role: Role };
type SessionRow = { account_id: string; seat_id: string | null; role: Role | null; awaits: boolean };

/** `aal` of a session begun by an invitation to somebody who has other seats: it acts in the seat it was given, and in no other. */
export const INVITED = 0;
// whoever has the first step alone has no more than a quarter of an hour for the second
const AWAITING = { idleSeconds: 900, hardSeconds: 900 };
const HOLDS = `s.valid_from <= authz.today() and (s.valid_to is null or s.valid_to > authz.today())`;
export const LIVE = `x.revoked_at is null and x.hard_exp > now() and x.idle_until > now() and x.kind = 'SEAT'`;

/** So long a device remembers which seat was acted in on it. */
const SEAT_REMEMBERED = 180 * 24 * 3600;

/** Puts the secret in the cookie; a short session ends with the browser. The seat is remembered beside it, also after signing out. */
export function keep(cookies: Cookies, begun: Begun): void {
  if (begun.seatId) cookies.set("seat", begun.seatId, SEAT_REMEMBERED);
  const { remembered, hardSeconds } = sessionLength(begun.role);
  cookies.set("session", begun.secret, remembered ? hardSeconds : null);
}

/** The live session behind a secret that was made for just this request: its answer got lost, and it is given again. */
export async function alreadyBegun(work: Work, secret: string): Promise<Begun | null> {
  const [row] = await work.query<SessionRow>(
    `select x.account_id, x.seat_id, s.role, a.second_factor and x.aal < 2 as awaits from app.session x
       join app.account a on a.id = x.account_id left join app.seat s on s.id = x.seat_id and s.account_id = x.account_id
      where x.token_hash = $1 and ${LIVE}`,
    [hashSecret(secret)],
  );
  return row ? { accountId: row.account_id, seatId: row.seat_id, secret, role: row.role, awaits: row.awaits } : null;
}

/** The seat this account acted in last on this device, where it holds it still: for `beginSession`. */
export async function seatHere(work: Work, cookies: Cookies, accountId: string): Promise<{ seatId?: string }> {
  const id = cookies.read("seat");
  const [seat] =
    id !== null && isUuid(id)
      ? await work.query<{ id: string }>(
          `select s.id from app.seat s where s.id = $1 and s.account_id = $2 and ${HOLDS}`,
          [id, accountId],
        )
      : [];
  return seat ? { seatId: seat.id } : {};
}

/**
 * Begins a session under a secret never seen before and ends the browser's earlier one, so that a secret planted before
 * the sign-in is worth nothing after it. `passkey`: the second factor was given with the first. Acts in `seatId`, else in the seat used last. Null when the account is stopped.
 * `work` is of the sign-in module's door.
 */
export async function beginSession(
  work: Work,
  {
    accountId,
    seatId,
    secret,
    earlier,
    invited = false,
    passkey = false,
  }: {
    accountId: string;
    seatId?: string;
    secret: string;
    earlier: string | null;
    invited?: boolean;
    passkey?: boolean;
  },
): Promise<Begun | null> {
  const [account] = await work.query<{ second_factor: boolean }>(
    `select second_factor from app.account where id = $1 and stopped_at is null`,
    [accountId],
  );
  if (!account) return null;
  const awaits = account.second_factor && !passkey;
  const [seat] = await work.query<SeatRow>(
    `select s.id, s.role from app.seat s where s.account_id = $1 and ($2::uuid is null or s.id = $2) and ${HOLDS}
      order by s.last_seen_on desc nulls last, s.created_at, s.id limit 1`,
    [accountId, seatId ?? null],
  );
  if (earlier) await endSession(work, earlier);
  const { idleSeconds, hardSeconds } = awaits ? AWAITING : sessionLength(seat?.role ?? null);
  await work.query(
    `insert into app.session (token_hash, account_id, seat_id, idle_seconds, idle_until, hard_exp, aal, stepup_at, by_passkey)
     select $1, $2, $3, $4::int, now() + make_interval(secs => $4::int), now() + make_interval(secs => $5::int),
            case when $7 then 2 when $6 and exists (select 1 from app.seat s where s.account_id = $2 and s.id <> $3 and ${HOLDS}) then ${INVITED} else 1 end,
            case when $7 then now() end, $7`,
    [hashSecret(secret), accountId, seat?.id ?? null, idleSeconds, hardSeconds, invited, passkey],
  );
  if (seat && !awaits) await work.query(`select authz.touch_seat($1)`, [seat.id]);
  return { accountId, seatId: seat?.id ?? null, secret, role: seat?.role ?? null, awaits };
}

/** Ends the session behind a secret; at once, wherever it is used. */
export async function endSession(work: Work, secret: string): Promise<void> {
  await work.query(`update app.session set revoked_at = now() where token_hash = $1 and revoked_at is null`, [
    hashSecret(secret),
  ]);
}

/**
 * Acts in another of one's own seats: the secret changes with the rights. Throws UNAUTHENTICATED when the session has
 * ended, NOT_FOUND for a seat that is not one's own or no longer holds, STEP_UP_REQUIRED when one signed in longer ago
 * than the other seat allows, or by an invitation to another.
 */
export async function changeSeat(work: Work, from: string, seatId: string | null, secret: string): Promise<Begun> {
  // held, so that of two at once the second sees what the first did
  const [session] = await work.query<{ account_id: string; seat_id: string | null; aal: number }>(
    `select x.account_id, x.seat_id, x.aal from app.session x join app.account a on a.id = x.account_id and a.stopped_at is null
      where x.token_hash = $1 and ${LIVE} and not (a.second_factor and x.aal < 2) for update of x`,
    [hashSecret(from)],
  );
  if (!session) {
    const twin = await alreadyBegun(work, secret);
    if (twin) return twin;
    throw new AppError("UNAUTHENTICATED");
  }
  const [seat] = await work.query<SeatRow>(
    `select s.id, s.role from app.seat s where s.id = $1 and s.account_id = $2 and ${HOLDS}`,
    [seatId, session.account_id],
  );
  if (!seat) throw new AppError("NOT_FOUND");
  if (session.aal === INVITED && seat.id !== session.seat_id) throw new AppError("STEP_UP_REQUIRED");
  const { idleSeconds, hardSeconds } = sessionLength(seat.role);
  const changed = await work.query(
    `update app.session x set token_hash = $2, seat_id = $3, idle_seconds = $4::int, hard_exp = created_at + make_interval(secs => $5::int),
            idle_until = least(now() + make_interval(secs => $4::int), created_at + make_interval(secs => $5::int))
      where token_hash = $1 and ${LIVE} and created_at + make_interval(secs => $5::int) > now() returning 1`,
    [hashSecret(from), hashSecret(secret), seat.id, idleSeconds, hardSeconds],
  );
  if (changed.length === 0) throw new AppError("STEP_UP_REQUIRED");
  await work.query(`select authz.touch_seat($1)`, [seat.id]);
  return { accountId: session.account_id, seatId: seat.id, secret, role: seat.role, awaits: false };
}

async function touch({ installation, session }: Context, seatId: string | null): Promise<void> {
  await runWork(installation.auth, { session: null, readOnly: false }, async (work) => {
    await work.query(
      `update app.session x set idle_until = least(now() + make_interval(secs => idle_seconds), hard_exp)
        where token_hash = decode($1, 'hex') and ${LIVE}`,
      [session],
    );
    if (seatId) await work.query(`select authz.touch_seat($1)`, [seatId]);
  });
}

/**
 * After an answer has left: moves the session's idle time on, at most once a minute, apart from the request's
 * transaction. What fails here fails nobody: the next request tries again.
 */
export function afterRequest(context: Context): void {
  const viewer = context.lazyWork.viewer();
  if (viewer?.touch) touch(context, viewer.seatId).catch(() => {});
}
