import {
  FIELD_SOURCES,
  type ChangeValue,
  type Language,
  type LocalizedText,
  type ReportField,
  type Target,
  type TemplateDefinition,
} from "@varde/domain";
import { localized, type AllTexts } from "../../texts";
import type { Format } from "../format";
import type { ChangeGroup, ChangeRow } from "./group-changes";

type Words = { texts: AllTexts; format: Format; language: Language };

const named = <Item extends { key: string }>(
  lists: readonly (readonly Item[] | null | undefined)[],
  key: string,
): Item | undefined => lists.flatMap((list) => list ?? []).find((item) => item.key === key);

/** The thing a group is about, as a person calls it: what it is called now, else what it was called. */
export function nameOf(
  group: ChangeGroup,
  part: string,
  definitions: readonly TemplateDefinition[],
  { texts, language }: Words,
): string {
  const key = group.item?.replace(/#\d+$/, "") ?? "";
  const text: Record<string, () => LocalizedText | undefined> = {
    steps: () =>
      named(
        definitions.map(({ steps }) => steps),
        key,
      )?.text,
    messages: () =>
      named(
        definitions.map(({ messages }) => messages),
        key,
      )?.title,
    reportFields: () =>
      named(
        definitions.map(({ reportFields }) => reportFields),
        key,
      )?.label,
    targets: () =>
      named(
        definitions.map(({ targets }) => targets),
        key,
      )?.text,
    trigger: () =>
      named(
        definitions.map(({ trigger }) => trigger.dates),
        key,
      )?.name,
  };
  const found = text[part]?.();
  return found ? localized(found, language) || texts.diff.unnamed : texts.diff.unnamed;
}

/** The option a path like `options.o1.label` speaks of. */
function optionOf(key: string, item: string | null, definitions: readonly TemplateDefinition[]) {
  const fields = definitions.flatMap<ReportField>(({ reportFields, periodReport }) =>
    item === null ? (periodReport ? [periodReport.field] : []) : reportFields.filter((field) => field.key === item),
  );
  return named(
    fields.map(({ options }) => options),
    key,
  );
}

/** Which property a row tells of: «tekst (nynorsk)», «svaret Tur». */
export function propertyOf(
  { property, language: written }: ChangeRow,
  group: ChangeGroup,
  definitions: readonly TemplateDefinition[],
  { texts, language }: Words,
): string {
  const words = texts.diff;
  const path = (property ?? "").split(".").filter((word) => word !== "field");
  const at = path.indexOf("options");
  const option = at >= 0 ? path[at + 1] : undefined;
  const known: Readonly<Record<string, string>> = words.properties;
  const plain =
    option === undefined
      ? (known[path[0] ?? ""] ?? "")
      : words.option(localized(optionOf(option, group.item, definitions)?.label ?? { nb: "" }, language) || option);
  return written && written !== "nb"
    ? words.inLanguage(plain, texts.app.languages[written].toLocaleLowerCase())
    : plain;
}

const isKey = <Words extends Record<string, unknown>>(words: Words, key: string): key is Extract<keyof Words, string> =>
  Object.hasOwn(words, key);

/** A value as it is read: codes as their words, days as days, shares as per cent. */
export function valueInWords(
  row: ChangeRow,
  value: ChangeValue,
  definitions: readonly TemplateDefinition[],
  { texts, format, language }: Words,
): string {
  const { part, path } = row.change;
  const property = path.at(-1) ?? "";
  if (value === null) return "";
  if (typeof value === "boolean") return value ? texts.ui.form.yes : texts.ui.form.no;
  if (typeof value === "number") {
    const target =
      part === "targets"
        ? named<Target>(
            definitions.map(({ targets }) => targets),
            path[1] ?? "",
          )
        : null;
    const share = property === "threshold" && target && /^(COMPLETION|TIMELINESS|FIELD_SHARE)$/.test(target.kind);
    return share ? texts.ui.numbers.percent(format.number(value * 100)) : format.number(value, 2);
  }
  if (Array.isArray(value)) return value.join(", ");
  if (row.language) return value;
  const { templates } = texts;
  if (part === "stage" && isKey(templates.stages, value)) return templates.stages[value];
  if (part === "doneBy" && isKey(templates.doneBy, value)) return templates.doneBy[value];
  if (part === "locks" && isKey(templates.lockables, value)) return templates.lockables[value];
  switch (property) {
    case "kind":
      if (isKey(templates.triggers, value)) return templates.triggers[value].name;
      return isKey(templates.targetKinds, value) ? templates.targetKinds[value] : value;
    case "period":
      return isKey(templates.periods, value) ? templates.periods[value].every : value;
    case "channel":
      return isKey(templates.channels, value) ? templates.channels[value] : value;
    case "type":
      return isKey(templates.fieldTypes, value) ? templates.fieldTypes[value] : value;
    case "counts":
      return isKey(templates.counts, value) ? templates.counts[value] : value;
    case "source":
      return FIELD_SOURCES.some((source) => source === value) && isKey(templates.sources, value)
        ? templates.sources[value]
        : value;
    case "opens":
    case "due":
      return /^\d{2}-\d{2}$/.test(value) ? format.shortDate(`2024-${value}`) : value;
    case "fieldKey": {
      const field = named<ReportField>(
        definitions.map(({ reportFields }) => reportFields),
        value,
      );
      return field ? localized(field.label, language) : value;
    }
    case "value":
      return value === "true" ? texts.ui.form.yes : value === "false" ? texts.ui.form.no : answerOf(value);
    default:
      return value;
  }

  function answerOf(key: string): string {
    const options = definitions.flatMap(({ reportFields }) => reportFields.map((field) => field.options));
    const option = named(options, key);
    return option ? localized(option.label, language) : key;
  }
}
