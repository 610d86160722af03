import { join } from "node:path";
import { OperatorError } from "../cli/operator-error.js";
import { type Cluster, type HostEnv, startCluster } from "./cluster.js";
import { openDataFolder, ownerPassword } from "./data-folder.js";
import { ensureDatabase } from "./ensure-database.js";
import { claimFolder, whoIsRunning } from "./running.js";

/** A database the caller may use until it calls `close`. */
export type OpenDatabase = {
  /** URL of the owner. */
  readonly adminUrl: string;
  readonly secret: string;
  /** In words, for progress lines: where the data is. */
  readonly where: string;
  /** Makes the address known to others who open the same folder. */
  announce(url: string): void;
  /** Resolves with the reason when the database ends without having been asked to. */
  readonly ended: Promise<string | undefined>;
  close(): Promise<void>;
};

export type OpenOptions = {
  readonly hostEnv: HostEnv;
  /** `share` borrows the database of a start that is running; `alone` refuses then. */
  readonly whenRunning: "share" | "alone";
  readonly log: (line: string) => void;
};

const DATABASE = "varde";
const never = new Promise<undefined>(() => undefined);

const external = async (adminUrl: string, hostEnv: HostEnv): Promise<OpenDatabase> => ({
  adminUrl,
  secret: hostEnv.VARDE_SECRET ?? (await openDataFolder(hostEnv)).secret,
  where: "the PostgreSQL of DATABASE_URL",
  announce: () => undefined,
  ended: never,
  close: async () => undefined,
});

/** `DATABASE_URL` when set; else the embedded PostgreSQL of the data folder, started when nobody runs it. */
export const openDatabase = async ({ hostEnv, whenRunning, log }: OpenOptions): Promise<OpenDatabase> => {
  if (hostEnv.DATABASE_URL) return external(hostEnv.DATABASE_URL, hostEnv);
  const folder = await openDataFolder(hostEnv);
  const password = ownerPassword(folder.secret);
  const secret = hostEnv.VARDE_SECRET ?? folder.secret;

  const running = whenRunning === "share" ? await whoIsRunning(folder.path) : undefined;
  if (running?.databasePort)
    return {
      adminUrl: `postgresql://varde_admin:${encodeURIComponent(password)}@127.0.0.1:${running.databasePort}/${DATABASE}`,
      secret,
      where: `${folder.path}, shared with the start that is running`,
      announce: () => undefined,
      ended: never,
      close: async () => undefined,
    };

  const claim = await claimFolder(folder.path);
  if (!("release" in claim))
    throw new OperatorError(
      `Varde is already running on ${folder.path}` +
        `${claim.url ? ` at ${claim.url}` : `, starting as process ${claim.pid}`}. ` +
        "Stop it first, or set VARDE_DATA to another folder.",
    );
  let cluster: Cluster | undefined;
  try {
    cluster = await startCluster({ folder: join(folder.path, "postgres-18"), password, durable: true, hostEnv, log });
    const adminUrl = await ensureDatabase(cluster, DATABASE);
    claim.announce({ databasePort: cluster.port });
    const { stop, ended } = cluster;
    return {
      adminUrl,
      secret,
      where: folder.path,
      announce: (url) => claim.announce({ url }),
      ended,
      close: async () => {
        await stop();
        await claim.release();
      },
    };
  } catch (error) {
    await cluster?.stop();
    await claim.release();
    throw error;
  }
};
