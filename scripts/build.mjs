import { build } from "./lib/build.mjs";

const problems = await build({ log: (line) => console.log(line) });
for (const problem of problems) console.error(problem);
process.exitCode = problems.length === 0 ? 0 : 1;
