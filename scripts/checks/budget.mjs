import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

// What a chapter leader's phone downloads before it shows the first page, weighed as gzip. Numbers of bytes, no clock:
// the same on every machine.

/** At most, in bytes after gzip. The shares only say in the message where it grew. */
export const BUDGET = {
  script: 190_000,
  style: 35_000,
  shares: { vendor: 112_000, start: 54_000, texts: 22_000, boot: 2_000, kit: 26_000, other: 9_000 },
};

const FONT = /\.(?:woff2?|ttf|otf|eot)$/;
const LANGUAGES = ["nb", "nn", "en"];
/** Part of the first file today; were they lazy they would still be of the first page. */
const FRONT_PAGE = ["src/app/HomePage.tsx", "src/features/touchpoints/TodayPage.tsx"];

const zipped = (source) => gzipSync(source, { level: 9 }).length;

/** The files a chunk cannot run without, itself first. */
const closure = (manifest, keys) => {
  const found = new Map();
  const walk = (key) => {
    const chunk = manifest[key];
    if (!chunk || found.has(key)) return;
    found.set(key, chunk);
    for (const next of chunk.imports ?? []) walk(next);
  };
  for (const key of keys) walk(key);
  return [...found.values()].flatMap(({ file, css = [] }) => [file, ...css]);
};

const textsKey = (language) => `src/texts/${language}/index.ts`;

/**
 * The files of the first page: what `index.html` asks for with all it stands on, the texts of the language that weighs
 * most, and the front page. `weigh` gives the bytes of a file after gzip.
 */
export const firstLoad = (html, manifest, weigh) => {
  const asked = [...html.matchAll(/(?:src|href)="\/(assets\/[^"]+\.(?:js|css))"/g)].map(([, file]) => file);
  const byFile = new Map(Object.entries(manifest).map(([key, { file }]) => [file, key]));
  const begun = closure(manifest, [...asked.flatMap((file) => byFile.get(file) ?? []), ...FRONT_PAGE]);
  const texts = LANGUAGES.map((language) => manifest[textsKey(language)]?.file).filter((file) => file !== undefined);
  if (texts.length !== LANGUAGES.length) throw new Error("the build names no texts of a language");
  const [heaviest] = texts.toSorted((a, b) => weigh(b) - weigh(a));
  const partOf = (file) => {
    if (file === heaviest) return "texts";
    const name = /^assets\/([a-z]+)-/.exec(file)?.[1];
    return name !== undefined && Object.hasOwn(BUDGET.shares, name) ? name : "other";
  };
  return [...new Set([...asked, ...begun, heaviest])].map((file) => ({
    file,
    kind: file.endsWith(".css") ? "style" : "script",
    part: partOf(file),
    bytes: weigh(file),
  }));
};

const sum = (files) => files.reduce((total, { bytes }) => total + bytes, 0);
const kB = (bytes) => `${(bytes / 1000).toFixed(1)} kB`;

/** What is wrong with the weight, in words: the whole, then each file with its share, the one that grew marked. */
export const overweight = (files, budget = BUDGET) =>
  ["script", "style"].flatMap((kind) => {
    const own = files.filter((file) => file.kind === kind);
    if (sum(own) <= budget[kind]) return [];
    const lines = own
      .toSorted((a, b) => b.bytes - a.bytes)
      .map(({ file, part, bytes }) => {
        const share = budget.shares[part];
        return `    ${file} ${kB(bytes)}${bytes > share ? ` <- grown, its share is ${kB(share)}` : ""}`;
      });
    return [
      [`the first page needs ${kB(sum(own))} of ${kind}, the budget is ${kB(budget[kind])}:`, ...lines].join("\n"),
    ];
  });

/** Checks the built web app in `dist`. One result as the checks of the sources give it, with the sums in `note`. */
export const checkBudget = (dist) => {
  const weights = new Map();
  const weigh = (file) => {
    const known = weights.get(file);
    if (known !== undefined) return known;
    const bytes = zipped(readFileSync(join(dist, file)));
    weights.set(file, bytes);
    return bytes;
  };
  const html = readFileSync(join(dist, "index.html"), "utf8");
  const manifest = JSON.parse(readFileSync(join(dist, ".vite/manifest.json"), "utf8"));
  const files = firstLoad(html, manifest, weigh);
  const fonts = readdirSync(dist, { recursive: true }).filter((file) => FONT.test(file));
  const findings = overweight(files);
  if (fonts.length > 0) findings.push(`fonts are the device's own: ${fonts.join(", ")}`);
  const of = (kind) => kB(sum(files.filter((file) => file.kind === kind)));
  return {
    name: "budget of the first page",
    passed: findings.length === 0,
    output: findings.map((finding) => `  ${finding}`).join("\n"),
    note: `first page: ${of("script")} script, ${of("style")} style`,
    files,
  };
};
