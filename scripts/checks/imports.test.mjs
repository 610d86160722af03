import { describe, expect, it } from "vitest";
import { checkImports, importsOf } from "./imports.mjs";

const messages = (...files) =>
  checkImports(files.map(([path, text]) => ({ path, text }))).map(({ message }) => message);

describe("reading imports", () => {
  it("sees every form, over several lines, and none in comments or strings", () => {
    const text = `import a from "./a.js";
      import {
        b,
      } from "./b.js";
      import type { C } from "./c.js";
      import "./d.js";
      export * from "./e.js";
      const f = await import("./f.js");
      // import g from "./g.js";
      /* import h from "./h.js" */`;
    expect(importsOf(text).map(({ specifier }) => specifier)).toEqual([
      "./a.js",
      "./b.js",
      "./c.js",
      "./d.js",
      "./e.js",
      "./f.js",
    ]);
  });
});

describe("import rules", () => {
  it.each([
    ["packages/domain/src/a.ts", `import { x } from "../../../server/src/x.js";`, "the domain imports nothing of ours"],
    ["packages/domain/src/a.ts", `import { x } from "@varde/server/x";`, "the domain imports nothing of ours"],
    ["graphql/codegen.ts", `import { x } from "../server/src/schema.js";`, "the contract depends on nothing of ours"],
    ["web/src/app/a.ts", `import type { x } from "../../../server/src/x";`, "the web app never imports the server"],
    ["server/src/app.ts", `import { x } from "../../web/src/x.js";`, "the server never imports the web app"],
    ["server/src/kernel/a.ts", `import { x } from "../features/members/index.js";`, "the kernel knows no feature"],
    ["server/src/kernel/a.ts", `await import("../features/index.js");`, "the kernel knows no feature"],
    [
      "server/src/features/plans/a.ts",
      `import { x } from "../members/members.service.js";`,
      "a feature is imported through its index.ts: members",
    ],
    ["server/src/app.ts", `import { x } from "./testkit/seed.js";`, "only tests import the test kit"],
    ["web/src/ui/A.tsx", `import { x } from "../features/members/x";`, "the kit knows neither data nor features"],
    ["web/src/ui/A.tsx", `import { useQuery } from "urql";`, "the kit knows neither data nor features"],
    [
      "web/src/ui/A.tsx",
      `import { x } from "../../../graphql/generated/hooks";`,
      "the kit knows neither data nor features",
    ],
    [
      "web/src/features/plans/a.tsx",
      `import { x } from "../members/Card";`,
      "a feature is imported through its index: members",
    ],
  ])("%s: %s", (path, text, message) => {
    expect(messages([path, text])).toEqual([message]);
  });

  it("names a ring of features once", () => {
    const found = messages(
      ["server/src/features/a/index.ts", `export { b } from "../b/index.js";`],
      ["server/src/features/b/index.ts", `export { c } from "../c/index.js";`],
      ["server/src/features/c/index.ts", `export { a } from "../a/index.js";`],
    );
    expect(found).toEqual(["features in a ring: a → b → c → a"]);
  });

  it("lets the doors, the domain and tests through", () => {
    expect(
      messages(
        ["server/src/features/a/a.ts", `import { b } from "../b/index.js"; import { d } from "@varde/domain";`],
        ["server/src/features/a/a.test.ts", `import { seed } from "../../testkit/seed.js";`],
        ["web/src/features/a/a.tsx", `import { useA } from "../../../../graphql/generated/hooks";`],
        ["web/browser/main.test.ts", `import { startServer } from "../../server/dist/main.js";`],
      ),
    ).toEqual([]);
  });
});
