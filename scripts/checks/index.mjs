import { projectFiles } from "../lib/sources.mjs";
import { checkDoor, checkEnvironment, checkSql } from "./door.mjs";
import { checkFeatures, checkOperations } from "./features.mjs";
import { checkLeftovers, checkLength, checkLockfile, checkVersions, longFiles } from "./hygiene.mjs";
import { checkImports } from "./imports.mjs";

const CHECKS = {
  imports: checkImports,
  "feature names": checkFeatures,
  operations: checkOperations,
  "the door": checkDoor,
  "reader of settings": checkEnvironment,
  upserts: checkSql,
  "exact versions": checkVersions,
  lockfile: checkLockfile,
  "file length": checkLength,
  leftovers: checkLeftovers,
};

const say = ({ path, line, message }) => `  ${path}${line === undefined ? "" : `:${line}`}: ${message}`;

/** Runs every check of the sources. Each is one result: `{ name, passed, output }`. */
export const checkSources = () => {
  const files = projectFiles();
  const results = Object.entries(CHECKS).map(([name, check]) => {
    const findings = check(files);
    return { name, passed: findings.length === 0, output: findings.map(say).join("\n") };
  });
  return { results, advice: longFiles(files).map(say) };
};
