// Prints the API's schema, sorted, to graphql/schema.graphql; with --check only compares, and fails when it is stale.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./lib/processes.mjs";
import { createSchema, printContract } from "../server/dist/schema.js";

const file = join(root, "graphql/schema.graphql");
const printed = printContract(await createSchema());
if (!process.argv.includes("--check")) writeFileSync(file, printed);
else if (readFileSync(file, "utf8") !== printed) {
  console.error("graphql/schema.graphql is not what the server serves. Run: pnpm schema, and review the difference.");
  process.exitCode = 1;
}
