import { countsPersons as answerCountsPersons } from "@varde/domain";
import type { ReportField } from "@varde/domain";
import type { AnswerCell } from "./answers.type.js";
import type { PublishedMeasures } from "./published.js";

/** Whether a question's answers count persons; the same rule as the kept sums follow in the database. */
export function countsPersons(field: ReportField, aboutMember: boolean): boolean {
  return aboutMember || answerCountsPersons(field);
}

const isSummed = ({ type }: ReportField): boolean => type === "NUMBER" || type === "RATING" || type === "AUTO";

/** The options of a question in their order; a question without options has none. */
export function optionKeys(field: ReportField): string[] {
  switch (field.type) {
    case "YES_NO":
      return ["true", "false"];
    case "RATING": {
      const [min, max] = [field.min ?? 1, field.max ?? 5];
      return Array.from({ length: max - min + 1 }, (_, i) => String(min + i));
    }
    default:
      return (field.options ?? []).map((option) => option.key);
  }
}

/** One kept sum: `optionKey` is empty for a sum of numbers. */
export type AnswerSum = { chapterId: string; fieldKey: string; optionKey: string; n: number; total: number };

const add = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);

/** A question's cell from exact sums, of one chapter or of several. */
export function exactCell(field: ReportField, sums: readonly AnswerSum[]): AnswerCell {
  const of = sums.filter((sum) => sum.fieldKey === field.key);
  const numbers = of.filter((sum) => sum.optionKey === "");
  const options = optionKeys(field).map((key) => ({
    key,
    n: add(of.filter((sum) => sum.optionKey === key).map((sum) => sum.n)),
  }));
  const single = field.type === "YES_NO" || field.type === "CHOICE";
  return {
    fieldKey: field.key,
    n: isSummed(field) ? add(numbers.map((sum) => sum.n)) : single ? add(options.map((option) => option.n)) : null,
    sum: isSummed(field) ? add(numbers.map((sum) => Number(sum.total))) : null,
    options,
    hidden: false,
  };
}

/** A question's cell from a unit's published counts; a measure nobody gave is 0 where there is a snapshot. */
export function publishedCell(
  field: ReportField,
  aboutMember: boolean,
  measures: PublishedMeasures | undefined,
): AnswerCell {
  if (!measures) return { fieldKey: field.key, n: null, sum: null, options: [], hidden: false };
  const of = (option: string): number | null => {
    const value = measures[`field:${field.key}:${option}`];
    return value === undefined ? 0 : value;
  };
  const options = optionKeys(field).map((key) => ({ key, n: of(key) }));
  // a sum of numbers about single members is never published
  const sum = isSummed(field) && !aboutMember ? of("") : null;
  const known = options.every((option) => option.n !== null);
  const single = field.type === "YES_NO" || field.type === "CHOICE";
  return {
    fieldKey: field.key,
    n: single && known ? options.reduce((all, option) => all + option.n!, 0) : null,
    sum,
    options,
    hidden: !known || (isSummed(field) && sum === null),
  };
}
