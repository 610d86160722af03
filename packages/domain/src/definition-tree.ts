/**
 * A definition as a tree of what a reader can name, with the one place that says which changes break the series.
 * Breaking: what is asked of a chapter, when, and how it is judged. Not breaking: wording, messages, order, minutes, locks.
 */
import { LANGUAGES } from "./definition.js";
import type { LocalizedText, PeriodReport, ReportField, TemplateDefinition, Trigger } from "./definition.js";

/** What one property holds. */
export type ChangeValue = string | number | boolean | null;

export type Leaf = { value: ChangeValue; breaks: boolean };
/** `says`: the item in a word or a sentence, for the line that tells it came or went. */
export type Item = { key: string; says: ChangeValue; content: Branch };
/**
 * Things with keys. `breaks`: that one comes or goes breaks the series. `ordered`: the order is shown to somebody.
 * `single`: one or none, named by where it stands and not by a key.
 */
type ListKind = { ordered: boolean; breaks: boolean; single?: true };
export type List = ListKind & { items: Item[] };
export type Branch = Record<string, Leaf | List | { branch: Branch }>;

const wording = (value: ChangeValue | undefined): Leaf => ({ value: value ?? null, breaks: false });
const meaning = (value: ChangeValue | undefined): Leaf => ({ value: value ?? null, breaks: true });

/** An empty text is none: readers get bokmål for both. */
function texts(text: LocalizedText | null | undefined): { branch: Branch } {
  return { branch: Object.fromEntries(LANGUAGES.map((language) => [language, wording(text?.[language] || null)])) };
}

function list<T>(things: readonly T[] | null | undefined, kind: ListKind, item: (thing: T) => Item): List {
  return { items: (things ?? []).map(item), ...kind };
}

const ASKED = { ordered: true, breaks: true };
const SHOWN = { ordered: true, breaks: false };

function trigger(of: Trigger): Branch {
  return {
    kind: meaning(of.kind),
    // a set: each offset gives its own touchpoint, whatever stands first
    offsets: list(of.offsets, { ordered: false, breaks: true }, (offset) => ({
      key: String(offset),
      says: offset,
      content: {},
    })),
    days: meaning(of.days),
    age: meaning(of.age),
    templateKey: meaning(of.templateKey),
    dates: list(of.dates, ASKED, ({ key, name, opens, due }) => ({
      key,
      says: name.nb,
      content: { name: texts(name), opens: meaning(opens), due: meaning(due) },
    })),
    period: meaning(of.period),
    // left out is no
    aboutMember: meaning(of.aboutMember === true),
  };
}

function field(of: ReportField): Branch {
  return {
    type: meaning(of.type),
    label: texts(of.label),
    help: texts(of.help),
    required: meaning(of.required),
    options: list(of.options, ASKED, ({ key, label }) => ({ key, says: label.nb, content: { label: texts(label) } })),
    min: meaning(of.min),
    max: meaning(of.max),
    counts: meaning(of.counts),
    maxLength: meaning(of.maxLength),
    source: meaning(of.source),
  };
}

function periodReport(of: PeriodReport): Branch {
  return {
    period: meaning(of.period),
    dueAfterDays: meaning(of.dueAfterDays),
    missAfterDays: meaning(of.missAfterDays),
    field: { branch: { key: meaning(of.field.key), ...field(of.field) } },
  };
}

/** The whole definition; the names at the top are the parts of a diff. */
export function treeOf(def: TemplateDefinition) {
  const { schedule } = def;
  return {
    name: texts(def.name),
    purpose: texts(def.purpose),
    stage: meaning(def.stage),
    trigger: { branch: trigger(def.trigger) },
    schedule: {
      branch: {
        opensAfterDays: meaning(schedule.opensAfterDays),
        dueAfterDays: meaning(schedule.dueAfterDays),
        missAfterDays: meaning(schedule.missAfterDays),
        lateAllowed: meaning(schedule.lateAllowed),
      },
    },
    responsible: texts(def.responsible),
    minutes: wording(def.minutes),
    // left out is one of us
    doneBy: meaning(def.doneBy ?? "ONE"),
    steps: list(def.steps, ASKED, ({ key, text }) => ({ key, says: text.nb, content: { text: texts(text) } })),
    messages: list(def.messages, SHOWN, ({ key, channel, title, subject, body, locked }) => ({
      key,
      says: title.nb,
      content: {
        channel: wording(channel),
        title: texts(title),
        subject: texts(subject),
        body: texts(body),
        locked: wording(locked),
      },
    })),
    reportFields: list(def.reportFields, ASKED, (of) => ({ key: of.key, says: of.label.nb, content: field(of) })),
    periodReport: list(def.periodReport ? [def.periodReport] : [], { ...ASKED, single: true }, (of) => ({
      key: "",
      says: of.field.label.nb,
      content: periodReport(of),
    })),
    targets: list(def.targets, ASKED, ({ key, kind, fieldKey, value, threshold, period, text }) => ({
      key,
      says: text.nb,
      content: {
        kind: meaning(kind),
        fieldKey: meaning(fieldKey),
        value: meaning(value),
        threshold: meaning(threshold),
        period: meaning(period),
        text: texts(text),
      },
    })),
    locks: list(def.locks, { ordered: false, breaks: false }, (lock) => ({ key: lock, says: lock, content: {} })),
  } satisfies Branch;
}
