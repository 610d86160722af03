import { execFileSync } from "node:child_process";
import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { OperatorError } from "../cli/operator-error.js";

/** What PostgreSQL says of itself in `postmaster.pid`. */
export type Postmaster = { readonly pid: number; readonly port: number; readonly ready: boolean };

export const readPostmaster = async (data: string): Promise<Postmaster | undefined> => {
  const text = await readFile(join(data, "postmaster.pid"), "utf8").catch(() => undefined);
  const lines = text?.split("\n");
  const pid = Number(lines?.[0]);
  if (!lines || !Number.isInteger(pid) || pid <= 0) return undefined;
  return { pid, port: Number(lines[3]), ready: lines[7]?.trim() === "ready" };
};

export const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
};

/** Whether the process is a postmaster on this very folder, and not somebody who got the same number later. */
const serves = async (pid: number, data: string): Promise<boolean> => {
  if (process.platform === "win32") return isAlive(pid);
  const proc = await readFile(`/proc/${pid}/cmdline`, "utf8").catch(() => undefined);
  if (proc !== undefined) return proc.split("\0").includes(data);
  try {
    return execFileSync("ps", ["-ww", "-o", "command=", "-p", String(pid)], { encoding: "utf8" }).includes(data);
  } catch {
    return false;
  }
};

/**
 * Before a start: a database whose start was killed is asked to stop (nobody else uses the folder: the caller holds
 * its lock), and a `postmaster.pid` whose number now belongs to a stranger is removed, for PostgreSQL would refuse it.
 */
export const clearStalePostmaster = async (data: string, log: (line: string) => void): Promise<void> => {
  const postmaster = await readPostmaster(data);
  if (!postmaster || !isAlive(postmaster.pid)) return;
  if (!(await serves(postmaster.pid, data))) {
    await rm(join(data, "postmaster.pid"), { force: true });
    return;
  }
  log("Stopping the database that an earlier start left running");
  try {
    process.kill(postmaster.pid, "SIGINT");
  } catch {
    // it went by itself in the meantime, which the loop below finds out
  }
  for (let waited = 0; waited < 30_000; waited += 50) {
    if (!isAlive(postmaster.pid)) return;
    await delay(50);
  }
  throw new OperatorError(`A PostgreSQL (process ${postmaster.pid}) still uses ${data} and does not stop.`);
};
