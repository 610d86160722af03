import fc from "fast-check";
import {
  CHANNELS,
  DONE_BY,
  FIELD_SOURCES,
  FIELD_TYPES,
  NUMBER_COUNTS,
  PERIOD_KINDS,
  STAGES,
  TARGET_KINDS,
  TRIGGER_KINDS,
} from "@varde/domain";
import type { TemplateDefinition } from "@varde/domain";

// any text the database holds: quotes, line ends, right-to-left marks, emoji; no NUL and no half character
const words = fc
  .string({ unit: "binary", maxLength: 40 })
  .map((text) => text.replaceAll("\0", "").replaceAll(/\p{Cs}/gu, ""));
const text = fc.record({ nb: words, nn: words, en: words }, { requiredKeys: ["nb"] });
const key = fc.string({ maxLength: 20, unit: "grapheme-ascii" });
const days = fc.integer({ min: -10_000, max: 10_000 });
const amount = fc.double({ min: -1e12, max: 1e12, noNaN: true, noDefaultInfinity: true }).map((n) => n + 0);
const period = fc.constantFrom(...PERIOD_KINDS);
const field = fc.record(
  {
    key,
    type: fc.constantFrom(...FIELD_TYPES),
    label: text,
    help: text,
    required: fc.boolean(),
    options: fc.array(fc.record({ key, label: text }), { maxLength: 3 }),
    min: amount,
    max: amount,
    counts: fc.constantFrom(...NUMBER_COUNTS),
    maxLength: fc.integer({ min: 0, max: 500 }),
    source: fc.constantFrom(...FIELD_SOURCES),
  },
  { requiredKeys: ["key", "type", "label", "required"] },
);

/** Any definition that can be saved as a draft, most of which cannot be published. */
export const definitions = fc.record(
  {
    name: text,
    purpose: text,
    stage: fc.constantFrom(...STAGES),
    trigger: fc.record(
      {
        kind: fc.constantFrom(...TRIGGER_KINDS),
        offsets: fc.array(days, { maxLength: 4 }),
        days,
        templateKey: key,
        dates: fc.array(
          fc.record({ key, name: text, opens: fc.constant("03-01"), due: key.map((k) => k.slice(0, 5)) }),
          {
            maxLength: 2,
          },
        ),
        period,
        aboutMember: fc.boolean(),
      },
      { requiredKeys: ["kind"] },
    ),
    schedule: fc.record({ opensAfterDays: days, dueAfterDays: days, missAfterDays: days, lateAllowed: fc.boolean() }),
    responsible: text,
    minutes: fc.integer({ min: 0, max: 600 }),
    doneBy: fc.constantFrom(...DONE_BY),
    steps: fc.array(fc.record({ key, text }), { maxLength: 4 }),
    messages: fc.array(
      fc.record(
        { key, channel: fc.constantFrom(...CHANNELS), title: text, subject: text, body: text, locked: fc.boolean() },
        { requiredKeys: ["key", "channel", "title", "body", "locked"] },
      ),
      { maxLength: 3 },
    ),
    reportFields: fc.array(field, { maxLength: 6 }),
    periodReport: fc.record({ period, field, dueAfterDays: days, missAfterDays: days }),
    targets: fc.array(
      fc.record(
        { key, kind: fc.constantFrom(...TARGET_KINDS), fieldKey: key, value: key, threshold: amount, period, text },
        { requiredKeys: ["key", "kind", "threshold", "period", "text"] },
      ),
      { maxLength: 2 },
    ),
    locks: fc.uniqueArray(fc.constantFrom("STEPS", "MESSAGES", "SCHEDULE")),
  },
  {
    requiredKeys: [
      "name",
      "purpose",
      "stage",
      "trigger",
      "schedule",
      "steps",
      "messages",
      "reportFields",
      "targets",
      "locks",
    ],
  },
) as fc.Arbitrary<TemplateDefinition>;
