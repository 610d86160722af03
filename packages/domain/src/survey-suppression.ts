/**
 * What of a survey's sums may be published: whole groups or nothing of them, question by question, so that nobody can work out
 * what few answered, nor what somebody answered in a small group where all gave the same answer.
 */
import { MIN_K } from "./suppression.js";
import { ANSWERED, cellsOf, WHOLE_FORM } from "./survey.js";
import type { SurveyCount, SurveyDefinition, SurveyQuestion } from "./survey.js";

/** Answers to one table that were counted together: of a chapter, or what is loose in a region or in the whole. */
export type SurveyPart = {
  chapterId: string | null;
  regionId: string | null;
  /** how many answered */
  n: number;
  cells: Readonly<Record<string, number>>;
};

/** A group that is shown. `id` of the whole is empty. What is not listed is hidden. */
export type SurveyGroup = {
  level: "WHOLE" | "REGION" | "CHAPTER";
  id: string;
  n: number;
  cells: Readonly<Record<string, number>>;
};

const sumOf = (of: readonly Pick<SurveyGroup, "n" | "cells">[]): Pick<SurveyGroup, "n" | "cells"> => {
  const cells: Record<string, number> = {};
  let n = 0;
  for (const one of of) {
    n += one.n;
    for (const [cell, count] of Object.entries(one.cells)) cells[cell] = (cells[cell] ?? 0) + count;
  }
  return { n, cells };
};

/** Whether a sum tells too much of those in it: they are fewer than `k`, or fewer than 2k who all gave one answer. */
export function tellsOfAnswers({ n, cells }: Pick<SurveyGroup, "n" | "cells">, k: number): boolean {
  return n > 0 && (n < k || (n < 2 * k && Object.values(cells).includes(n)));
}

const smallest = (of: readonly SurveyGroup[]): SurveyGroup | undefined =>
  of.toSorted((a, b) => a.n - b.n || (a.id < b.id ? -1 : 1))[0];

/**
 * The groups of one table (a question, or a line of a matrix) that may be shown.
 * - A group is shown when at least `k` answered, and not when fewer than 2k did and all gave one answer.
 * - What is left of a shown group when all shown groups within it are taken away is nobody, or may be shown by the same rule:
 *   so chapters, and then regions, are hidden beside the hidden ones, the smallest first.
 * Chapters make regions and regions the whole, and every part is in one such rest only: what is hidden in a rest can be anything
 * from nobody to all of it. Groups that lie across (classes of size) would break that: they are sums of shown chapters
 * (`sumOfShown`), and tell nothing new. Throws `RangeError` for k below 3.
 */
export function publishSurveyTable(parts: readonly SurveyPart[], k: number): SurveyGroup[] {
  if (!Number.isInteger(k) || k < MIN_K) throw new RangeError(`k must be a whole number from ${MIN_K}`);
  const grouped = (
    level: "REGION" | "CHAPTER",
    idOf: (part: SurveyPart) => string | null,
  ): Map<string, SurveyGroup> => {
    const ids = [...new Set(parts.map(idOf))].filter((id) => id !== null);
    const groups = ids.map((id): SurveyGroup => ({ level, id, ...sumOf(parts.filter((part) => idOf(part) === id)) }));
    return new Map(groups.filter(({ n }) => n > 0 && !tellsOfAnswers({ n, cells: {} }, k)).map((one) => [one.id, one]));
  };
  const chapters = grouped("CHAPTER", ({ chapterId }) => chapterId);
  const regions = grouped("REGION", ({ regionId }) => regionId);
  for (const shown of [chapters, regions]) for (const [id, one] of shown) if (tellsOfAnswers(one, k)) shown.delete(id);

  const isShown = ({ chapterId }: SurveyPart): boolean => chapterId !== null && chapters.has(chapterId);
  /** Hides within `within` until what is left of it tells nothing; false when there is nothing more to hide. */
  const protect = (within: () => readonly SurveyPart[], more: () => SurveyGroup | undefined): void => {
    while (tellsOfAnswers(sumOf(within().filter((part) => !isShown(part))), k)) {
      const theirs = within().filter(isShown);
      const chapter = smallest(theirs.map(({ chapterId }) => chapters.get(chapterId!)!));
      const hidden = chapter ?? more();
      if (!hidden) return;
      (hidden.level === "CHAPTER" ? chapters : regions).delete(hidden.id);
    }
  };
  for (const id of regions.keys())
    protect(
      () => parts.filter(({ regionId }) => regionId === id),
      () => undefined,
    );
  protect(
    () => parts.filter(({ regionId }) => regionId === null || !regions.has(regionId)),
    () => smallest([...regions.values()]),
  );
  const whole: SurveyGroup = { level: "WHOLE", id: "", ...sumOf(parts) };
  if (whole.n === 0 || tellsOfAnswers(whole, k)) return [];
  return [whole, ...regions.values(), ...chapters.values()];
}

/** What the shown chapters among some make together, and how many they are; null when there is none. */
export function sumOfShown(
  groups: readonly SurveyGroup[],
  chapterIds: ReadonlySet<string>,
): (Pick<SurveyGroup, "n" | "cells"> & { chapters: number }) | null {
  const shown = groups.filter(({ level, id }) => level === "CHAPTER" && chapterIds.has(id));
  return shown.length === 0 ? null : { ...sumOf(shown), chapters: shown.length };
}

/** A table of answers: of a question, of one line of a matrix, or (the question is empty) of how many sent a form. */
export type SurveyTable = { question: string; line: string | null; groups: SurveyGroup[] };
/** A sum where it stands: with a chapter, a region, or neither. */
export type SurveySum = SurveyCount & { chapterId: string | null; regionId: string | null };

type Asked = { question: string; line: string | null; describes: boolean; cells: readonly string[] };

function tablesOf(question: SurveyQuestion): Asked[] {
  const { key, describes = false } = question;
  if (question.kind !== "MATRIX") return [{ question: key, line: null, describes, cells: cellsOf(question) }];
  return (question.rows ?? []).map((row) => ({
    question: key,
    line: row.key,
    describes,
    cells: cellsOf(question).filter((cell) => cell.slice(0, cell.lastIndexOf(":")) === row.key),
  }));
}

function partsOf(
  sums: readonly SurveySum[],
  asked: Asked,
  regionOf: (chapterId: string) => string | null,
): SurveyPart[] {
  const theirs = sums
    .filter(({ question }) => question === asked.question)
    .map((sum) => ({
      ...sum,
      chapterId: asked.describes ? null : sum.chapterId,
      regionId: sum.chapterId === null ? sum.regionId : regionOf(sum.chapterId),
    }));
  const places = Map.groupBy(theirs, ({ chapterId, regionId }) => JSON.stringify([chapterId, regionId]));
  return [...places.values()].map((of) => {
    const cells: Record<string, number> = {};
    let answered = 0;
    for (const { cell, n } of of) {
      if (cell === ANSWERED) answered += n;
      else if (asked.cells.includes(cell)) cells[cell] = (cells[cell] ?? 0) + n;
    }
    // one mark a line: a line has no counter of its own
    const n = asked.line === null ? answered : Object.values(cells).reduce((a, b) => a + b, 0);
    return { chapterId: of[0]!.chapterId, regionId: of[0]!.regionId, n, cells };
  });
}

/**
 * A closed survey as it may be published: how many sent a form, and each question, or line of a matrix. `sums` are all there are.
 * Questions that describe who answers are shown for regions and the whole only.
 */
export function publishSurvey(
  definition: SurveyDefinition,
  sums: readonly SurveySum[],
  regionOf: (chapterId: string) => string | null,
  k: number,
): SurveyTable[] {
  const forms: Asked = { question: WHOLE_FORM, line: null, describes: false, cells: [] };
  return [forms, ...definition.questions.flatMap(tablesOf)].map((asked) => ({
    question: asked.question,
    line: asked.line,
    groups: publishSurveyTable(partsOf(sums, asked, regionOf), k),
  }));
}
