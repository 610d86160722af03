import { inAuth } from "../../kernel/db/run-work.js";
import { AppError } from "../../kernel/errors/app-error.js";
import type { Work } from "../../kernel/db/unit-of-work.js";
import type { Installation } from "../../kernel/graphql/context.js";

/** At most `most` of `what` by `who` in `seconds`. `who` is a keyed hash, an address or a constant; it is stored hashed. */
export type Limit = { what: string; who: string; most: number; seconds: number };

/**
 * Counts an attempt against every limit and throws RATE_LIMITED when one is passed. Counted in a transaction of its own,
 * so that a refused attempt counts too. It guards sign-in and what sends mail by hand: a session that runs is never touched by it.
 */
export async function countAttempt(installation: Installation, ...limits: Limit[]): Promise<void> {
  const keyed = limits
    .map(({ what, who, most, seconds }) => ({
      most,
      seconds,
      key: installation.sealer.blindIndex(`rate:${what}`, who),
    }))
    // one order for everybody, so that two at once cannot wait for each other
    .sort((a, b) => Buffer.compare(a.key, b.key));
  const rows = await inAuth(installation, (work) =>
    work.query<{ key: Buffer; count: number }>(
      `insert into app.rate_limit as r (key, count, window_ends)
       select k, 1, now() + make_interval(secs => s) from unnest($1::bytea[], $2::int[]) t (k, s)
       on conflict (key) do update set
         count = case when r.window_ends < now() then 1 else r.count + 1 end,
         window_ends = case when r.window_ends < now() then excluded.window_ends else r.window_ends end
       returning key, count`,
      [keyed.map(({ key }) => key), keyed.map(({ seconds }) => seconds)],
    ),
  );
  const passed = keyed.some(({ key, most }) => rows.some((row) => row.key.equals(key) && row.count > most));
  if (passed) throw new AppError("RATE_LIMITED");
}

const KNOWN_DAYS = 90;
const callerKey = ({ sealer }: Installation, account: Buffer, caller: string): Buffer =>
  sealer.blindIndex("known-caller", `${account.toString("hex")} ${caller}`);

/**
 * Remembers that somebody signed in to the account from where they are now, as a keyed hash among the counters. `account`
 * is its address' blind index. What strangers ask for then cannot keep the owner out: see `isKnownCaller`.
 */
export async function rememberCaller(
  work: Work,
  installation: Installation,
  account: Buffer,
  caller: string,
): Promise<void> {
  await work.query(
    `insert into app.rate_limit (key, count, window_ends) values ($1, 0, now() + interval '${KNOWN_DAYS} days')
     on conflict (key) do update set window_ends = excluded.window_ends`,
    [callerKey(installation, account, caller)],
  );
}

/** Whether the account, if there is one, was signed in to from here before. */
export async function isKnownCaller(installation: Installation, account: Buffer, caller: string): Promise<boolean> {
  const rows = await inAuth(installation, (work) =>
    work.query(`select 1 from app.rate_limit where key = $1 and window_ends > now()`, [
      callerKey(installation, account, caller),
    ]),
  );
  return rows.length > 0;
}
