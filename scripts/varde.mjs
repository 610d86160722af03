import { commandLine } from "./lib/command-line.mjs";

const argv = process.argv.slice(2);
// only `start` serves the web app; the other commands should not wait for its build
await commandLine(argv, argv[0] === "start" && !argv.includes("--help") ? ["server", "codegen", "web"] : ["server"]);
