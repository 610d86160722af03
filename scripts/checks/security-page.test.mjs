import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

const root = new URL("../../", import.meta.url);
const page = readFileSync(new URL("docs/security.md", root), "utf8");
/** A file named on the page, from the root; under `server/src` unless it begins with another folder. */
const pathOf = (name) => (/^(web|scripts|packages)\//.test(name) ? name : `server/src/${name}`);
const named = [...page.matchAll(/`([\w./-]+\.test\.(?:ts|tsx|mjs))`/g)].map(([, name]) => name);

test("every test that the page on security names is there", () => {
  expect(named.length).toBeGreaterThan(60);
  expect(named.filter((name) => name.includes("/") && !existsSync(new URL(pathOf(name), root)))).toEqual([]);
});

test("every item of the standard says where it is met and by which test, or that it is not", () => {
  const items = page
    .split("## OWASP ASVS 5.0")[1]
    .split("\n")
    .filter((line) => /^\| \d/.test(line));
  expect(items.length).toBeGreaterThan(40);
  // no test: it is not met, is a document, or there is nothing to test
  const without = items.filter((line) => !line.includes(".test."));
  expect(without.filter((line) => !/\*\*no\*\*|none is used|there are none|operators\.md/.test(line))).toEqual([]);
});
