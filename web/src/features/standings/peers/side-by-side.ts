/** Rows of several comparisons, by chapter: each has one cell a comparison, null where the chapter is not in it. */
type Compared<Counts> = { rows: readonly { chapter: { id: string; shortName: string }; counts: Counts }[] };
export type SideBySide<Counts> = { id: string; name: string; cells: (Counts | null)[] };

/** Every chapter that is in one of them, by name in the language of the reader. */
export function sideBySide<Counts>(comparisons: readonly Compared<Counts>[], language: string): SideBySide<Counts>[] {
  const chapters = new Map<string, SideBySide<Counts>>();
  comparisons.forEach(({ rows }, at) => {
    for (const { chapter, counts } of rows) {
      const known = chapters.get(chapter.id) ?? {
        id: chapter.id,
        name: chapter.shortName,
        cells: comparisons.map(() => null),
      };
      known.cells[at] = counts;
      chapters.set(chapter.id, known);
    }
  });
  return [...chapters.values()].toSorted((a, b) => a.name.localeCompare(b.name, language));
}
