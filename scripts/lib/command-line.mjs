import { build } from "./build.mjs";
import { stopChildren, stopSignal } from "./processes.mjs";

/** Builds what the command needs, then hands over to the compiled command line. Sets the exit code. */
export const commandLine = async (argv, parts) => {
  const signal = stopSignal();
  signal.addEventListener("abort", () => void stopChildren());
  const problems = await build({ log: (line) => console.error(`· ${line}`), parts });
  if (signal.aborted) {
    process.exitCode = 130;
    return;
  }
  if (problems.length > 0) {
    console.error(problems.join("\n"));
    process.exitCode = 1;
    return;
  }
  const { runCommandLine } = await import("../../server/dist/cli/main.js");
  const code = await runCommandLine({ argv, hostEnv: process.env, signal });
  // whatever a library left open must not keep a finished command alive
  process.exit(code);
};
