import { emptyDefinition } from "@varde/domain";
import { describe, expect, test } from "vitest";
import { readTemplateFile } from "./read-file.js";

const OWN = "0192f0c0-0000-7000-8000-000000000001";
const OTHER = "0192f0c0-0000-7000-8000-000000000002";

/** a whole file; lines are counted in what `JSON.stringify` makes of it with two spaces */
const good = (over: object = {}) => ({
  $schema: "http://localhost/skjema/varde.touchpoint-template-1.json",
  format: "varde.touchpoint-template",
  formatVersion: 1,
  organizationId: OWN,
  exportedAt: "2026-11-22T10:00:00.000Z",
  template: { key: "sommertreff", versionNumber: "1.0", definition: emptyDefinition("Sommertreff") },
  ...over,
});
const text = (value: unknown) => JSON.stringify(value, null, 2);
const withDefinition = (over: object) =>
  text(good({ template: { key: "x", definition: { ...emptyDefinition("Sommertreff"), ...over } } }));
const GOOD = text(good());
const lineOf = (file: string, part: string) => file.slice(0, file.indexOf(part)).split("\n").length;

const problemsOf = (file: string, language: "nb" | "nn" | "en" = "nb") => {
  const read = readTemplateFile(language, OWN, file);
  return "problems" in read ? read.problems : [];
};

test("takes what Varde itself writes, with a mark at its head and other line ends too", () => {
  for (const file of [GOOD, `\ufeff${GOOD}`, GOOD.replaceAll("\n", "\r\n"), JSON.stringify(good())]) {
    expect(readTemplateFile("nb", OWN, file)).toMatchObject({ content: { template: { key: "sommertreff" } } });
  }
});

test("takes a draft that cannot be published yet, and drops empty values", () => {
  const file = withDefinition({ minutes: null, trigger: { kind: "CALENDAR", dates: [] } });
  expect(readTemplateFile("nb", OWN, file)).toMatchObject({
    content: { template: { definition: { trigger: { kind: "CALENDAR", dates: [] } } } },
  });
  expect(JSON.stringify(readTemplateFile("nb", OWN, file))).not.toContain("minutes");
});

// [what, the file, the line it must name, part of the path]
const nested = (depth: number) => `${"[".repeat(depth)}${"]".repeat(depth)}`;
const step = (over: object) => withDefinition({ steps: [{ key: "a", text: { nb: "Ring" }, ...over }] });
const field = { key: "a", type: "YES_NO", label: { nb: "Holdt?" }, required: true };
const HOSTILE: [what: string, file: string, line: number | null, path?: string][] = [
  ["nothing", "", 1],
  ["only spaces", "  \n ", 1],
  ["no JSON", "hei", 1],
  ["a cut-off file", GOOD.slice(0, 200), 5],
  ["two commas", GOOD.replace('"versionNumber": "1.0",', '"versionNumber": "1.0",,'), 9],
  ["a trailing comma", GOOD.replace('"formatVersion": 1,', '"formatVersion": 1, }'), 4],
  ["a comment", `// mal\n${GOOD}`, 1],
  ["single quotes", GOOD.replace('"format":', "'format':"), 3],
  ["a bare name", GOOD.replace('"format":', "format:"), 3],
  ["a line end in a text", GOOD.replace("Sommertreff", "Sommer\ntreff"), lineOf(GOOD, "Sommertreff")],
  ["a tab in a text", GOOD.replace("Sommertreff", "Sommer\ttreff"), lineOf(GOOD, "Sommertreff")],
  ["an unknown escape", GOOD.replace("Sommertreff", String.raw`\x41`), lineOf(GOOD, "Sommertreff")],
  ["NaN", GOOD.replace('"formatVersion": 1', '"formatVersion": NaN'), 4],
  ["a number with a zero in front", GOOD.replace('"formatVersion": 1', '"formatVersion": 01'), 4],
  ["two values", `${GOOD}\n{}`, GOOD.split("\n").length + 1],
  ["a list", "[]", 1],
  ["a text", '"varde.touchpoint-template"', 1],
  ["null", "null", 1],
  ["nested too deep", nested(40), 1],
  ["nested to end the stack", nested(60_000), 1],
  ["nested objects without end", '{"a":'.repeat(30_000), 1],
  ["nested inside a template", withDefinition({ steps: JSON.parse(nested(35)) as unknown }), null],
  ["another format", text(good({ format: "varde.members" })), 3, "format"],
  ["no format", text(good({ format: undefined })), 1, "format"],
  ["a newer Varde", text(good({ formatVersion: 2 })), 4, "formatVersion"],
  ["a much newer Varde with names we do not know", text(good({ formatVersion: 99, pages: [] })), 4, "formatVersion"],
  ["version zero", text(good({ formatVersion: 0 })), 4, "formatVersion"],
  ["a version as text", text(good({ formatVersion: "1" })), 4, "formatVersion"],
  ["half a version", text(good({ formatVersion: 1.5 })), 4, "formatVersion"],
  ["another organization", text(good({ organizationId: OTHER })), 5, "organizationId"],
  ["no organization", text(good({ organizationId: undefined })), 1, "organizationId"],
  ["an organization that is no text", text(good({ organizationId: [OWN] })), 5, "organizationId"],
  ["an unknown name at the top", text(good({ members: [] })), GOOD.split("\n").length, "members"],
  ["__proto__", GOOD.replace('"template": {', '"template": {\n"__proto__": {"polluted": true},'), 8, "__proto__"],
  ["__proto__ by escape", GOOD.replace('"format":', '"\\u005f_proto__": 1,\n"format":'), 3, "__proto__"],
  ["constructor", GOOD.replace('"template": {', '"constructor": {"prototype": {}},\n"template": {'), 7, "constructor"],
  ["prototype in a step", step({ prototype: {} }), null, "prototype"],
  ["a name twice", GOOD.replace('"formatVersion": 1,', '"formatVersion": 1,\n"formatVersion": 1,'), 5, "formatVersion"],
  ["a name twice, once escaped", GOOD.replace('"format":', '"\\u0066ormat": "x",\n"format":'), 4, "format"],
  ["NUL", GOOD.replace("Sommertreff", String.raw`a\u0000b`), lineOf(GOOD, "Sommertreff"), "nb"],
  ["half a character", GOOD.replace("Sommertreff", String.raw`a\ud800b`), lineOf(GOOD, "Sommertreff"), "nb"],
  ["a template that is a list", text(good({ template: [] })), 7, "template"],
  ["no definition", text(good({ template: { key: "x" } })), 7, "definition"],
  ["a key that is a path", text(good({ template: { ...good().template, key: "../x" } })), 8, "key"],
  ["a key with markup", text(good({ template: { ...good().template, key: "<img>" } })), 8, "key"],
  ["a wrong stage", withDefinition({ stage: "HELLO" }), null, "stage"],
  ["a wrong kind of trigger", withDefinition({ trigger: { kind: "SQL" } }), null, "kind"],
  ["steps that are an object", withDefinition({ steps: {} }), null, "steps"],
  ["a step without a text", withDefinition({ steps: [{ key: "a" }] }), null, "text"],
  ["an unknown name deep down", step({ colour: "red" }), null, "colour"],
  ["a number as a text", withDefinition({ name: { nb: 1 } }), null, "nb"],
  [
    "a day beyond all days",
    withDefinition({ schedule: { ...emptyDefinition("x").schedule, dueAfterDays: 1e300 } }),
    null,
  ],
  ["an infinite number", withDefinition({ minutes: 777 }).replace("777", "1e999"), null, "minutes"],
  ["half a minute", withDefinition({ minutes: 1.5 }), null, "minutes"],
  ["true as a word", withDefinition({ reportFields: [{ ...field, required: "true" }] }), null, "required"],
  [
    "a thousand steps",
    withDefinition({ steps: Array.from({ length: 1000 }, () => ({ key: "a", text: { nb: "x" } })) }),
    null,
    "steps",
  ],
  ["a text of a hundred thousand signs", withDefinition({ purpose: { nb: "x".repeat(100_000) } }), null, "nb"],
  ["a lock on nothing we know", withDefinition({ locks: ["ALL"] }), null, "locks"],
  ["257 kB", GOOD + " ".repeat(256 * 1024), null],
  ["257 kB of letters of two bytes", GOOD.replace("Sommertreff", "å".repeat(132_000)), null],
];

describe("refuses whole, with the line and the reason in words", () => {
  test.each(HOSTILE)("%s", (_what, file, line, path) => {
    const problems = problemsOf(file);
    expect(problems.length).toBeGreaterThan(0);
    expect(problems.length).toBeLessThanOrEqual(50);
    if (line !== null) expect(problems[0]!.line).toBe(line);
    if (path) expect(problems[0]!.path).toContain(path);
    for (const { code, message, line: at } of problems) {
      expect(code).toBe("INVALID");
      if (at != null) expect(message).toMatch(new RegExp(`^Linje ${at}, tegn \\d+: \\S`));
    }
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });

  test("every wrong place at once, in the order of the file", () => {
    const file = withDefinition({ stage: "X", steps: [{ key: "a" }], reportFields: [{ ...field, type: "SQL" }] });
    const problems = problemsOf(file);
    expect(problems.map(({ path }) => path.at(-1))).toEqual(["stage", "text", "type"]);
    expect(problems.map(({ line }) => line)).toEqual([
      lineOf(file, '"stage"'),
      lineOf(file, '"steps"') + 1,
      lineOf(file, '"SQL"'),
    ]);
  });

  test("in the reader's language", () => {
    const file = text(good({ formatVersion: 2 }));
    expect(problemsOf(file, "nb")[0]!.message).toBe(
      "Linje 4, tegn 20: Fila er laget av en nyere Varde. Ingenting er lest inn.",
    );
    expect(problemsOf(file, "nn")[0]!.message).toMatch(/^Linje 4, teikn 20: .*nyare Varde/);
    expect(problemsOf(file, "en")[0]!.message).toMatch(/^Line 4, character 20: .*newer Varde/);
  });

  test("quickly, also when made to be slow", () => {
    const began = performance.now();
    for (const file of [
      "[".repeat(250_000),
      `"${"\\".repeat(250_000)}"`,
      `{${'"a":1,'.repeat(40_000)}"b":1}`,
      `[${"1,".repeat(120_000)}1]`,
      withDefinition({ locks: Array(20_000).fill("ALL") }),
    ]) {
      expect(problemsOf(file)).not.toEqual([]);
    }
    expect(performance.now() - began).toBeLessThan(5_000);
  });
});
