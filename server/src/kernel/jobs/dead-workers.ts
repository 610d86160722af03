import pg from "pg";
import type { Logger } from "../log.js";

// a pool has its lock long before a job of its own is this old
const YOUNG = "15 seconds";

/**
 * A worker that was killed leaves its jobs locked for four hours. Each worker here holds an advisory lock under its own
 * id for as long as its connection lives; a lock nobody holds is a dead worker's, and its jobs are set free.
 */
export function deadWorkers(connectionString: string, log: Logger) {
  const alive = new Set<string>();
  let client: pg.Client | null = null;
  let turn: Promise<void> = Promise.resolve();

  async function connected(): Promise<pg.Client> {
    if (client) return client;
    const fresh = new pg.Client({ connectionString, application_name: "varde job liveness" });
    fresh.on("error", () => {
      if (client === fresh) client = null;
    });
    await fresh.connect();
    client = fresh;
    for (const id of alive) await fresh.query("select pg_advisory_lock(hashtextextended($1, 0))", [id]);
    return fresh;
  }

  const inTurn = (act: () => Promise<void>): Promise<void> => {
    turn = turn.then(act).catch((error: unknown) => log.warn({ err: error }, "could not look for dead workers"));
    return turn;
  };

  return {
    /** says that the worker `id` lives, until `close` or the end of the process */
    isAlive: (id: string) =>
      inTurn(async () => {
        const connection = await connected();
        alive.add(id);
        await connection.query("select pg_advisory_lock(hashtextextended($1, 0))", [id]);
      }),
    /** sets free what dead workers hold */
    sweep: () =>
      inTurn(async () => {
        const connection = await connected();
        const { rows } = await connection.query<{ id: string; free: boolean }>(
          `select held.id, pg_try_advisory_lock(hashtextextended(held.id, 0)) as free
             from (select locked_by as id from graphile_worker._private_jobs where locked_at < now() - interval '${YOUNG}'
                   union select locked_by from graphile_worker._private_job_queues where locked_at < now() - interval '${YOUNG}') held
            where held.id <> all ($1)`,
          [[...alive]],
        );
        const dead = rows.filter((row) => row.free).map((row) => row.id);
        if (dead.length === 0) return;
        await connection.query("select graphile_worker.force_unlock_workers($1)", [dead]);
        for (const id of dead) await connection.query("select pg_advisory_unlock(hashtextextended($1, 0))", [id]);
        log.warn({ workers: dead.length }, "set free the jobs of workers that are gone");
      }),
    close: () =>
      inTurn(async () => {
        const connection = client;
        client = null;
        await connection?.end();
      }),
  };
}
