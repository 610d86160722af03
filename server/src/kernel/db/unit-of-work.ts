import { createHash } from "node:crypto";
import type { DataSource } from "typeorm";
import type pg from "pg";
import { AppError } from "../errors/app-error.js";

/** Who is asking, as the database resolved it. `seatId` is null when no seat is acted in. */
export type Viewer = {
  accountId: string;
  accountName: string;
  language: "nb" | "nn" | "en" | null;
  digestEnabled: boolean;
  seatId: string | null;
  organizationId: string | null;
  role: string | null;
  unitKind: "ORGANIZATION" | "REGION" | "CHAPTER" | null;
  regionId: string | null;
  chapterId: string | null;
  caps: ReadonlySet<string>;
  /** of an integration's token, which stands for a seat and has no account; absent for a person */
  scopes?: ReadonlySet<string>;
  /** the session wants its idle time moved on */
  touch: boolean;
};

/**
 * One open transaction. Statements run one at a time, in the order asked; one that is asked for before the last has answered is sent
 * at once, and the two share a round trip.
 */
export type Work = {
  viewer: Viewer | null;
  /** today in Oslo, by the database's clock */
  today: string;
  /** rows of a statement with `$1` parameters */
  query<T>(sql: string, parameters?: readonly unknown[]): Promise<T[]>;
};

/** A transaction that is opened on first use and ended once. */
export type LazyWork = {
  open(): Promise<Work>;
  /** who asked, as the transaction found; null for nobody and when it never opened */
  viewer(): Viewer | null;
  /** commits, or rolls back when asked to or when a statement failed; throws when a commit fails */
  end(outcome: "commit" | "rollback"): Promise<void>;
};

export type WorkOptions = {
  /** 64 hex digits, or null for nobody */
  session: string | null;
  /** asked when the transaction begins */
  readOnly: boolean | (() => boolean);
  statementMs?: number;
  /** the session is an integration's token */
  token?: boolean;
};

type Destroyable = { releasePostgresConnection(error: Error): Promise<void> };

const MOST_NAMES = 1000;
const names = new Map<string, string>();

/** A statement's name, the same for the same text: the connection plans it once and not at every request. None beyond `MOST_NAMES`. */
function statementName(sql: string): { name?: string } {
  const known = names.get(sql);
  if (known !== undefined) return { name: known };
  if (names.size >= MOST_NAMES) return {};
  const name = createHash("sha256").update(sql).digest("hex").slice(0, 32);
  names.set(sql, name);
  return { name };
}

// also one that has no name and no parameters is sent so that no other can stand behind it
const ONE = { queryMode: "extended" } as const;

// a statement prepared before a migration: this connection can never run it again
const STALE_PLAN = "0A000";

const NOBODY = "0".repeat(64);

const entering = (viewer: "viewer" | "integration_viewer"): string =>
  `select v.* from (select set_config('app.session', $1, true) as session offset 0) e
    cross join lateral (select * from authz.${viewer}() where e.session is not null offset 0) v`;
const [ENTER, ENTER_BY_TOKEN] = [entering("viewer"), entering("integration_viewer")];

type ViewerRow = {
  account_id: string | null;
  account_name: string;
  language: Viewer["language"];
  digest_enabled: boolean;
  seat_id: string | null;
  organization_id: string | null;
  role: string | null;
  unit_kind: Viewer["unitKind"];
  region_id: string | null;
  chapter_id: string | null;
  caps: string[];
  scopes?: string[];
  touch: boolean;
  today: string;
};

function toViewer(row: ViewerRow): Viewer | null {
  if (!row.account_id) return null;
  return {
    accountId: row.account_id,
    accountName: row.account_name,
    language: row.language,
    digestEnabled: row.digest_enabled,
    seatId: row.seat_id,
    organizationId: row.organization_id,
    role: row.role,
    unitKind: row.unit_kind,
    regionId: row.region_id,
    chapterId: row.chapter_id,
    caps: new Set(row.seat_id ? row.caps : []),
    ...(row.scopes && { scopes: new Set(row.scopes) }),
    touch: row.touch,
  };
}

/**
 * The one door to the database: a transaction that carries the hash of the session's secret, so that the database itself
 * knows who is asking. Opened lazily by one simple-protocol string, read-only for queries; a failed statement fails the
 * whole even when someone swallowed it; the connection is destroyed unless provably idle.
 */
export function unitOfWork(source: DataSource, options: WorkOptions): LazyWork {
  const session = options.session ?? NOBODY;
  const ms = options.statementMs ?? 5000;
  if (!/^[0-9a-f]{64}$/.test(session)) throw new AppError("UNAUTHENTICATED");
  // goes into SQL as text, because SET takes no parameters
  if (!Number.isSafeInteger(ms) || ms <= 0) throw new Error("statementMs must be a positive whole number");

  const enter = options.token ? ENTER_BY_TOKEN : ENTER;
  let opening: Promise<Work> | null = null;
  let asker: Viewer | null = null;
  let finish: ((outcome: "commit" | "rollback") => Promise<void>) | null = null;

  async function open(): Promise<Work> {
    const runner = source.createQueryRunner();
    const client = (await runner.connect()) as pg.PoolClient;
    let isOpen = true;
    let tail: Promise<unknown> = Promise.resolve();
    let failure: unknown;

    const inTurn = <T>(statement: () => Promise<T>): Promise<T> => {
      if (!isOpen) return Promise.reject(new Error("the unit of work is closed"));
      if (failure) return Promise.reject(failure as Error);
      const result = statement();
      const before = tail;
      tail = result.then(
        () => before,
        (error: unknown) => {
          failure ??= error;
          return before;
        },
      );
      return result;
    };

    finish = async (outcome) => {
      isOpen = false;
      await tail;
      let broken: Error | null = null;
      try {
        if (outcome === "commit" && !failure) await client.query("commit");
        else await client.query("rollback");
      } catch (error) {
        broken = error instanceof Error ? error : new Error("could not end the transaction");
      }
      if ((failure as { code?: string } | undefined)?.code === STALE_PLAN) broken ??= new Error("a stale plan");
      if (!broken && client.getTransactionStatus() !== "I")
        broken = new Error("the connection was left in a transaction");
      // private in TypeORM: a test holds that it is there
      if (broken) await (runner as unknown as Destroyable).releasePostgresConnection(broken);
      else await runner.release();
      if (outcome === "commit" && failure) throw failure;
      if (outcome === "commit" && broken) throw broken;
    };

    if (client.getTransactionStatus() !== "I" && client.getTransactionStatus() !== null) {
      failure = new Error("the pool gave a connection that is in a transaction");
      throw failure;
    }
    const readOnly = typeof options.readOnly === "function" ? options.readOnly() : options.readOnly;
    // Who asks goes as a parameter: the text of a statement is shown to all of the same role (pg_stat_activity), and a session's hash
    // is as good as the session to whoever runs SQL. The second looks only when the first has set it; both go at once.
    const [, entered] = await Promise.all([
      client.query(
        `begin${readOnly ? " read only" : ""}; set local statement_timeout = ${ms};` +
          ` set local lock_timeout = 2000; set local idle_in_transaction_session_timeout = ${ms * 2}`,
      ),
      client.query<ViewerRow>({ ...statementName(enter), text: enter, values: [session] }),
    ]);
    const row = entered.rows[0]!;

    asker = toViewer(row);

    return {
      viewer: asker,
      today: row.today,
      query: <T>(sql: string, parameters: readonly unknown[] = []) =>
        inTurn(
          async () =>
            (await client.query({ ...statementName(sql), ...ONE, text: sql, values: [...parameters] })).rows as T[],
        ),
    };
  }

  return {
    open: () => (opening ??= open()),
    viewer: () => asker,
    async end(outcome) {
      if (!opening) return;
      try {
        await opening;
      } catch {
        // it never opened; whoever asked for it has been told
      }
      await finish?.(outcome);
    },
  };
}
