// The command line on what is built already: for containers, where there is nothing to build from.
import { stopSignal } from "./lib/processes.mjs";
import { runCommandLine } from "../server/dist/cli/main.js";

process.exit(await runCommandLine({ argv: process.argv.slice(2), hostEnv: process.env, signal: stopSignal() }));
