import { spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { whenLauncherEnds } from "./launchers.mjs";

export const root = fileURLToPath(new URL("../../", import.meta.url)).replace(/[\\/]$/, "");

/**
 * The JavaScript file behind a package's command: started with our own Node, it needs no shell and works alike on
 * every operating system.
 */
export const binOf = (packageName, workspace = ".", command = packageName) => {
  const folder = join(root, workspace, "node_modules", packageName);
  const { bin } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  return join(folder, typeof bin === "string" ? bin : bin[command]);
};

const live = new Set();

const signalGroup = (child, signal) => {
  try {
    if (process.platform === "win32") child.kill(signal);
    else process.kill(-child.pid, signal);
  } catch {
    // it ended in the meantime
  }
};

/** Runs a Node program to its end. Its output is kept, and shown while it runs when `show` is set. */
export const runNode = (args, { cwd = root, env = {}, show = false } = {}) =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: ["ignore", "pipe", "pipe"],
      // a process group of its own, so that everything below it can be stopped with it
      detached: process.platform !== "win32",
      windowsHide: true,
    });
    live.add(child);
    let output = "";
    const keep = (stream) => (chunk) => {
      output += chunk.toString("utf8");
      if (show) stream.write(chunk);
    };
    child.stdout.on("data", keep(process.stdout));
    child.stderr.on("data", keep(process.stderr));
    child.once("error", (error) => resolve({ code: 1, output: `${output}${error.message}` }));
    child.once("close", (code) => {
      live.delete(child);
      resolve({ code: code ?? 1, output });
    });
  });

/** Asks every running child to end, and makes those that have not after five seconds. */
export const stopChildren = async () => {
  const stopping = [...live];
  if (stopping.length === 0) return;
  for (const child of stopping) signalGroup(child, "SIGTERM");
  const late = setTimeout(() => stopping.forEach((child) => signalGroup(child, "SIGKILL")), 5000);
  await Promise.all(
    stopping.map((child) => new Promise((done) => (live.has(child) ? child.once("close", done) : done()))),
  );
  clearTimeout(late);
};

/**
 * Aborts on Ctrl-C, SIGTERM, a closed terminal, and when the package manager that started us is gone without having
 * passed a signal on. A second Ctrl-C ends at once.
 */
export const stopSignal = () => {
  const controller = new AbortController();
  const stop = (name) => {
    // package managers pass on the Ctrl-C that the terminal has sent us already: only a later one means "now"
    if (controller.signal.aborted) {
      if (Date.now() - controller.signal.reason.at > 1000) process.exit(130);
      return;
    }
    controller.abort({ name, at: Date.now() });
  };
  for (const name of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(name, () => stop(name));
  whenLauncherEnds(() => stop("SIGTERM"));
  return controller.signal;
};

export const exists = (path) => existsSync(join(root, path));
