import type { Language } from "@varde/domain";
import { say } from "../../kernel/errors/say.js";
import type { MemberCopy } from "./member-copy.js";
import { PERSONAL_COLUMNS } from "./personal-columns.js";
import { COLUMNS, COPY_TEXTS, SOURCES, VALUES } from "./privacy.texts.js";
import { PURPOSES } from "./purposes.js";

/** A heading with what stands under it; an entry is a line, or pairs of a name and what it says. */
export type Section = { heading: string; entries: (string | [name: string, value: string][])[] };

// ids say nothing to a person; they stand in the machine-readable copy
const ID = /^[0-9a-f]{8}-[0-9a-f]{4}-/;
/** How the database keeps book of its own: in the machine-readable copy, not in the one to read. */
export const UNREAD: ReadonlySet<string> = new Set([
  "id",
  "occurrence",
  "first_due_on",
  "miss_on",
  "steps_done",
  "meeting_id",
  "counts",
  "held",
  "detail",
  "fields",
  "subject_id",
  "moved_to_chapter_id",
  "to_chapter_id",
  "membership_type_id",
]);

const day = (iso: string): string => `${iso.slice(8, 10)}.${iso.slice(5, 7)}.${iso.slice(0, 4)}`;

function words(value: unknown, language: Language): string {
  if (typeof value === "boolean") return say(language, value ? COPY_TEXTS.yes : COPY_TEXTS.no);
  if (Array.isArray(value)) return value.map((one) => words(one, language)).join(", ");
  if (value !== null && typeof value === "object")
    return Object.values(value as Record<string, unknown>)
      .filter((one) => one !== null && one !== "")
      .map((one) => words(one, language))
      .join(", ");
  const text = String(value);
  if (/^\d{4}-\d\d-\d\d($|T)/.test(text)) return day(text);
  const known = VALUES[text];
  return known ? say(language, known) : text;
}

const nameOf = (column: string, language: Language): string => {
  const known = COLUMNS[column];
  return known ? say(language, known) : column;
};

function pairs(fact: Readonly<Record<string, unknown>>, language: Language): [string, string][] {
  const { answers, task, ...rest } = fact;
  const shown = Object.entries({ ...(task !== undefined && { task }), ...rest }).filter(
    ([column, value]) =>
      !UNREAD.has(column) && !(typeof value === "string" && ID.test(value)) && words(value, language) !== "",
  );
  const answered = Object.entries((answers ?? {}) as Record<string, unknown>);
  return [
    ...shown.map(([column, value]): [string, string] => [nameOf(column, language), words(value, language)]),
    ...answered.map(([label, value]): [string, string] => [label, words(value, language)]),
  ];
}

/** The copy as a person reads it: what is stored, why and how long, and what one can ask for. */
export function readableCopy(copy: MemberCopy, language: Language): { title: string; sections: Section[] } {
  const t = (sentence: (typeof COPY_TEXTS)[keyof typeof COPY_TEXTS]) => say(language, sentence);
  const stored = Object.entries(copy.records).map(([source, facts]): Section => {
    const heading = SOURCES[source];
    const entries = facts.map((fact) => pairs(fact, language)).filter((entry) => entry.length > 0);
    return {
      heading: heading ? say(language, heading) : source,
      entries: entries.length > 0 ? entries : [t(COPY_TEXTS.nothing)],
    };
  });
  const used = new Set(Object.keys(copy.records).map((source) => PERSONAL_COLUMNS[source]?.purpose));
  const why = Object.entries(PURPOSES)
    .filter(([id]) => [...used].some((purpose) => purpose === id))
    .map(
      ([, { title, why: reason, basis, kept }]) =>
        `${say(language, title)}. ${say(language, reason)} ${say(language, kept)} ${t(COPY_TEXTS.basis)}: ${say(language, basis)}.`,
    );
  return {
    title: t(COPY_TEXTS.title),
    sections: [
      {
        heading: "",
        entries: [
          t(COPY_TEXTS.lead),
          [
            [t(COPY_TEXTS.organization), copy.organization],
            [t(COPY_TEXTS.chapter), copy.chapter],
            [t(COPY_TEXTS.made), day(copy.madeOn)],
          ],
        ],
      },
      ...stored,
      { heading: t(COPY_TEXTS.whyHeading), entries: [t(COPY_TEXTS.seen), ...why] },
      { heading: t(COPY_TEXTS.rightsHeading), entries: [t(COPY_TEXTS.rights)] },
    ],
  };
}
