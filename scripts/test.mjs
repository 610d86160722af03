// Everything that has to hold before a change goes in. Two chains run side by side: what needs only the sources, and
// the build with the tests that stand on it. The last line sums up every check and every test.
import { mkdtempSync, chmodSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { checkBudget } from "./checks/budget.mjs";
import { checkSources } from "./checks/index.mjs";
import { build } from "./lib/build.mjs";
import { binOf, root, runNode, stopChildren, stopSignal } from "./lib/processes.mjs";
import { sumTests } from "./lib/sum-tests.mjs";

const started = Date.now();
const signal = stopSignal();
const totals = { passed: 0, failed: 0 };
// the tests' temporary files live and die with this run; passable for the user PostgreSQL runs as when we are root
const temporary = mkdtempSync(join(tmpdir(), "varde-run-"));
chmodSync(temporary, 0o711);
process.on("exit", () => rmSync(temporary, { recursive: true, force: true }));

const report = ({ name, passed, output }) => {
  totals[passed ? "passed" : "failed"] += 1;
  console.log(`${passed ? "ok  " : "FAIL"}  ${name}`);
  if (!passed && output.trim() !== "") console.log(output.trimEnd());
};

const program = async (name, args, options) => {
  if (signal.aborted) return false;
  const { code, output } = await runNode(args, options);
  if (!signal.aborted) report({ name, passed: code === 0, output });
  return code === 0;
};

const sources = async () => {
  const { results, advice } = checkSources();
  for (const result of results) report(result);
  if (advice.length > 0) console.log(`note  long files\n${advice.join("\n")}`);
  await program("format", [binOf("oxfmt"), "--check"]);
  await program("lint", [binOf("oxlint"), "--deny-warnings"]);
};

const tests = async () => {
  const results = join(temporary, "results.json");
  const vitest = [binOf("vitest"), "run", "--reporter=default", "--reporter=json", `--outputFile.json=${results}`];
  const { code } = await runNode(vitest.concat(process.argv.slice(2)), {
    show: true,
    env: {
      TMPDIR: temporary,
      TEMP: temporary,
      TMP: temporary,
      NODE_ENV: "test",
      FORCE_COLOR: process.stdout.isTTY ? "1" : "0",
    },
  });
  if (signal.aborted) return;
  const sum = sumTests(() => JSON.parse(readFileSync(results, "utf8")), code);
  totals.passed += sum.passed;
  totals.failed += sum.failed;
  for (const line of sum.notes) console.log(`FAIL  ${line}`);
};

const built = async () => {
  const problems = await build({ log: (line) => console.log(`·     ${line}`) });
  if (signal.aborted) return;
  report({ name: "build", passed: problems.length === 0, output: problems.join("\n") });
  if (problems.length === 0) report(checkBudget(join(root, "web/dist")));
  const types = async () => {
    // the web app too, which its own build does not type-check
    await program("types", [binOf("typescript", ".", "tsc"), "-b"]);
    if (problems.length === 0) await program("schema", ["scripts/schema.mjs", "--check"]);
  };
  // side by side: a database is made for the tests meanwhile, which is mostly waiting
  if (!signal.aborted) await Promise.all([types(), tests()]);
};

signal.addEventListener("abort", () => void stopChildren());
await Promise.all([sources(), built()]);
await stopChildren();
if (signal.aborted) {
  console.log("Stopped before the end.");
  totals.failed += 1;
}
console.log(`\n${Math.round((Date.now() - started) / 1000)} seconds in ${root}`);
console.log(`${totals.passed} passed, ${totals.failed} failed`);
process.exit(totals.failed === 0 && totals.passed > 0 ? 0 : 1);
