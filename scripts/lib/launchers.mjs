import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";

/** Parent and command of a process, or undefined when it is gone or cannot be asked. */
const look = (pid) => {
  try {
    if (process.platform === "linux") {
      // the name in brackets may hold anything, brackets too: what follows the last one is fixed
      const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
      const parent = Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1]);
      return { parent, command: readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ") };
    }
    const [, parent, command] = /^\s*(\d+)\s+(.*)$/.exec(
      execFileSync("ps", ["-ww", "-o", "ppid=,command=", "-p", String(pid)], { encoding: "utf8" }),
    );
    return { parent: Number(parent), command };
  } catch {
    return undefined;
  }
};

const LAUNCHER = /\b(?:npm|npx|pnpm)\b|^(?:\S*\/)?(?:sh|bash|dash|zsh) -c /;
const MANAGER = /\b(?:npm|npx|pnpm)\b/;

/** The processes between us and the outermost package manager that started us, nearest first. */
const launchers = () => {
  const found = [];
  for (let pid = process.ppid; pid > 1 && found.length < 12;) {
    const seen = look(pid);
    if (!seen || !LAUNCHER.test(seen.command)) break;
    found.push({ pid, manager: MANAGER.test(seen.command) });
    pid = seen.parent;
  }
  return found.slice(0, found.findLastIndex((one) => one.manager) + 1).map((one) => one.pid);
};

/**
 * Calls back once when any of them ends before us. npx dies of a SIGTERM without passing it on, which leaves pnpm and us
 * running for nobody: whoever stopped the command they know would have stopped nothing.
 */
export const whenLauncherEnds = (callback) => {
  if (process.platform === "win32") return;
  const chain = [process.pid, ...launchers()];
  const broken = () => chain.slice(0, -1).some((pid, index) => look(pid)?.parent !== chain[index + 1]);
  if (chain.length < 2 || broken()) return;
  const timer = setInterval(
    () => {
      if (!broken()) return;
      clearInterval(timer);
      callback();
    },
    process.platform === "linux" ? 300 : 2000,
  );
  timer.unref();
};
