import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { root } from "./processes.mjs";

const BINARY = /\.(png|jpe?g|webp|ico|woff2?|pdf|xlsx?|zip|gz)$/i;

/** Every text file of the project, tracked or about to be, as `{ path, text }` with forward slashes. */
export const projectFiles = () =>
  execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard", "-z"], { cwd: root, encoding: "utf8" })
    .split("\0")
    .filter(
      (path) =>
        path !== "" && !BINARY.test(path) && existsSync(join(root, path)) && statSync(join(root, path)).isFile(),
    )
    .map((path) => ({ path, text: readFileSync(join(root, path), "utf8") }));

/** 1-based line number of an offset. */
export const lineAt = (text, offset) => text.slice(0, offset).split("\n").length;

/** Every match of a pattern as a finding. */
export const findAll = ({ path, text }, pattern, message) =>
  [...text.matchAll(pattern)].map((match) => ({ path, line: lineAt(text, match.index), message }));

/** Source with comments blanked out and strings kept, line numbers unchanged: prose must not trip a check. */
export const withoutComments = (text) =>
  text.replace(
    /("(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`)|\/\*[\s\S]*?\*\/|(?<![:\\/])\/\/[^\n]*/g,
    (match, string) => (string === undefined ? match.replace(/[^\n]/g, " ") : match),
  );
