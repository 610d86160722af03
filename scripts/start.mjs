import { commandLine } from "./lib/command-line.mjs";

await commandLine(["start", ...process.argv.slice(2)], ["server", "codegen", "web"]);
