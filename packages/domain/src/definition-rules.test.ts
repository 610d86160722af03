import { describe, expect, test } from "vitest";
import type { Message, ReportField, Target, TemplateDefinition } from "./definition.js";
import { checkDefinition, emptyDefinition } from "./definition-rules.js";
import { checkFrozenKeys, versionBump } from "./definition-versions.js";

const nb = (text: string) => ({ nb: text });
const field = (key: string, more: Partial<ReportField> = {}): ReportField => ({
  key,
  type: "YES_NO",
  label: nb("Spørsmål"),
  required: true,
  ...more,
});
const target = (kind: Target["kind"], more: Partial<Target> = {}): Target => ({
  key: "t",
  kind,
  threshold: 0.8,
  period: "QUARTER",
  text: nb("Mål"),
  ...more,
});
const sms = (body: string, more: Partial<Message> = {}): Message => ({
  key: "m",
  channel: "SMS",
  title: nb("SMS"),
  body: nb(body),
  locked: false,
  ...more,
});
const meeting = (more: Partial<TemplateDefinition> = {}): TemplateDefinition => ({
  ...emptyDefinition("Medlemsmøte"),
  purpose: nb("Alle får være med og bestemme"),
  steps: [{ key: "book", text: nb("Finn et sted") }],
  messages: [sms("Hei {{fornavn}}! Treff i {{kortnavn}} {{dato}}.")],
  reportFields: [field("held"), field("present", { type: "NUMBER", counts: "PERSONS", min: 0, max: 200 })],
  targets: [target("COMPLETION")],
  ...more,
});
const conversation = (more: Partial<TemplateDefinition> = {}) =>
  meeting({ trigger: { kind: "MEMBER_JOINED", offsets: [3, 14] }, ...more });
const message = (body: string, more: Partial<Message> = {}) => meeting({ messages: [sms(body, more)] });
const trigger = (trigger: TemplateDefinition["trigger"]) => meeting({ trigger });
const withFields = (...reportFields: ReportField[]) => meeting({ reportFields });
const withTarget = (...args: Parameters<typeof target>) => meeting({ targets: [target(...args)] });
const options = [
  { key: "a", label: nb("A") },
  { key: "b", label: nb("B") },
];
const schedule = (opensAfterDays: number, dueAfterDays: number, missAfterDays: number, lateAllowed = true) => ({
  opensAfterDays,
  dueAfterDays,
  missAfterDays,
  lateAllowed,
});
const periodReport = (more: Partial<ReportField> = {}) => ({
  period: "MONTH" as const,
  field: field("learned", { type: "TEXT", ...more }),
  dueAfterDays: 7,
  missAfterDays: 7,
});
const date = (key: string, opens: string, due: string) => ({ key, name: nb("Treff"), opens, due });

/** What publishing says, as `path CODE`; warnings in brackets. */
function problems(def: TemplateDefinition, forPublish = true): string[] {
  return checkDefinition(def, { forPublish }).map(({ path, code, level }) => {
    const text = `${path.join(".")} ${code}`;
    return level === "ERROR" ? text : `(${text})`;
  });
}

describe("a definition", () => {
  test.each<[string, TemplateDefinition, string[]]>([
    ["a meeting", meeting(), []],
    ["a conversation with a period question", conversation({ periodReport: periodReport() }), []],
    [
      "six questions",
      withFields(...["a", "b", "c", "d", "e", "f"].map((key) => field(key))),
      ["reportFields TOO_MANY"],
    ],
    ["a key with capitals", withFields(field("Held")), ["reportFields.0.key INVALID_KEY"]],
    ["a key of the prototype", withFields(field("__proto__")), ["reportFields.0.key INVALID_KEY"]],
    ["the same key twice", withFields(field("a"), field("a")), ["reportFields.1.key DUPLICATE"]],
    [
      "a choice of one",
      withFields(field("a", { type: "CHOICE", options: options.slice(1) })),
      ["reportFields.0.options TOO_FEW"],
    ],
    ["a choice of two", withFields(field("a", { type: "MULTI_CHOICE", options })), []],
    ["options of a number", withFields(field("a", { options })), ["reportFields.0.options NOT_ALLOWED"]],
    [
      "a text of 501",
      withFields(field("a", { type: "TEXT", maxLength: 501 })),
      ["reportFields.0.maxLength OUT_OF_RANGE"],
    ],
    [
      "a text about one member",
      conversation({ reportFields: [field("a", { type: "TEXT" })], targets: [] }),
      ["reportFields.0.type TEXT_ABOUT_MEMBER"],
    ],
    ["each of us where nothing is asked", { ...withFields(), doneBy: "EACH" }, []],
    ["each of us with a report", { ...withFields(field("a")), doneBy: "EACH" }, ["doneBy NOT_FOR_EACH"]],
    [
      "each of us about one member",
      conversation({ reportFields: [], targets: [], doneBy: "EACH" }),
      ["doneBy NOT_FOR_EACH"],
    ],
    [
      "min above max",
      withFields(field("a", { type: "NUMBER", counts: "OTHER", min: 5, max: 1 })),
      ["reportFields.0.max MAX_BELOW_MIN"],
    ],
    ["a number of what", withFields(field("a", { type: "NUMBER" })), ["(reportFields.0.counts COUNTS_UNKNOWN)"]],
    ["a rating to 11", withFields(field("a", { type: "RATING", max: 11 })), ["reportFields.0.max OUT_OF_RANGE"]],
    ["automatic from where", withFields(field("a", { type: "AUTO" })), ["reportFields.0.source REQUIRED"]],
    [
      "two long texts",
      withFields(field("a", { type: "TEXT" }), field("b", { type: "TEXT" })),
      ["(reportFields BURDEN)"],
    ],
    ["a period question with a choice", conversation({ periodReport: periodReport({ type: "CHOICE", options }) }), []],
    ["a period question about a meeting", meeting({ periodReport: periodReport() }), ["periodReport NOT_ALLOWED"]],
    [
      "a period question that asks nobody",
      conversation({ periodReport: periodReport({ type: "AUTO", source: "NEW_MEMBERS" }) }),
      ["periodReport.field.type WRONG_FIELD_TYPE"],
    ],
  ])("%s", (_name, def, expected) => expect(problems(def)).toEqual(expected));
});

describe("when", () => {
  test.each<[string, TemplateDefinition, string[]]>([
    ["no offsets", trigger({ kind: "MEMBER_JOINED" }), ["trigger.offsets REQUIRED"]],
    ["the same offset twice", trigger({ kind: "MEMBER_LEFT", offsets: [1, 1] }), ["trigger.offsets.1 DUPLICATE"]],
    ["half a day", trigger({ kind: "FEE_UNPAID", offsets: [0.5] }), ["trigger.offsets.0 OUT_OF_RANGE"]],
    ["which age", trigger({ kind: "AGE_REACHED", offsets: [0] }), ["trigger.age REQUIRED"]],
    ["an age nobody has", trigger({ kind: "AGE_REACHED", offsets: [0], age: 0 }), ["trigger.age OUT_OF_RANGE"]],
    ["inactive for how long", trigger({ kind: "MEMBER_INACTIVE", offsets: [0] }), ["trigger.days REQUIRED"]],
    ["after what", trigger({ kind: "AFTER", offsets: [7] }), ["trigger.templateKey REQUIRED"]],
    ["which period", trigger({ kind: "PERIOD" }), ["trigger.period REQUIRED"]],
    ["no dates", trigger({ kind: "CALENDAR", dates: [] }), ["trigger.dates REQUIRED"]],
    ["29 February", trigger({ kind: "CALENDAR", dates: [date("a", "02-29", "03-10")] }), []],
    [
      "no such day",
      trigger({ kind: "CALENDAR", dates: [date("a", "02-30", "3-1")] }),
      ["trigger.dates.0.opens INVALID_DATE", "trigger.dates.0.due INVALID_DATE"],
    ],
    [
      "two that open together in common years",
      trigger({ kind: "CALENDAR", dates: [date("a", "02-28", "03-10"), date("b", "02-29", "03-10")] }),
      ["trigger.dates.1.opens DUPLICATE"],
    ],
    ["due before it opens", meeting({ schedule: schedule(10, 5, 0) }), ["schedule.dueAfterDays DUE_BEFORE_OPENS"]],
    [
      "due before the end of its month",
      meeting({ trigger: { kind: "PERIOD", period: "MONTH" }, schedule: schedule(5, -10, 0) }),
      [],
    ],
    ["missed before it is due", meeting({ schedule: schedule(0, 5, -1) }), ["schedule.missAfterDays OUT_OF_RANGE"]],
    [
      "days to be late in that are not allowed",
      meeting({ schedule: schedule(0, 5, 5, false) }),
      ["(schedule.missAfterDays LATE_NOT_ALLOWED)"],
    ],
  ])("%s", (_name, def, expected) => expect(problems(def)).toEqual(expected));
});

describe("targets", () => {
  const choice = [field("a", { type: "CHOICE", options }), field("n", { type: "NUMBER", counts: "PERSONS" })];
  test.each<[string, TemplateDefinition, string[]]>([
    ["80 as a share", withTarget("TIMELINESS", { threshold: 80 }), ["targets.0.threshold OUT_OF_RANGE"]],
    ["a count of 80", withTarget("COUNT", { threshold: 80 }), []],
    ["a share of nothing", withTarget("FIELD_SHARE"), ["targets.0.fieldKey REQUIRED"]],
    ["a field that is gone", withTarget("FIELD_SUM", { fieldKey: "gone" }), ["targets.0.fieldKey UNKNOWN_FIELD"]],
    ["the mean of yes and no", withTarget("FIELD_MEAN", { fieldKey: "held" }), ["targets.0.fieldKey WRONG_FIELD_TYPE"]],
    ["a share of yes", withTarget("FIELD_SHARE", { fieldKey: "held", value: "true" }), []],
    [
      "an option that is gone",
      meeting({ reportFields: choice, targets: [target("FIELD_SHARE", { fieldKey: "a", value: "c" })] }),
      ["targets.0.value UNKNOWN_OPTION"],
    ],
    ["a sum", meeting({ reportFields: choice, targets: [target("FIELD_SUM", { fieldKey: "n", threshold: 40 })] }), []],
  ])("%s", (_name, def, expected) => expect(problems(def)).toEqual(expected));
});

describe("messages", () => {
  const email = { channel: "EMAIL" as const };
  test.each<[string, TemplateDefinition, string[]]>([
    ["an unknown field", message("{{navn}}"), ["messages.0.body.nb UNKNOWN_MERGE_FIELD"]],
    ["the chapter's full name in an SMS", message("{{lokallag}}"), ["messages.0.body.nb FORBIDDEN_MERGE_FIELD"]],
    ["in an e-mail", message("{{lokallag}}", { ...email, subject: nb("Velkommen") }), []],
    [
      "in its subject",
      message("Hei", { ...email, subject: nb("{{lokallag}}") }),
      ["messages.0.subject.nb FORBIDDEN_MERGE_FIELD"],
    ],
    ["no subject", message("Hei", email), ["messages.0.subject.nb REQUIRED"]],
    ["a subject of an SMS", message("Hei", { subject: nb("Hei") }), ["messages.0.subject NOT_ALLOWED"]],
    ["what outs a member", message("Møte i Mental Helse"), ["messages.0.body.nb LOCK_SCREEN_WORD"]],
    ["in an e-mail it is inside", message("Mental Helse", { ...email, subject: nb("Hei") }), []],
    ["three parts", message("a".repeat(307)), ["(messages.0.body.nb SMS_TOO_LONG)"]],
    ["signs that cost", message("Hei «du»"), ["(messages.0.body.nb SMS_OUTSIDE_GSM7)"]],
    [
      "in nynorsk too",
      message("Hei", { body: { nb: "Hei", nn: "{{namn}}" } }),
      ["messages.0.body.nn UNKNOWN_MERGE_FIELD"],
    ],
  ])("%s", (_name, def, expected) => expect(problems(def)).toEqual(expected));
});

describe("a draft", () => {
  test("may be empty, but needs a name", () => {
    expect(problems(emptyDefinition("Ny"), false)).toEqual([]);
    expect(problems(emptyDefinition(" "), false)).toEqual(["name.nb REQUIRED"]);
    expect(problems(emptyDefinition("Ny"))).toEqual(["purpose.nb REQUIRED"]);
  });

  test("may lack texts, and hold words that are warned of", () => {
    const def = meeting({ steps: [{ key: "a", text: nb("") }], messages: [sms("angst")] });
    expect(problems(def, false)).toEqual(["(messages.0.body.nb LOCK_SCREEN_WORD)"]);
    expect(problems(def)).toEqual(["steps.0.text.nb REQUIRED", "messages.0.body.nb LOCK_SCREEN_WORD"]);
  });
});

describe("the next version", () => {
  const before = meeting();
  test.each<[string, Partial<TemplateDefinition>, "MAJOR" | "MINOR"]>([
    ["the same", {}, "MINOR"],
    ["another name", { name: nb("Treff") }, "MINOR"],
    ["another message", { messages: [] }, "MINOR"],
    ["a translated step", { steps: [{ key: "book", text: { nb: "Finn", nn: "Finn ein stad" } }] }, "MINOR"],
    ["the questions in another order", { reportFields: [...before.reportFields].reverse() }, "MINOR"],
    ["null for what is not there", { periodReport: null, trigger: { kind: "MANUAL", offsets: null } }, "MINOR"],
    ["a step more", { steps: [...before.steps, { key: "b", text: nb("B") }] }, "MAJOR"],
    ["a later due day", { schedule: { ...before.schedule, dueAfterDays: 15 } }, "MAJOR"],
    ["a question less", { reportFields: before.reportFields.slice(1) }, "MAJOR"],
    ["a higher target", { targets: [target("COMPLETION", { threshold: 0.9 })] }, "MAJOR"],
    ["another stage", { stage: "RENEW" }, "MAJOR"],
  ])("%s is %s", (_name, more, bump) => expect(versionBump(before, { ...before, ...more })).toBe(bump));

  test("a key that stays keeps its type, also over versions without it", () => {
    const changed = withFields(field("held", { type: "NUMBER" }), field("extra"));
    const found = [
      {
        path: ["reportFields", "0", "type"],
        code: "TYPE_CHANGED",
        params: { key: "held", type: "YES_NO" },
        level: "ERROR",
      },
    ];
    expect(checkFrozenKeys(before, changed)).toEqual(found);
    expect(checkFrozenKeys([before, withFields(field("other"))], changed)).toEqual(found);
    expect(checkFrozenKeys(before, withFields(field("held"), field("new", { type: "DATE" })))).toEqual([]);
  });
});
