// Builds what is stale: everything, or the parts named (server, codegen, web).
import { build } from "./lib/build.mjs";

const parts = process.argv.slice(2);
const problems = await build({ log: (line) => console.log(line), ...(parts.length > 0 && { parts }) });
for (const problem of problems) console.error(problem);
process.exitCode = problems.length === 0 ? 0 : 1;
