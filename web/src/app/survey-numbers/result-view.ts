import type { LocalizedText, SurveyQuestion } from "@varde/domain";
import { cellsOf, NONE } from "@varde/domain";

type Level = "WHOLE" | "REGION" | "CHAPTER" | "SIZE";
/** Those who are shown together. `id` is null of the whole; `chapterCount` is of a size alone. */
export type Group = {
  level: Level;
  id: string | null;
  n: number;
  chapterCount: number | null;
  cells: readonly { cell: string; n: number }[];
};
/** The answers to a question, or to one line of a matrix; the question is empty for how many sent a form. */
export type Table = { question: string; line: string | null; groups: readonly Group[]; before: readonly Group[] };
export type Results = {
  within: number;
  /** of a board's own chapter: who had paid for the year when it ended */
  paidMembers: number | null;
  places: readonly { level: Level; id: string; name: string; members: number | null }[];
  tables: readonly Table[];
};
export type Chosen = Pick<Group, "level" | "id">;

export const WHOLE: Chosen = { level: "WHOLE", id: null };
const LETTERS = { WHOLE: "alle", REGION: "region", CHAPTER: "lag", SIZE: "storrelse" } as const;

/** A choice as the address holds it: `lag:<id>`, or `alle`. */
export const chosenText = ({ level, id }: Chosen): string => (id === null ? LETTERS.WHOLE : `${LETTERS[level]}:${id}`);

/** The choice of the address, if it is one of the places; else what one has by oneself. */
export function chosenIn(text: string | null, places: Results["places"], own: Chosen): Chosen {
  if (text === LETTERS.WHOLE) return WHOLE;
  return places.find((place) => chosenText(place) === text) ?? own;
}

export const groupOf = (groups: readonly Group[], { level, id }: Chosen): Group | null =>
  groups.find((group) => group.level === level && group.id === id) ?? null;

/** An answer that can be given: its cell in a table, and what it is called. `mark` is its number on a scale. */
export type Choice = { cell: string; label: string; mark: number | null };

/** The answers to a question, or to one line of a matrix, in the order they are asked; nothing for free text. */
export function choicesOf(
  question: SurveyQuestion,
  line: string | null,
  say: (text: LocalizedText) => string,
): Choice[] {
  const cells = cellsOf(question).filter((cell) => line === null || cell.slice(0, cell.lastIndexOf(":")) === line);
  const { scale } = question;
  const marks = cells.map((cell) => cell.slice(cell.lastIndexOf(":") + 1));
  const last = marks.findLast((mark) => mark !== NONE);
  return cells.map((cell, i): Choice => {
    const option = question.options?.find(({ key }) => key === cell);
    if (option) return { cell, label: say(option.label), mark: null };
    const mark = marks[i]!;
    if (mark === NONE) return { cell, label: scale?.none ? say(scale.none) : "", mark: null };
    const end = i === 0 ? scale?.lowest : mark === last ? scale?.highest : null;
    return { cell, label: end ? `${mark} · ${say(end)}` : mark, mark: Number(mark) };
  });
}

export const countOf = (group: Group, cell: string): number => group.cells.find((one) => one.cell === cell)?.n ?? 0;

/** From so many answers on we speak of shares and means. */
export const ENOUGH = 10;

/** The mean of those who gave a mark; null where they are fewer than ten. */
export function meanOf(group: Group | null, choices: readonly Choice[]): number | null {
  if (!group) return null;
  let [n, sum] = [0, 0];
  for (const { cell, mark } of choices) {
    if (mark === null) continue;
    n += countOf(group, cell);
    sum += mark * countOf(group, cell);
  }
  return n < ENOUGH ? null : sum / n;
}

/** The answer that most gave, and how many of ten; null for the tenths where fewer than ten answered. */
export function mostGiven(
  group: Group,
  choices: readonly Choice[],
): { label: string; tenths: number | null; cell: string } | null {
  const [most] = choices.toSorted((a, b) => countOf(group, b.cell) - countOf(group, a.cell));
  if (!most || countOf(group, most.cell) === 0) return null;
  const tenths = group.n < ENOUGH ? null : Math.round((10 * countOf(group, most.cell)) / group.n);
  return { label: most.label, tenths, cell: most.cell };
}

/** The answers as they are drawn: those one may give several of by how many gave them, the others as they are asked. */
export const drawnChoices = (question: SurveyQuestion, choices: readonly Choice[], group: Group): readonly Choice[] =>
  question.kind === "SEVERAL" ? choices.toSorted((a, b) => countOf(group, b.cell) - countOf(group, a.cell)) : choices;

/** `of`: those who had paid for the year, or all members. */
export type Rate = { answered: number; members: number; chapters: number; of: "PAID" | "ACTIVE" };

/**
 * How many answered of how many members, where both are shown: of a chapter, or of all chapters where both are. Of those who had paid where
 * a board knows it of its own; where more answered than had paid, of all members. Null where nothing can be said, and where there are more
 * answers than members.
 */
export function rateOf(results: Results, chosen: Chosen): Rate | null {
  if (chosen.level !== "CHAPTER" && chosen.level !== "WHOLE") return null;
  const forms = results.tables.find(({ question }) => question === "")?.groups ?? [];
  const own = chosen.level === "CHAPTER" ? groupOf(forms, chosen) : null;
  if (own && results.paidMembers !== null && own.n <= results.paidMembers)
    return { answered: own.n, members: results.paidMembers, chapters: 1, of: "PAID" };
  const within = results.places.filter(
    ({ level, id }) => level === "CHAPTER" && (chosen.level === "WHOLE" || id === chosen.id),
  );
  const both = within.flatMap(({ id, members }) => {
    const group = groupOf(forms, { level: "CHAPTER", id });
    return group && members ? [{ answered: group.n, members }] : [];
  });
  const sum = both.reduce(
    (all, one) => ({ answered: all.answered + one.answered, members: all.members + one.members }),
    { answered: 0, members: 0 },
  );
  if (sum.members === 0 || sum.answered > sum.members || (chosen.level === "WHOLE" && both.length < 2)) return null;
  return { ...sum, chapters: both.length, of: "ACTIVE" };
}
