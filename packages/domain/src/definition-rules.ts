/** Rules on what national designs, and what may change from one version to the next. The texts of a message have rules of their own. */
import { isLocalDate } from "./calendar.js";
import { TEXT_LENGTHS, checkLockScreen, checkMessages, checkText } from "./definition-texts.js";
import type { DefinitionProblem, Report } from "./definition-texts.js";
import {
  LANGUAGES,
  MAX_REPORT_FIELDS,
  MAX_TEXT_LENGTH,
  MEMBER_TRIGGERS,
  isAboutMember,
  isDoneByEach,
} from "./definition.js";
import type { PeriodKind, ReportField, Target, TemplateDefinition, Trigger } from "./definition.js";
import { BURDEN_WARNING_SECONDS, DEFAULT_RATING, MAX_RATING, burdenSeconds } from "./report.js";

export type { DefinitionProblem } from "./definition-texts.js";
export { DEFINITION_PROBLEM_CODES } from "./definition-texts.js";

/** Keys of report fields: they name columns of exports, so they are plain. */
const FIELD_KEY = /^[a-z][a-z0-9_]*$/;
const MAX_KEY_LENGTH = 60;
const MONTH_DAY = /^\d{2}-\d{2}$/;
/** Days in the shortest period of the kind: what is sure to lie between its start and its end. */
const SHORTEST: Record<PeriodKind, number> = { MONTH: 28, QUARTER: 90, HALF_YEAR: 181, YEAR: 365 };
const MAX_DAYS = 1100;
const MAX_AGE = 120;
const MAX_OFFSETS = 24;
const MAX_DATES = 24;
const MAX_STEPS = 100;
const MAX_MESSAGES = 20;
const MAX_TARGETS = 10;
const MAX_OPTIONS = 20;

/** A draft with a name and nothing else; a checked draft, but not ready to publish. */
export function emptyDefinition(name: string): TemplateDefinition {
  return {
    name: { nb: name },
    purpose: { nb: "" },
    stage: "WELCOME",
    trigger: { kind: "MANUAL" },
    schedule: { opensAfterDays: 0, dueAfterDays: 14, missAfterDays: 14, lateAllowed: true },
    steps: [],
    messages: [],
    reportFields: [],
    targets: [],
    locks: [],
  };
}

function isDays(n: unknown, min = -MAX_DAYS): n is number {
  return typeof n === "number" && Number.isInteger(n) && n >= min && n <= MAX_DAYS;
}

/** Keys that are there, not too long and used once; `pattern` where the key is read by machines. */
function checkKeys(items: readonly { key: string }[], path: string[], report: Report, pattern: RegExp = /\S/): void {
  const seen = new Set<string>();
  for (const [i, { key }] of items.entries()) {
    const at = [...path, String(i), "key"];
    if (!pattern.test(key) || key.length > MAX_KEY_LENGTH)
      report(at, "INVALID_KEY", { key: key.slice(0, MAX_KEY_LENGTH) });
    else if (seen.has(key)) report(at, "DUPLICATE", { key });
    seen.add(key);
  }
}

function checkLimit(items: readonly unknown[], path: string[], max: number, report: Report): void {
  if (items.length > max) report(path, "TOO_MANY", { max });
}

function checkOffsets(offsets: readonly number[], report: Report): void {
  const path = ["trigger", "offsets"];
  if (offsets.length === 0) report(path, "REQUIRED");
  checkLimit(offsets, path, MAX_OFFSETS, report);
  for (const [i, offset] of offsets.entries()) {
    if (!isDays(offset)) report([...path, String(i)], "OUT_OF_RANGE", { min: -MAX_DAYS, max: MAX_DAYS });
    else if (offsets.indexOf(offset) !== i) report([...path, String(i)], "DUPLICATE", { key: offset });
  }
}

/** `MM-DD` of a leap year, so that 29 February can be named. */
function isMonthDay(value: string): boolean {
  return MONTH_DAY.test(value) && isLocalDate(`2024-${value}`);
}

function checkDates(trigger: Trigger, publish: boolean, report: Report): void {
  const dates = trigger.dates ?? [];
  const path = ["trigger", "dates"];
  if (dates.length === 0) report(path, "REQUIRED");
  checkLimit(dates, path, MAX_DATES, report);
  checkKeys(dates, path, report);
  const opening = new Set<string>();
  for (const [i, date] of dates.entries()) {
    const at = [...path, String(i)];
    checkText(date.name, [...at, "name"], report, { required: publish, max: TEXT_LENGTHS.short });
    for (const part of ["opens", "due"] as const) {
      if (!isMonthDay(date[part])) report([...at, part], "INVALID_DATE", { value: date[part].slice(0, 10) });
    }
    // The opening day names the touchpoint: two dates that open together would be one. 28 and 29 February meet in common years.
    const day = date.opens === "02-29" ? "02-28" : date.opens;
    if (opening.has(day)) report([...at, "opens"], "DUPLICATE", { key: date.opens });
    opening.add(day);
  }
}

function checkTrigger(trigger: Trigger, publish: boolean, report: Report): void {
  const { kind } = trigger;
  if (MEMBER_TRIGGERS.includes(kind) || kind === "AFTER") checkOffsets(trigger.offsets ?? [], report);
  if (kind === "MEMBER_INACTIVE" && !isDays(trigger.days, 1)) {
    report(["trigger", "days"], trigger.days == null ? "REQUIRED" : "OUT_OF_RANGE", { min: 1, max: MAX_DAYS });
  }
  const { age } = trigger;
  if (kind === "AGE_REACHED" && !(Number.isInteger(age) && Number(age) >= 1 && Number(age) <= MAX_AGE)) {
    report(["trigger", "age"], age == null ? "REQUIRED" : "OUT_OF_RANGE", { min: 1, max: MAX_AGE });
  }
  if (kind === "AFTER" && !trigger.templateKey) report(["trigger", "templateKey"], "REQUIRED");
  if (kind === "PERIOD" && !trigger.period) report(["trigger", "period"], "REQUIRED");
  if (kind === "CALENDAR") checkDates(trigger, publish, report);
}

function checkSchedule({ trigger, schedule }: TemplateDefinition, report: Report): void {
  const { opensAfterDays, dueAfterDays, missAfterDays, lateAllowed } = schedule;
  const range = { min: -MAX_DAYS, max: MAX_DAYS };
  if (!isDays(missAfterDays, 0)) report(["schedule", "missAfterDays"], "OUT_OF_RANGE", { ...range, min: 0 });
  else if (!lateAllowed && missAfterDays > 0) report(["schedule", "missAfterDays"], "LATE_NOT_ALLOWED", {}, "WARNING");
  // A calendar names its days itself.
  if (trigger.kind === "CALENDAR") return;
  if (!isDays(opensAfterDays)) report(["schedule", "opensAfterDays"], "OUT_OF_RANGE", range);
  if (!isDays(dueAfterDays)) report(["schedule", "dueAfterDays"], "OUT_OF_RANGE", range);
  const between = trigger.kind === "PERIOD" && trigger.period ? SHORTEST[trigger.period] - 1 : 0;
  if (dueAfterDays + between < opensAfterDays) report(["schedule", "dueAfterDays"], "DUE_BEFORE_OPENS");
}

function checkOptions(field: ReportField, path: string[], publish: boolean, report: Report): void {
  const options = field.options ?? [];
  const at = [...path, "options"];
  if (field.type !== "CHOICE" && field.type !== "MULTI_CHOICE") {
    if (options.length > 0) report(at, "NOT_ALLOWED");
    return;
  }
  if (options.length < 2) report(at, "TOO_FEW", { min: 2 });
  checkLimit(options, at, MAX_OPTIONS, report);
  checkKeys(options, at, report, /^[A-Za-z0-9][A-Za-z0-9_-]*$/);
  for (const [i, option] of options.entries()) {
    checkText(option.label, [...at, String(i), "label"], report, { required: publish, max: TEXT_LENGTHS.short });
  }
}

function checkField(
  field: ReportField,
  path: string[],
  about: { member: boolean; publish: boolean },
  report: Report,
): void {
  const { type, min, max } = field;
  checkText(field.label, [...path, "label"], report, { required: about.publish, max: TEXT_LENGTHS.label });
  checkText(field.help, [...path, "help"], report, { required: false, max: TEXT_LENGTHS.long });
  checkOptions(field, path, about.publish, report);
  if (typeof min === "number" && typeof max === "number" && min > max)
    report([...path, "max"], "MAX_BELOW_MIN", { min, max });
  if (type === "TEXT") {
    if (about.member) report([...path, "type"], "TEXT_ABOUT_MEMBER");
    const length = field.maxLength ?? MAX_TEXT_LENGTH;
    if (!Number.isInteger(length) || length < 1 || length > MAX_TEXT_LENGTH) {
      report([...path, "maxLength"], "OUT_OF_RANGE", { min: 1, max: MAX_TEXT_LENGTH });
    }
  } else if (field.maxLength != null) report([...path, "maxLength"], "NOT_ALLOWED");
  if (type === "NUMBER") {
    if (!field.counts) report([...path, "counts"], "COUNTS_UNKNOWN", {}, "WARNING");
    if (field.counts === "PERSONS" && (min ?? 0) < 0) report([...path, "min"], "OUT_OF_RANGE", { min: 0 });
  }
  if (type === "RATING") {
    for (const [part, value] of [
      ["min", min ?? DEFAULT_RATING.min],
      ["max", max ?? DEFAULT_RATING.max],
    ] as const) {
      const fits = Number.isInteger(value) && value >= 0 && value <= MAX_RATING;
      if (!fits) report([...path, part], "OUT_OF_RANGE", { min: 0, max: MAX_RATING });
    }
  }
  if (type === "AUTO" && !field.source) report([...path, "source"], "REQUIRED");
}

function checkFields(def: TemplateDefinition, publish: boolean, report: Report): void {
  const { reportFields, periodReport } = def;
  const member = isAboutMember(def.trigger);
  checkLimit(reportFields, ["reportFields"], MAX_REPORT_FIELDS, report);
  checkKeys(reportFields, ["reportFields"], report, FIELD_KEY);
  for (const [i, field] of reportFields.entries())
    checkField(field, ["reportFields", String(i)], { member, publish }, report);
  if (!periodReport) return;
  if (!member) report(["periodReport"], "NOT_ALLOWED");
  const at = ["periodReport", "field"];
  const { field } = periodReport;
  if (field.type === "AUTO") report([...at, "type"], "WRONG_FIELD_TYPE", { type: field.type });
  if (!FIELD_KEY.test(field.key)) report([...at, "key"], "INVALID_KEY", { key: field.key.slice(0, MAX_KEY_LENGTH) });
  if (reportFields.some(({ key }) => key === field.key)) report([...at, "key"], "DUPLICATE", { key: field.key });
  // The question is about the period, not about one member: here text is allowed.
  checkField(field, at, { member: false, publish }, report);
  for (const part of ["dueAfterDays", "missAfterDays"] as const) {
    if (!isDays(periodReport[part], 0)) report(["periodReport", part], "OUT_OF_RANGE", { min: 0, max: MAX_DAYS });
  }
}

const TARGET_FIELD_TYPES: Partial<Record<Target["kind"], readonly ReportField["type"][]>> = {
  FIELD_SHARE: ["YES_NO", "CHOICE", "MULTI_CHOICE"],
  FIELD_SUM: ["NUMBER", "AUTO"],
  FIELD_MEAN: ["NUMBER", "RATING", "AUTO"],
};
const SHARE_TARGETS: ReadonlySet<Target["kind"]> = new Set(["COMPLETION", "TIMELINESS", "FIELD_SHARE"]);

function checkTarget(target: Target, path: string[], fields: readonly ReportField[], report: Report): void {
  const { kind, threshold, fieldKey, value } = target;
  const share = SHARE_TARGETS.has(kind);
  if (!Number.isFinite(threshold) || threshold < 0 || (share && threshold > 1)) {
    report([...path, "threshold"], "OUT_OF_RANGE", share ? { min: 0, max: 1 } : { min: 0 });
  }
  const types = TARGET_FIELD_TYPES[kind];
  if (!types) return;
  if (!fieldKey) return report([...path, "fieldKey"], "REQUIRED");
  const field = fields.find(({ key }) => key === fieldKey);
  if (!field) return report([...path, "fieldKey"], "UNKNOWN_FIELD", { key: fieldKey.slice(0, MAX_KEY_LENGTH) });
  if (!types.includes(field.type)) return report([...path, "fieldKey"], "WRONG_FIELD_TYPE", { type: field.type });
  if (kind !== "FIELD_SHARE") return undefined;
  if (!value) return report([...path, "value"], "REQUIRED");
  const known = field.type === "YES_NO" ? ["true", "false"] : (field.options ?? []).map(({ key }) => key);
  return known.includes(value)
    ? undefined
    : report([...path, "value"], "UNKNOWN_OPTION", { option: value.slice(0, MAX_KEY_LENGTH) });
}

/**
 * What is wrong with a definition. An ERROR must be mended before it is kept (or, with `forPublish`, before it is piloted or published);
 * a WARNING is shown and may stand. Publishing asks besides for every text in bokmål and for nothing that could out a member
 * on a lock screen. `path` leads to the place: `["reportFields", "0", "key"]`.
 */
export function checkDefinition(def: TemplateDefinition, { forPublish }: { forPublish: boolean }): DefinitionProblem[] {
  const problems: DefinitionProblem[] = [];
  const report: Report = (path, code, params = {}, level = "ERROR") =>
    void problems.push({ path, code, params, level });
  checkText(def.name, ["name"], report, { required: true, max: TEXT_LENGTHS.name });
  for (const language of LANGUAGES) {
    const name = def.name[language];
    if (name) checkLockScreen(name, ["name", language], report, "WARNING");
  }
  checkText(def.purpose, ["purpose"], report, { required: forPublish, max: TEXT_LENGTHS.long });
  checkText(def.responsible, ["responsible"], report, { required: false, max: TEXT_LENGTHS.label });
  if (def.minutes != null && !(Number.isInteger(def.minutes) && def.minutes >= 0 && def.minutes <= 10_000)) {
    report(["minutes"], "OUT_OF_RANGE", { min: 0, max: 10_000 });
  }
  // a conversation is one person's, and a report that one sends for all would be answered by nobody
  if (isDoneByEach(def) && (isAboutMember(def.trigger) || def.reportFields.length > 0))
    report(["doneBy"], "NOT_FOR_EACH");
  checkTrigger(def.trigger, forPublish, report);
  checkSchedule(def, report);
  checkLimit(def.steps, ["steps"], MAX_STEPS, report);
  checkKeys(def.steps, ["steps"], report);
  for (const [i, step] of def.steps.entries()) {
    checkText(step.text, ["steps", String(i), "text"], report, { required: forPublish, max: TEXT_LENGTHS.long });
  }
  checkLimit(def.messages, ["messages"], MAX_MESSAGES, report);
  checkKeys(def.messages, ["messages"], report);
  checkMessages(def.messages, forPublish, report);
  checkFields(def, forPublish, report);
  checkLimit(def.targets, ["targets"], MAX_TARGETS, report);
  checkKeys(def.targets, ["targets"], report);
  for (const [i, target] of def.targets.entries()) {
    checkText(target.text, ["targets", String(i), "text"], report, { required: forPublish, max: TEXT_LENGTHS.long });
    checkTarget(target, ["targets", String(i)], def.reportFields, report);
  }
  const { total } = burdenSeconds(def);
  if (total > BURDEN_WARNING_SECONDS)
    report(["reportFields"], "BURDEN", { seconds: total, max: BURDEN_WARNING_SECONDS }, "WARNING");
  return problems;
}
