import { z } from "zod";
import {
  CHANNELS,
  DONE_BY,
  FIELD_SOURCES,
  FIELD_TYPES,
  LOCKABLE,
  NUMBER_COUNTS,
  PERIOD_KINDS,
  STAGES,
  TARGET_KINDS,
  TRIGGER_KINDS,
} from "@varde/domain";
import type { TemplateDefinition } from "@varde/domain";

/** Bytes of a definition as stored, at most. */
export const MAX_DEFINITION_BYTES = 192 * 1024;

// wide limits: what is too much for a reader is said by the domain's checks, what is too much for us is refused here
const MAX_TEXT = 20_000;
const text = z.strictObject({
  nb: z.string().max(MAX_TEXT),
  nn: z.string().max(MAX_TEXT).nullish(),
  en: z.string().max(MAX_TEXT).nullish(),
});
const key = z.string().max(60);
const days = z.int().min(-10_000).max(10_000);
const amount = z.number().min(-1e12).max(1e12);

const field = z.strictObject({
  key,
  type: z.enum(FIELD_TYPES),
  label: text,
  help: text.nullish(),
  required: z.boolean(),
  options: z
    .array(z.strictObject({ key, label: text }))
    .max(40)
    .nullish(),
  min: amount.nullish(),
  max: amount.nullish(),
  counts: z.enum(NUMBER_COUNTS).nullish(),
  maxLength: z.int().min(0).max(10_000).nullish(),
  source: z.enum(FIELD_SOURCES).nullish(),
});

/** The structure of a definition. A draft may be incomplete but never malformed, and holds nothing that is not named here. */
export const definitionRules = z.strictObject({
  name: text,
  purpose: text,
  stage: z.enum(STAGES),
  trigger: z.strictObject({
    kind: z.enum(TRIGGER_KINDS),
    offsets: z.array(days).max(40).nullish(),
    days: days.nullish(),
    age: days.nullish(),
    templateKey: z.string().max(40).nullish(),
    dates: z
      .array(z.strictObject({ key, name: text, opens: z.string().max(5), due: z.string().max(5) }))
      .max(40)
      .nullish(),
    period: z.enum(PERIOD_KINDS).nullish(),
    aboutMember: z.boolean().nullish(),
  }),
  schedule: z.strictObject({
    opensAfterDays: days,
    dueAfterDays: days,
    missAfterDays: days,
    lateAllowed: z.boolean(),
  }),
  responsible: text.nullish(),
  minutes: z.int().min(0).max(100_000).nullish(),
  doneBy: z.enum(DONE_BY).nullish(),
  steps: z.array(z.strictObject({ key, text })).max(200),
  messages: z
    .array(
      z.strictObject({
        key,
        channel: z.enum(CHANNELS),
        title: text,
        subject: text.nullish(),
        body: text,
        locked: z.boolean(),
      }),
    )
    .max(40),
  reportFields: z.array(field).max(20),
  periodReport: z
    .strictObject({ period: z.enum(PERIOD_KINDS), field, dueAfterDays: days, missAfterDays: days })
    .nullish(),
  targets: z
    .array(
      z.strictObject({
        key,
        kind: z.enum(TARGET_KINDS),
        fieldKey: key.nullish(),
        value: key.nullish(),
        threshold: amount,
        period: z.enum(PERIOD_KINDS),
        text,
      }),
    )
    .max(20),
  locks: z.array(z.enum(LOCKABLE)).max(LOCKABLE.length),
});

/** The same definition without empty properties, so that two that say the same are stored the same. */
export function withoutNulls<T>(value: T): T {
  if (Array.isArray(value)) return value.map(withoutNulls) as T;
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, v]) => v !== null && v !== undefined)
      .map(([k, v]) => [k, withoutNulls(v as unknown)]),
  ) as T;
}

/** Bytes of a definition as it is stored. */
export const bytesOf = (definition: TemplateDefinition): number => Buffer.byteLength(JSON.stringify(definition));
