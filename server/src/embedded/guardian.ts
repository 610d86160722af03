import { spawn } from "node:child_process";
import type { RunAs } from "./run-as.js";

/**
 * A tiny shell that waits for us to end and then asks PostgreSQL to stop. We never speak to it: when this process
 * ends in whatever way, kill -9 included, the pipe closes. So no database is left running by a start or a test run.
 */
export const startGuardian = (pid: number | undefined, as: RunAs): { dismiss(): void } => {
  if (process.platform === "win32" || pid === undefined) return { dismiss: () => undefined };
  const shell = spawn("/bin/sh", ["-c", 'cat >/dev/null; kill -INT "$1"', "varde-guardian", String(pid)], {
    ...as,
    cwd: "/",
    detached: true,
    stdio: ["pipe", "ignore", "ignore"],
  });
  shell.once("error", () => undefined);
  shell.stdin.once("error", () => undefined);
  shell.unref();
  return {
    dismiss: () => {
      // before the pipe closes, so that it never signals a process id that has passed on to somebody else
      shell.kill("SIGKILL");
      shell.stdin.destroy();
    },
  };
};
