import { describe, expect, test } from "vitest";
import { diffDefinitions } from "./definition-diff.js";
import { emptyDefinition } from "./definition-rules.js";
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
