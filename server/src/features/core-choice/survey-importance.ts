import type { Work } from "../../kernel/db/unit-of-work.js";

/**
 * How important members say each template is, 0-100 by template, from the results of the year's survey. No survey says it of a
 * template yet: until one does, importance is given by hand, with the question it is from.
 */
export async function surveyImportance(_work: Work, _year: number): Promise<ReadonlyMap<string, number>> {
  return new Map();
}
