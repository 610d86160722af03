import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { diffDefinitions } from "./definition-diff.js";
import { emptyDefinition } from "./definition-rules.js";
import { versionBump } from "./definition-versions.js";
import { anyDefinition, twoVersions } from "./definition.testing.js";
import type { LocalizedText, Message, ReportField, TemplateDefinition } from "./definition.js";

const nb = (text: string) => ({ nb: text });
const step = (key: string) => ({ key, text: nb(key.toUpperCase()) });
const sms = (body: LocalizedText): Message => ({ key: "sms1", channel: "SMS", title: nb("Hei"), body, locked: false });
const held: ReportField = { key: "held", type: "YES_NO", label: nb("Holdt?"), required: true };
const base: TemplateDefinition = {
  ...emptyDefinition("Medlemsmøte"),
  purpose: nb("Alle med"),
  trigger: { kind: "MEMBER_JOINED", offsets: [3, 14] },
  steps: ["a", "b", "c", "d"].map(step),
  messages: [sms(nb("Hei"))],
  reportFields: [held],
};

/** The diff in short: `path KIND before > after`, `!` where it breaks. */
const lines = (more: Partial<TemplateDefinition>, from: Partial<TemplateDefinition> = {}) =>
  diffDefinitions({ ...base, ...from }, { ...base, ...more }).map(
    ({ path, kind, before, after, breaks }) =>
      `${path.join(".")} ${kind} ${String(before)} > ${String(after)}${breaks ? " !" : ""}`,
  );

describe("what changed", () => {
  test.each<[string, Partial<TemplateDefinition>, string[]]>([
    ["nothing", {}, []],
    ["a name", { name: nb("Treff") }, ["name.nb CHANGED Medlemsmøte > Treff"]],
    ["a translation", { purpose: { nb: "Alle med", nn: "Alle" } }, ["purpose.nn ADDED null > Alle"]],
    [
      "a message in one language",
      { messages: [sms({ nb: "Hei", nn: "Hei du" })] },
      ["messages.sms1.body.nn ADDED null > Hei du"],
    ],
    ["a stage", { stage: "RENEW" }, ["stage CHANGED WELCOME > RENEW !"]],
    ["minutes", { minutes: 20 }, ["minutes ADDED null > 20"]],
    ["who", { responsible: nb("Leder") }, ["responsible.nb ADDED null > Leder"]],
    ["a lock", { locks: ["STEPS"] }, ["locks.STEPS ADDED null > STEPS"]],
    ["a due day", { schedule: { ...base.schedule, dueAfterDays: 15 } }, ["schedule.dueAfterDays CHANGED 14 > 15 !"]],
    [
      "offsets, as a set",
      { trigger: { kind: "MEMBER_JOINED", offsets: [90, 3] } },
      ["trigger.offsets.90 ADDED null > 90 !", "trigger.offsets.14 REMOVED 14 > null !"],
    ],
    ["the first step last", { steps: ["b", "c", "d", "a"].map(step) }, ["steps.a MOVED 1 > 4"]],
    ["two that changed places", { steps: ["a", "c", "b", "d"].map(step) }, ["steps.c MOVED 3 > 2"]],
    [
      "a step that takes another's place",
      { steps: ["a", "b", "c", "e"].map(step) },
      [
        "steps.e ADDED null > E !",
        "steps.e.text.nb ADDED null > E",
        "steps.d REMOVED D > null !",
        "steps.d.text.nb REMOVED D > null",
      ],
    ],
    [
      "a question that is reworded and may be left out",
      { reportFields: [{ ...held, label: nb("Ble det holdt?"), required: false }] },
      [
        "reportFields.held.label.nb CHANGED Holdt? > Ble det holdt?",
        "reportFields.held.required CHANGED true > false !",
      ],
    ],
    [
      "a period question",
      { periodReport: { period: "MONTH", field: held, dueAfterDays: 7, missAfterDays: 7 } },
      [
        "periodReport ADDED null > Holdt? !",
        "periodReport.period ADDED null > MONTH",
        "periodReport.dueAfterDays ADDED null > 7",
        "periodReport.missAfterDays ADDED null > 7",
        "periodReport.field.key ADDED null > held",
        "periodReport.field.type ADDED null > YES_NO",
        "periodReport.field.label.nb ADDED null > Holdt?",
        "periodReport.field.required ADDED null > true",
      ],
    ],
  ])("%s", (_name, more, expected) => expect(lines(more)).toEqual(expected));

  test("an option more is a change of what is asked, another order of them is not", () => {
    const choice = (...keys: string[]): Partial<TemplateDefinition> => ({
      reportFields: [{ ...held, type: "CHOICE", options: keys.map((key) => ({ key, label: nb(key) })) }],
    });
    expect(lines(choice("y", "x"), choice("x", "y"))).toEqual(["reportFields.held.options.y MOVED 2 > 1"]);
    expect(lines(choice("x", "y"), choice("x"))).toEqual([
      "reportFields.held.options.y ADDED null > y !",
      "reportFields.held.options.y.label.nb ADDED null > y",
    ]);
  });

  test("a key used twice keeps both", () => {
    expect(lines({ steps: [...base.steps, step("a")] })).toEqual([
      "steps.a#2 ADDED null > A !",
      "steps.a#2.text.nb ADDED null > A",
    ]);
  });
});

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
    trigger: { ...trigger, offsets, aboutMember: trigger.aboutMember === true },
  });
}

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
