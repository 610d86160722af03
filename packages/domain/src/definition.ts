/**
 * What national designs: the content of one template version. Stored as `template_version.definition`,
 * edited as a draft, immutable from PILOT on. Pure data; the rules on it are in `definition-rules.ts`.
 */

export const LANGUAGES = ["nb", "nn", "en"] as const;
export type Language = (typeof LANGUAGES)[number];

/** A text a person reads, by language. Bokmål is always there; a missing language falls back to it. */
export type LocalizedText = { nb: string; nn?: string | null; en?: string | null };

/** Stages of the member journey, in order. */
export const STAGES = ["WELCOME", "FIRST_MEETING", "TAKE_PART", "CONTRIBUTE", "RENEW", "FAREWELL"] as const;
export type Stage = (typeof STAGES)[number];

export const TRIGGER_KINDS = [
  "MEMBER_JOINED",
  "MEMBER_JOINED_CHAPTER",
  "FEE_UNPAID",
  "MEMBER_INACTIVE",
  "MEMBER_LEFT",
  "AGE_REACHED",
  "CALENDAR",
  "PERIOD",
  "AFTER",
  "MANUAL",
] as const;
export type TriggerKind = (typeof TRIGGER_KINDS)[number];

/** Trigger kinds whose touchpoints are about one member. */
export const MEMBER_TRIGGERS: readonly TriggerKind[] = [
  "MEMBER_JOINED",
  "MEMBER_JOINED_CHAPTER",
  "FEE_UNPAID",
  "MEMBER_INACTIVE",
  "MEMBER_LEFT",
  "AGE_REACHED",
];

export const PERIOD_KINDS = ["MONTH", "QUARTER", "HALF_YEAR", "YEAR"] as const;
export type PeriodKind = (typeof PERIOD_KINDS)[number];

/** One date of a `CALENDAR` trigger. `opens` and `due` are `MM-DD`; a due before opens falls in the next year. */
export type CalendarDate = { key: string; name: LocalizedText; opens: string; due: string };

/**
 * What starts a touchpoint. One flat shape for all kinds, so that database, API and editor share it:
 * - member kinds and `AFTER`: `offsets` in days after the event (may be negative, uneven series allowed)
 * - `MEMBER_INACTIVE`: `days` without participation; `AGE_REACHED`: the `age` in years, reached on the birthday
 * - `AFTER`: `templateKey` of the template whose closing is the event; `aboutMember` says whom it is about
 * - `CALENDAR`: `dates`; `PERIOD`: `period`; `MANUAL`: nothing more; both may set `aboutMember` for MANUAL
 */
export type Trigger = {
  kind: TriggerKind;
  offsets?: number[] | null;
  days?: number | null;
  age?: number | null;
  templateKey?: string | null;
  dates?: CalendarDate[] | null;
  period?: PeriodKind | null;
  aboutMember?: boolean | null;
};

/**
 * The three dates, in days. `opensAfterDays` counts from the anchor (event + offset, start of the period, date of start);
 * `dueAfterDays` from the anchor too (for `PERIOD` from the *end* of the period); `missAfterDays` from the due date.
 * For `CALENDAR` the dates themselves say when it opens and is due, and only `missAfterDays` and `lateAllowed` are read.
 * All deadlines are whole days that end at midnight Europe/Oslo.
 */
export type Schedule = { opensAfterDays: number; dueAfterDays: number; missAfterDays: number; lateAllowed: boolean };

export type Step = { key: string; text: LocalizedText };

export const CHANNELS = ["SMS", "EMAIL", "GUIDE"] as const;
export type Channel = (typeof CHANNELS)[number];

/** `title` names the message in the chapter's list; `subject` only for EMAIL. `locked`: a chapter may not adapt it. */
export type Message = {
  key: string;
  channel: Channel;
  title: LocalizedText;
  subject?: LocalizedText | null;
  body: LocalizedText;
  locked: boolean;
};

export const FIELD_TYPES = ["YES_NO", "CHOICE", "NUMBER", "RATING", "DATE", "MULTI_CHOICE", "TEXT", "AUTO"] as const;
export type FieldType = (typeof FIELD_TYPES)[number];

/** What a NUMBER counts: persons are suppressed above the chapter when 1-4. */
export const NUMBER_COUNTS = ["PERSONS", "KRONER", "OTHER"] as const;
export type NumberCounts = (typeof NUMBER_COUNTS)[number];

/** Where an AUTO field or a prefilled value comes from. */
export const FIELD_SOURCES = [
  "MEETING_DATE",
  "MEETING_ATTENDANCE",
  "INVITED_MEMBERS",
  "NEW_MEMBERS",
  "UNPAID_MEMBERS",
] as const;
export type FieldSource = (typeof FIELD_SOURCES)[number];

const COUNTED_IN_PERSONS: readonly FieldSource[] = [
  "MEETING_ATTENDANCE",
  "INVITED_MEMBERS",
  "NEW_MEMBERS",
  "UNPAID_MEMBERS",
];

export type FieldOption = { key: string; label: LocalizedText };

/** One question of the report. `key` and `type` never change across versions. `maxLength` only for TEXT, at most 500. */
export type ReportField = {
  key: string;
  type: FieldType;
  label: LocalizedText;
  help?: LocalizedText | null;
  required: boolean;
  options?: FieldOption[] | null;
  min?: number | null;
  max?: number | null;
  counts?: NumberCounts | null;
  maxLength?: number | null;
  source?: FieldSource | null;
};

/**
 * Whether the answer counts persons, which those above the chapter never read report by report. What is filled from the
 * register or a meeting's attendance does, whatever the template calls it.
 */
export function countsPersons({ counts, source }: Pick<ReportField, "counts" | "source">): boolean {
  return counts === "PERSONS" || (source != null && COUNTED_IN_PERSONS.includes(source));
}

/** One question (a free text or a choice, never AUTO) asked once per period for a per-member template, beside the per-member answers. */
export type PeriodReport = { period: PeriodKind; field: ReportField; dueAfterDays: number; missAfterDays: number };

export const TARGET_KINDS = ["COMPLETION", "TIMELINESS", "FIELD_SHARE", "FIELD_SUM", "FIELD_MEAN", "COUNT"] as const;
export type TargetKind = (typeof TARGET_KINDS)[number];

/** `threshold` is a share 0-1 for COMPLETION, TIMELINESS and FIELD_SHARE, else a count, sum or mean. */
export type Target = {
  key: string;
  kind: TargetKind;
  fieldKey?: string | null;
  value?: string | null;
  threshold: number;
  period: PeriodKind;
  text: LocalizedText;
};

/** What a chapter may not adapt. */
export const LOCKABLE = ["STEPS", "MESSAGES", "SCHEDULE"] as const;
export type Lockable = (typeof LOCKABLE)[number];

/** Who on the board does it: the first who does it closes it for all, or each of them confirms for herself and the last one closes it. */
export const DONE_BY = ["ONE", "EACH"] as const;
export type DoneBy = (typeof DONE_BY)[number];

export const MAX_REPORT_FIELDS = 5;
export const MAX_TEXT_LENGTH = 500;

export type TemplateDefinition = {
  name: LocalizedText;
  purpose: LocalizedText;
  stage: Stage;
  trigger: Trigger;
  schedule: Schedule;
  responsible?: LocalizedText | null;
  /** minutes it takes to carry out, not to report; shown on the card */
  minutes?: number | null;
  /** absent: `ONE`. `EACH` only where it is about no one person and nothing is asked */
  doneBy?: DoneBy | null;
  steps: Step[];
  messages: Message[];
  reportFields: ReportField[];
  periodReport?: PeriodReport | null;
  targets: Target[];
  locks: Lockable[];
};

/** The answers of one report by field key. NUMBER, RATING: number; YES_NO: boolean; DATE: `YYYY-MM-DD`; CHOICE: option key;
 * MULTI_CHOICE: option keys; TEXT: text. AUTO is never sent by a client. */
export type AnswerValue = number | boolean | string | string[];
export type Answers = Record<string, AnswerValue>;

/** Whether each board member confirms it, and the last one closes it. */
export const isDoneByEach = ({ doneBy }: Pick<TemplateDefinition, "doneBy">): boolean => doneBy === "EACH";

/** Whether touchpoints of this trigger are about one member. */
export function isAboutMember(trigger: Trigger): boolean {
  return (
    MEMBER_TRIGGERS.includes(trigger.kind) ||
    ((trigger.kind === "AFTER" || trigger.kind === "MANUAL") && trigger.aboutMember === true)
  );
}
