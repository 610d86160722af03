import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { anyDefinition, twoVersions } from "../test/any-definition.js";
import { diffDefinitions } from "./definition-diff.js";
import { versionBump } from "./definition-versions.js";
import type { ReportField, TemplateDefinition } from "./definition.js";

/** What breaks, told a second time and otherwise: everything that is asked, without wording and order, in one text. */
function meaning(def: TemplateDefinition): string {
  const sorted = <T extends { key: string }>(items: readonly T[] | null | undefined) =>
    [...(items ?? [])].sort((a, b) => (a.key < b.key ? -1 : Number(a.key > b.key)));
  const asked = ({ key, type, required, min, max, counts, maxLength, source, options }: ReportField) => [
    [key, type, required, min, max, counts, maxLength, source].map((value) => value ?? null),
    sorted(options).map((option) => option.key),
  ];
  const { trigger, schedule, periodReport } = def;
  return JSON.stringify([
    [def.doneBy ?? "ONE"],
    [def.stage, trigger.kind, trigger.days ?? null, trigger.templateKey ?? null, trigger.period ?? null],
    [...(trigger.offsets ?? [])].sort((a, b) => a - b),
    [trigger.aboutMember === true, sorted(trigger.dates).map(({ key, opens, due }) => [key, opens, due])],
    [schedule.opensAfterDays, schedule.dueAfterDays, schedule.missAfterDays, schedule.lateAllowed],
    sorted(def.steps).map(({ key }) => key),
    sorted(def.reportFields).map(asked),
    periodReport && [
      periodReport.period,
      periodReport.dueAfterDays,
      periodReport.missAfterDays,
      asked(periodReport.field),
    ],
    sorted(def.targets).map(({ key, kind, fieldKey, value, threshold, period }) => [
      [key, kind, threshold, period],
      [fieldKey ?? null, value ?? null],
    ]),
  ]);
}

/** The definition without what nobody can see: null, empty texts and lists, and the order of sets. */
function visible(def: TemplateDefinition): unknown {
  const strip = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.length > 0 ? value.map(strip) : undefined;
    if (value === null || value === "") return undefined;
    if (typeof value !== "object") return value;
    const kept = Object.entries(value).map(([name, one]) => [name, strip(one)] as const);
    const there = kept.filter(([, one]) => one !== undefined);
    return there.length > 0 ? Object.fromEntries(there) : undefined;
  };
  const { trigger, locks } = def;
  const offsets = [...(trigger.offsets ?? [])].sort();
  return strip({
    ...def,
    locks: [...locks].sort(),
    doneBy: def.doneBy ?? "ONE",
    trigger: { ...trigger, offsets, aboutMember: trigger.aboutMember === true },
  });
}

const nb = (text: string) => ({ nb: text, nn: "Nynorsk", en: "English" });
const question = {
  key: "q",
  type: "CHOICE",
  label: nb("Hva?"),
  help: nb("Hjelp"),
  required: true,
  options: [{ key: "o", label: nb("Valg") }],
  min: 1,
  max: 5,
  counts: "OTHER",
  maxLength: 100,
  source: "NEW_MEMBERS",
} as const;
/** Every property there is, used at once: no template looks like this. */
const full = {
  name: nb("Navn"),
  purpose: nb("Mål"),
  stage: "WELCOME",
  trigger: {
    kind: "AFTER",
    offsets: [3],
    days: 30,
    templateKey: "treff",
    dates: [{ key: "d", name: nb("Vår"), opens: "02-01", due: "03-01" }],
    period: "MONTH",
    aboutMember: true,
  },
  schedule: { opensAfterDays: 0, dueAfterDays: 7, missAfterDays: 7, lateAllowed: true },
  responsible: nb("Leder"),
  minutes: 20,
  doneBy: "EACH",
  steps: [{ key: "s", text: nb("Steg") }],
  messages: [{ key: "m", channel: "EMAIL", title: nb("Tittel"), subject: nb("Emne"), body: nb("Hei"), locked: false }],
  reportFields: [question],
  periodReport: { period: "MONTH", field: question, dueAfterDays: 7, missAfterDays: 7 },
  targets: [
    { key: "t", kind: "FIELD_SHARE", fieldKey: "q", value: "o", threshold: 0.8, period: "MONTH", text: nb("Mål") },
  ],
  locks: ["STEPS"],
} as const;

/** The definition once for each value in it, with that value alone another one. */
function changedOnce(value: unknown): unknown[] {
  if (typeof value === "string") return [`${value}x`];
  if (typeof value === "number") return [value + 1];
  if (typeof value === "boolean") return [!value];
  if (Array.isArray(value)) return value.flatMap((one, i) => changedOnce(one).map((other) => value.with(i, other)));
  return Object.entries(value as object).flatMap(([name, one]) =>
    changedOnce(one).map((other) => ({ ...(value as object), [name]: other })),
  );
}

test("every single value that changes is told, and breaks when it is part of what is asked", () => {
  const before = structuredClone(full) as unknown as TemplateDefinition;
  const versions = changedOnce(before) as TemplateDefinition[];
  for (const after of versions) {
    const changes = diffDefinitions(before, after);
    expect(changes.length).toBeGreaterThan(0);
    expect([changes.some(({ breaks }) => breaks), changes]).toEqual([meaning(before) !== meaning(after), changes]);
    // a key that changes is another item, with all it holds; anything else is one line
    if (changes.length > 1) expect(new Set(changes.map(({ kind }) => kind))).toEqual(new Set(["ADDED", "REMOVED"]));
  }
});

describe("any two versions", () => {
  test("break where what is asked changes, and only there", () => {
    fc.assert(
      fc.property(twoVersions, ([before, after]) => {
        const breaks = diffDefinitions(before, after).some((change) => change.breaks);
        expect(breaks).toBe(meaning(before) !== meaning(after));
        expect(versionBump(before, after)).toBe(breaks ? "MAJOR" : "MINOR");
      }),
      { numRuns: 300, seed: 1 },
    );
  });

  test("have no difference only when nobody can see one", () => {
    fc.assert(
      fc.property(twoVersions, ([before, after]) => {
        const same = JSON.stringify(visible(before)) === JSON.stringify(visible(after));
        expect(diffDefinitions(before, after).length === 0).toBe(same);
      }),
      { numRuns: 300, seed: 2 },
    );
    fc.assert(
      fc.property(anyDefinition, (def) => {
        expect(diffDefinitions(def, structuredClone(def))).toEqual([]);
      }),
      { seed: 3 },
    );
  });

  test("read backwards are the same changes turned round, and move as few as possible", () => {
    fc.assert(
      fc.property(twoVersions, ([before, after]) => {
        const there = diffDefinitions(before, after).filter(({ kind }) => kind !== "MOVED");
        const back = diffDefinitions(after, before).filter(({ kind }) => kind !== "MOVED");
        const turned = back.map((change) => ({ ...change, before: change.after, after: change.before }));
        const said = (all: typeof there) =>
          all.map(({ path, before, after, breaks }) => JSON.stringify([path, before, after, breaks])).sort();
        expect(said(turned)).toEqual(said(there));
        const moved = (all: typeof there) => all.filter(({ kind }) => kind === "MOVED").length;
        expect(moved(diffDefinitions(before, after))).toBe(moved(diffDefinitions(after, before)));
      }),
      { numRuns: 200, seed: 4 },
    );
  });
});
