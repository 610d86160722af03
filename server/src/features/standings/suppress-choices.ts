/**
 * One chapter's answers to one question: how many chose each option. The options make the number of reports, so `open` says
 * that everybody may know that number: the outcomes show it.
 */
export type ChoiceRow = { id: string; options: readonly number[]; open: boolean };

export type ChoiceTable = {
  /** chapters by the region they belong to; null for those without one */
  groups: ReadonlyMap<string | null, readonly ChoiceRow[]>;
  /** regions, and `total` for the federation, whose number of reports everybody may know */
  openGroups: ReadonlySet<string | null>;
  openTotal: boolean;
  k: number;
};

/** What may be shown: the federation or not, and the ids of the regions and chapters that may. */
export type VisibleChoices = { total: boolean; groups: ReadonlySet<string | null>; chapters: ReadonlySet<string> };

/** `boards`: the answers of each chapter in it, which its board knows. */
type Row = {
  id: string | null;
  options: readonly number[];
  open: boolean;
  boards: readonly (readonly number[])[];
};

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);
const columns = (rows: readonly { options: readonly number[] }[]): number[] =>
  (rows[0]?.options ?? []).map((_, option) => sum(rows.map((row) => row.options[option]!)));
const isSafe = (options: readonly number[], k: number): boolean => options.every((n) => n === 0 || n >= k);

/**
 * Whether hiding exactly these rows tells nothing they should not. Everybody may know how many reports each made (the
 * outcomes tell) and, by subtraction, the hidden rows' sum of each option. In a table with known row and column sums a
 * cell can be anything from max(0, column − the other rows) to min(row, column). That is fine when it is at least `k` wide,
 * or all its own row allows under a sum that is itself not small, so that the columns tell nothing new.
 */
function holds(hidden: readonly (readonly number[])[], k: number): boolean {
  const byOption = columns(hidden.map((options) => ({ options })));
  const all = sum(byOption);
  return hidden.every((options) => {
    const own = sum(options);
    return byOption.every((column) => {
      const least = Math.max(0, column - (all - own));
      const most = Math.min(own, column);
      return column === 0 || (least === 0 && most === own && column >= k) || most - least >= k;
    });
  });
}

/** Whether it holds also for the board of each chapter within, who can take its own answers away from the sums. */
function holdsForBoards(hidden: readonly Row[], k: number): boolean {
  const rows = hidden.map(({ options }) => options);
  return (
    holds(rows, k) &&
    hidden.every(({ options, boards }, i) =>
      boards.every((own) => {
        const others = options.map((n, option) => n - own[option]!);
        // alone in its row, the board knows the whole row
        return holds(boards.length > 1 ? rows.with(i, others) : rows.toSpliced(i, 1), k);
      }),
    )
  );
}

/** The rows to hide under a visible sum: the unsafe, and the smallest others until it holds. Null when it never does. */
function hiddenUnder(rows: readonly Row[], unsafe: (row: Row) => boolean, k: number): Row[] | null {
  const hidden = rows.filter(unsafe);
  if (hidden.length === 0) return [];
  const rest = rows
    .filter((row) => !unsafe(row))
    .sort((a, b) => sum(a.options) - sum(b.options) || String(a.id).localeCompare(String(b.id)));
  while (!holdsForBoards(hidden, k)) {
    const next = rest.shift();
    if (!next) return null;
    hidden.push(next);
  }
  return hidden;
}

/**
 * Which answers to one question about members may be shown at each level. A row is shown whole or not at all: its options
 * add up to a number that may be known. A region whose chapters cannot be hidden well enough is itself hidden, and when
 * the regions cannot be, the federation is.
 */
export function visibleChoices({ groups, openGroups, openTotal, k }: ChoiceTable): VisibleChoices {
  const nothing: VisibleChoices = { total: false, groups: new Set(), chapters: new Set() };
  const regions: Row[] = [...groups].map(([id, rows]) => ({
    id,
    options: columns(rows),
    open: openGroups.has(id),
    boards: rows.map((row) => row.options),
  }));
  if (!openTotal || !isSafe(columns(regions), k)) return nothing;
  const unsafe = (row: Row): boolean => !row.open || !isSafe(row.options, k);

  const chaptersHidden = new Map<string | null, Row[] | null>();
  for (const [id, rows] of groups) {
    const own = rows.map((row): Row => ({ ...row, boards: [row.options] }));
    chaptersHidden.set(id, hiddenUnder(own, unsafe, k));
  }
  const regionsHidden = hiddenUnder(regions, (region) => unsafe(region) || chaptersHidden.get(region.id) === null, k);
  if (!regionsHidden) return nothing;

  const hiddenIds = new Set(regionsHidden.map((region) => region.id));
  const visible = [...groups.keys()].filter((id) => !hiddenIds.has(id));
  const chapters = visible.flatMap((id) => {
    const hidden = new Set(chaptersHidden.get(id)!.map((row) => row.id));
    return groups.get(id)!.filter((row) => !hidden.has(row.id));
  });
  return { total: true, groups: new Set(visible), chapters: new Set(chapters.map((row) => row.id)) };
}
