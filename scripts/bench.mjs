import { build } from "./lib/build.mjs";
import { stopChildren, stopSignal } from "./lib/processes.mjs";

const signal = stopSignal();
signal.addEventListener("abort", () => void stopChildren());
const problems = await build({ log: (line) => console.error(`· ${line}`), parts: ["server", "codegen", "web"] });
if (problems.length > 0 || signal.aborted) {
  console.error(problems.join("\n"));
  process.exit(1);
}
const { runBench } = await import("../server/dist/bench/main.js");
process.exit(await runBench({ argv: process.argv.slice(2), hostEnv: process.env, signal }));
