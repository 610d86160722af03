import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { randomBytes } from "node:crypto";
import { afterEach, describe, expect, it } from "vitest";
import { checkBudget, firstLoad, overweight } from "./budget.mjs";

const HTML = `<script src="/assets/boot-1.js"></script><link rel="stylesheet" href="/assets/kit-1.css">
<script type="module" src="/assets/vendor-1.js"></script><script type="module" src="/assets/start-1.js"></script>`;

const manifest = {
  "_vendor-1.js": { file: "assets/vendor-1.js" },
  "_start-1.js": { file: "assets/start-1.js", imports: ["_vendor-1.js", "_more-1.js"] },
  "_more-1.js": { file: "assets/more-1.js", css: ["assets/more-1.css"] },
  "src/texts/nb/index.ts": { file: "assets/nb-1.js" },
  "src/texts/nn/index.ts": { file: "assets/nn-1.js" },
  "src/texts/en/index.ts": { file: "assets/en-1.js" },
  "src/features/templates/TemplatesPage.tsx": { file: "assets/TemplatesPage-1.js", imports: ["_start-1.js"] },
};
const FILES = ["boot-1.js", "kit-1.css", "more-1.css", "more-1.js", "nn-1.js", "start-1.js", "vendor-1.js"];
const names = (files) => files.map(({ file }) => file.replace("assets/", "")).toSorted();

const folders = [];
afterEach(() => folders.splice(0).forEach((folder) => rmSync(folder, { recursive: true })));

/** A build whose files weigh what is said; the rest weigh little. */
const built = (weights = {}, { lazyFront = false, extra = [] } = {}) => {
  const dist = mkdtempSync(join(tmpdir(), "varde-budget-"));
  folders.push(dist);
  mkdirSync(join(dist, "assets"));
  mkdirSync(join(dist, ".vite"));
  const whole = lazyFront
    ? { ...manifest, "src/features/touchpoints/TodayPage.tsx": { file: "assets/TodayPage-1.js" } }
    : manifest;
  writeFileSync(join(dist, "index.html"), HTML);
  writeFileSync(join(dist, ".vite/manifest.json"), JSON.stringify(whole));
  for (const name of [...FILES, "nb-1.js", "en-1.js", "TemplatesPage-1.js", "TodayPage-1.js", ...extra])
    // what is random does not shrink
    writeFileSync(join(dist, "assets", name), randomBytes(weights[name] ?? 500));
  return dist;
};

describe("the first page", () => {
  it("is what the page asks for, all that stands under it, and the heaviest language", () => {
    const found = firstLoad(HTML, manifest, (file) => (file === "assets/nn-1.js" ? 9 : 1));
    expect(names(found)).toEqual(FILES);
  });

  it("holds the front page when that is a file of its own", () => {
    const dist = built({}, { lazyFront: true });
    expect(names(checkBudget(dist).files)).toContain("TodayPage-1.js");
  });

  it("says so when a language has no file", () => {
    const { "src/texts/nn/index.ts": _gone, ...without } = manifest;
    expect(() => firstLoad(HTML, without, () => 1)).toThrow("no texts");
  });
});

describe("its budget", () => {
  it("holds a build that is small enough", () => {
    expect(checkBudget(built())).toMatchObject({ passed: true, output: "" });
  });

  it("fails when the scripts are too much, and names the file that grew", () => {
    const { passed, output } = checkBudget(built({ "vendor-1.js": 100_000, "start-1.js": 95_000 }));
    expect(passed).toBe(false);
    expect(output).toMatch(/19\d\.\d kB of script, the budget is 190\.0 kB/);
    expect(output).toMatch(/start-1\.js 95\.\d kB <- grown, its share is 54\.0 kB/);
    expect(output).not.toMatch(/vendor-1\.js .*grown/);
  });

  it("fails when something new stands under the first page", () => {
    expect(checkBudget(built({ "more-1.js": 200_000 })).output).toMatch(/more-1\.js .* <- grown/);
  });

  it("counts the texts", () => {
    expect(checkBudget(built({ "en-1.js": 191_000 })).output).toMatch(/en-1\.js .* <- grown/);
  });

  it("fails when the styles are too much", () => {
    expect(checkBudget(built({ "kit-1.css": 36_000 })).output).toMatch(/of style, the budget is 35\.0 kB/);
  });

  it("fails for a font, wherever it lies", () => {
    expect(checkBudget(built({}, { extra: ["Inter.woff2"] })).output).toMatch(/fonts.*Inter\.woff2/);
  });

  it("does not count the pages that come later", () => {
    expect(checkBudget(built({ "TemplatesPage-1.js": 300_000 })).passed).toBe(true);
  });

  it("gives nothing back for what is spared elsewhere", () => {
    const file = (kind, bytes) => ({ file: "assets/start-1.js", kind, part: "start", bytes });
    expect(overweight([file("script", 190_001), file("style", 0)])).toHaveLength(1);
  });
});
