import { describe, expect, it } from "vitest";
import { checkLeftovers, checkLength, checkLockfile, checkVersions, longFiles } from "./hygiene.mjs";

const at = (path, text) => [{ path, text }];
// put together, so that the check does not find them here
const join = (...parts) => parts.join("");

describe("versions", () => {
  it.each(["^1.2.3", "~1.2.3", "*", "latest", "1.x", "github:a/b"])("%s is not exact", (version) => {
    expect(checkVersions(at("web/package.json", JSON.stringify({ dependencies: { a: version } })))).toHaveLength(1);
  });
  it.each(["1.2.3", "2.0.0-rc.4", "workspace:*"])("%s is", (version) => {
    expect(checkVersions(at("package.json", JSON.stringify({ devDependencies: { a: version } })))).toEqual([]);
  });
});

const lines = (count) => "a;\n".repeat(count);

describe("length", () => {
  it("advises over 200 lines and fails over 400", () => {
    expect(longFiles(at("web/src/a.tsx", lines(201)))).toHaveLength(1);
    expect(checkLength(at("web/src/a.tsx", lines(400)))).toEqual([]);
    expect(checkLength(at("web/src/a.tsx", lines(401)))).toHaveLength(1);
  });
  it("does not measure migrations and texts", () => {
    expect(checkLength(at("server/src/migrations/a.ts", lines(500)))).toEqual([]);
    expect(checkLength(at("web/src/texts/nb.ts", lines(500)))).toEqual([]);
  });
});

describe("leftovers", () => {
  it.each([
    join("see /wo", "rk/notes"),
    join("in /ro", "ot/x"),
    join("from http://127.0.0.1:48", "73/npm"),
    join("// TO", "DO later"),
    join("it.sk", "ip('x')"),
    join("// @ts-ig", "nore"),
  ])("finds %s", (text) => {
    expect(checkLeftovers(at("server/src/a.ts", text))).toHaveLength(1);
  });
  it("lets ordinary paths and words through", () => {
    expect(checkLeftovers(at("docs/a.md", join("teamwo", "rk/plan, /var/lib/varde, http://localhost:4460")))).toEqual(
      [],
    );
  });
  it("finds a registry in the lockfile", () => {
    expect(checkLockfile(at("pnpm-lock.yaml", "    tarball: https://example.org/a.tgz"))).toHaveLength(1);
  });
});
