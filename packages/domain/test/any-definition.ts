/** Arbitrary definitions for property tests: small vocabularies, so that two of them often agree in parts. */
import fc from "fast-check";
import {
  CHANNELS,
  DONE_BY,
  FIELD_TYPES,
  LOCKABLE,
  PERIOD_KINDS,
  STAGES,
  TARGET_KINDS,
  TRIGGER_KINDS,
} from "../src/definition.js";
import type { LocalizedText, ReportField, TemplateDefinition } from "../src/definition.js";

const none = <T>(some: fc.Arbitrary<T>) => fc.option(some, { nil: null });
const key = fc.constantFrom("a", "b", "c", "d", "e");
const days = fc.integer({ min: -2, max: 2 });
const word = fc.constantFrom("", "ja", "nei", "kanskje");
const text: fc.Arbitrary<LocalizedText> = fc.oneof(
  fc.record({ nb: word }),
  fc.record({ nb: word, nn: none(word), en: none(word) }),
);
const keyed = <T extends { key: string }>(item: fc.Arbitrary<T>, maxLength = 5) =>
  fc.uniqueArray(item, { maxLength, selector: (one) => one.key });

const field: fc.Arbitrary<ReportField> = fc.record({
  key,
  type: fc.constantFrom(...FIELD_TYPES),
  label: text,
  help: none(text),
  required: fc.boolean(),
  options: none(keyed(fc.record({ key, label: text }), 3)),
  min: none(days),
  max: none(days),
  counts: none(fc.constantFrom("PERSONS", "OTHER")),
  maxLength: none(fc.constantFrom(100, 500)),
  source: none(fc.constantFrom("MEETING_DATE", "NEW_MEMBERS")),
});

export const anyDefinition: fc.Arbitrary<TemplateDefinition> = fc.record({
  name: text,
  purpose: text,
  stage: fc.constantFrom(...STAGES),
  trigger: fc.record({
    kind: fc.constantFrom(...TRIGGER_KINDS),
    offsets: none(fc.uniqueArray(days, { maxLength: 3 })),
    days: none(days),
    templateKey: none(key),
    dates: none(keyed(fc.record({ key, name: text, opens: fc.constantFrom("01-01", "02-01"), due: key }), 3)),
    period: none(fc.constantFrom(...PERIOD_KINDS)),
    aboutMember: none(fc.boolean()),
  }),
  schedule: fc.record({ opensAfterDays: days, dueAfterDays: days, missAfterDays: days, lateAllowed: fc.boolean() }),
  responsible: none(text),
  minutes: none(fc.integer({ min: 0, max: 2 })),
  doneBy: none(fc.constantFrom(...DONE_BY)),
  steps: keyed(fc.record({ key, text })),
  messages: keyed(
    fc.record({
      key,
      channel: fc.constantFrom(...CHANNELS),
      title: text,
      subject: none(text),
      body: text,
      locked: fc.boolean(),
    }),
  ),
  reportFields: keyed(field),
  periodReport: none(
    fc.record({ period: fc.constantFrom(...PERIOD_KINDS), field, dueAfterDays: days, missAfterDays: days }),
  ),
  targets: keyed(
    fc.record({
      key,
      kind: fc.constantFrom(...TARGET_KINDS),
      fieldKey: none(key),
      value: none(key),
      threshold: fc.constantFrom(0.5, 0.8),
      period: fc.constantFrom(...PERIOD_KINDS),
      text,
    }),
    3,
  ),
  locks: fc.uniqueArray(fc.constantFrom(...LOCKABLE)),
});

/** Two definitions that share most of their parts, with some lists in another order. */
export const twoVersions: fc.Arbitrary<[TemplateDefinition, TemplateDefinition]> = fc
  .tuple(anyDefinition, anyDefinition)
  .chain(([before, other]) => {
    const parts = Object.keys(before) as (keyof TemplateDefinition)[];
    return fc
      .tuple(
        fc.subarray(parts, { maxLength: 3 }),
        fc.shuffledSubarray(before.steps, { minLength: before.steps.length }),
        fc.shuffledSubarray(before.reportFields, { minLength: before.reportFields.length }),
      )
      .map(([changed, steps, reportFields]): [TemplateDefinition, TemplateDefinition] => {
        const taken = Object.fromEntries(changed.map((part) => [part, other[part]]));
        return [before, { ...before, steps, reportFields, ...taken }];
      });
  });
