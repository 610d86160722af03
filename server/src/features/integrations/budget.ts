import { inAuth } from "../../kernel/db/run-work.js";
import type { Installation } from "../../kernel/graphql/context.js";
import { COST } from "./cost.js";

/** Whether a document was paid for, what is left of the token's minute, and in how many seconds it is full again. */
export type Budget = { allowed: boolean; left: number; resetSeconds: number };

/** Spends of a token's budget of the minute, in a transaction of its own; what there is too little for is not spent. */
export const spend = ({ sealer, auth }: Installation, tokenId: string, cost: number): Promise<Budget> =>
  inAuth({ auth }, async (work) => {
    const key = sealer.blindIndex("rate:integration", tokenId);
    // held until the end: of two at once the second sees what the first spent
    const [minute] = await work.query<{ count: number; seconds: number }>(
      `insert into app.rate_limit as r (key, count, window_ends) values ($1, 0, now() + interval '1 minute')
       on conflict (key) do update set count = case when r.window_ends <= now() then 0 else r.count end,
         window_ends = case when r.window_ends <= now() then excluded.window_ends else r.window_ends end
       returning count, ceil(extract(epoch from window_ends - now()))::int as seconds`,
      [key],
    );
    const left = COST.minute - minute!.count;
    const allowed = cost <= left;
    if (allowed) await work.query(`update app.rate_limit set count = count + $2 where key = $1`, [key, cost]);
    return { allowed, left: allowed ? left - cost : left, resetSeconds: minute!.seconds };
  });
