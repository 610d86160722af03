import { execFileSync, spawnSync } from "node:child_process";
import { statSync } from "node:fs";
import { join } from "node:path";
import { OperatorError } from "../cli/operator-error.js";

/** The user and group that PostgreSQL's processes run as; empty when they run as the user who started us. */
export type RunAs = { readonly uid?: number; readonly gid?: number };

const lookUp = (name: string): Required<RunAs> | undefined => {
  try {
    const id = (flag: string) => Number(execFileSync("id", [flag, name], { encoding: "utf8", stdio: "pipe" }));
    const [uid, gid] = [id("-u"), id("-g")];
    return Number.isInteger(uid) && Number.isInteger(gid) && uid > 0 ? { uid, gid } : undefined;
  } catch {
    return undefined;
  }
};

/**
 * PostgreSQL refuses to run as root, so root starts it as somebody else: the owner of the cluster that is already
 * there, else `postgres` or `nobody`. No account is made: that would need tools and rights many machines lack.
 */
export const runAs = (clusterDir: string): RunAs => {
  if (process.getuid?.() !== 0) return {};
  const owner = statSync(join(clusterDir, "PG_VERSION"), { throwIfNoEntry: false });
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  const found = ["postgres", "nobody"].map(lookUp).find((user) => user !== undefined);
  if (!found)
    throw new OperatorError(
      "PostgreSQL cannot run as root, and this machine has neither a user postgres nor a user nobody. " +
        "Start as another user, or set DATABASE_URL to a PostgreSQL that is already running.",
    );
  return found;
};

/** Refuses, in words, a folder that PostgreSQL's own user cannot enter. */
export const requireReachable = (folder: string, as: RunAs): void => {
  if (as.uid === undefined) return;
  if (spawnSync("/bin/sh", ["-c", 'cd "$1"', "sh", folder], { ...as, cwd: "/", stdio: "ignore" }).status === 0) return;
  throw new OperatorError(
    `Started by root, PostgreSQL runs as user ${as.uid}, who may not enter ${folder}. ` +
      "Set VARDE_DATA to a folder that everybody may pass through, for example /var/lib/varde.",
  );
};
