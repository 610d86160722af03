import { inAuth } from "../../kernel/db/run-work.js";
import { AppError } from "../../kernel/errors/app-error.js";
import type { Installation } from "../../kernel/graphql/context.js";

/** At most `most` of `what` by `who` in `seconds`. `who` is a keyed hash, an address or a constant; it is stored hashed. */
export type Limit = { what: string; who: string; most: number; seconds: number };

/**
 * Counts an attempt against every limit and throws RATE_LIMITED when one is passed. Counted in a transaction of its own,
 * so that a refused attempt counts too. It guards sign-in only: a session that runs is never touched by it.
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
