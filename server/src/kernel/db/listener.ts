import pg from "pg";
import type { Logger } from "../log.js";
import { roleNames, roleUrl } from "./roles.js";

export type ListenerOptions = {
  databaseUrl: string;
  rolePrefix: string;
  secret: string;
  log: Logger;
};

/** What a listener tells whoever opened it. */
export type Hearing = {
  /** a payload came */
  heard(payload: string): void;
  /** from now on everything is heard; what was said before is not known */
  began(): void;
};

export type Listener = { close(): Promise<void> };

/** the one channel we have; a database has its own of the name */
const CHANNEL = "varde_live";
const [FIRST_WAIT_MS, LONGEST_WAIT_MS] = [250, 10_000];
const PULSE_MS = 30_000;
const ANSWER_MS = 5_000;

/**
 * The one connection of a process that is no unit of work: it listens, and asks nothing. It logs in as the role that answers
 * requests, for nobody, and so reads no row. Lost, it comes back by itself, slower each time.
 */
export function openListener(options: ListenerOptions, hearing: Hearing): Listener {
  const connectionString = roleUrl(options.databaseUrl, options.secret, roleNames(options.rolePrefix).app);
  let current: pg.Client | null = null;
  let closed = false;
  let tries = 0;
  let again: NodeJS.Timeout | undefined;

  function lost(client: pg.Client): void {
    if (current !== client) return;
    current = null;
    // a connection that is half open would never answer its own goodbye
    void client.end().catch(() => {});
    if (closed) return;
    const wait = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** tries++) * (0.75 + Math.random() / 2);
    if (tries === 3) options.log.warn("live updates are away: the database does not answer");
    again = setTimeout(() => void connect(), wait);
    again.unref();
  }

  async function connect(): Promise<void> {
    const client = new pg.Client({
      connectionString,
      application_name: "varde live",
      keepAlive: true,
      connectionTimeoutMillis: ANSWER_MS,
      query_timeout: ANSWER_MS,
    });
    current = client;
    client.on("error", () => lost(client));
    client.on("end", () => lost(client));
    client.on("notification", ({ payload }) => hearing.heard(payload ?? ""));
    try {
      await client.connect();
      await client.query(`listen ${CHANNEL}`);
    } catch {
      return lost(client);
    }
    if (current !== client) return;
    tries = 0;
    hearing.began();
  }

  // a network that swallows everything ends no connection
  const pulse = setInterval(() => {
    const client = current;
    client?.query("select 1").catch(() => lost(client));
  }, PULSE_MS);
  pulse.unref();
  void connect();

  return {
    async close() {
      closed = true;
      clearInterval(pulse);
      clearTimeout(again);
      const client = current;
      current = null;
      await client?.end().catch(() => {});
    },
  };
}
