import { placesPart, tellsOverTime } from "@varde/domain";
import type { EarlierRelease } from "@varde/domain";
import { groupBy } from "./group-by.js";
import { added, countIn, lengthOf, series, sumOf } from "./release.js";
import type { PublishedCount, RawUnit, Release, UnitKind } from "./release.js";
import { visibleChoices } from "./suppress-choices.js";
import type { VisibleChoices } from "./suppress-choices.js";

type Answers = { unit: RawUnit; options: (readonly number[])[] };

/**
 * Answers about members: a row of options is shown whole or not at all, at each level; and not where an option, or what is
 * hidden under a shown row, would be told by subtracting the releases before.
 */
export function choicesOf(release: Release, measures: readonly string[], open: ReadonlySet<string>): PublishedCount[] {
  const { organizationId, units, k, window, earlier } = release;
  const length = lengthOf(units);
  const tells = (quarters: readonly number[]): boolean =>
    earlier.length > 0 && tellsOverTime(quarters, [...earlier, window], k);
  const told = (rows: readonly Answers[]): boolean =>
    measures.some((_, option) => {
      const all = added(...rows.map((row) => row.options[option]!));
      const left = (own: readonly number[]) => all.map((n, i) => n - own[i]!);
      return tells(all) || (rows.length > 1 && rows.some((row) => tells(left(row.options[option]!))));
    });
  /** whether a shown row places a hidden one within it, by what earlier releases showed of the others */
  const placed = (parts: readonly { id: string | null; rows: readonly Answers[] }[]): boolean =>
    measures.some((measure, option) =>
      placesPart(
        parts.map(({ id, rows }) => {
          const all = added(...rows.map((row) => row.options[option]!));
          const level = id !== null && rows.length === 1 && rows[0]!.unit.id === id ? "chapter" : "group";
          const isShown = (one: EarlierRelease): boolean => {
            if (id === null) return false;
            const count = countIn(all, one);
            return one.shown ? one.shown({ level, id, measure }) : count === 0 || count >= k;
          };
          return { series: all, shown: earlier.filter(isShown), boards: rows.map((row) => row.options[option]!) };
        }),
        window,
        k,
      ),
    );
  const answers = units.map((unit) => ({ unit, options: measures.map((m) => series(unit, m, length)) }));
  const optionsOf = (of: readonly Answers[]): number[] =>
    measures.map((_, option) => sumOf(of.map((row) => countIn(row.options[option]!, window))));
  const regions = groupBy(answers, ({ unit }) => unit.regionId);
  const closed = new Set<string | null>([
    ...answers.filter((row) => !open.has(row.unit.id) || told([row])).map((row) => row.unit.id),
    // nobody reads those without a region as one, but the federation's number less the regions' is theirs
    ...[...regions].filter(([id, of]) => (id !== null && !open.has(id)) || toldAsOne(of)).map(([id]) => id),
  ]);
  function toldAsOne(of: readonly Answers[]): boolean {
    return measures.some((_, option) => tells(added(...of.map((row) => row.options[option]!))));
  }
  const openTotal = open.has(organizationId) && !toldAsOne(answers);
  for (;;) {
    const groups = new Map(
      [...regions].map(([id, of]) => [
        id,
        of.map((row) => ({ id: row.unit.id, options: optionsOf([row]), open: !closed.has(row.unit.id) })),
      ]),
    );
    const openGroups = new Set([...regions.keys()].filter((id) => !closed.has(id)));
    const visible = visibleChoices({ groups, openGroups, openTotal, k });
    const before = closed.size;
    for (const [id, of] of regions) {
      const hidden = of.filter((row) => !visible.chapters.has(row.unit.id));
      if (!visible.groups.has(id) || hidden.length === 0) continue;
      if (!told(hidden) && !placed(hidden.map((row) => ({ id: row.unit.id, rows: [row] })))) continue;
      const shown = of.filter((row) => visible.chapters.has(row.unit.id)).map((row) => row.unit.id);
      closed.add(shown[0] ?? id);
    }
    const hiddenRegions = [...regions].filter(([id]) => !visible.groups.has(id));
    const isTold = (): boolean =>
      told(hiddenRegions.flatMap(([, of]) => of)) || placed(hiddenRegions.map(([id, rows]) => ({ id, rows })));
    if (visible.total && hiddenRegions.length > 0 && isTold()) {
      const [next] = visible.groups;
      // with no region left to hide, nothing is shown
      if (next === undefined) return shownOf(organizationId, regions, measures, optionsOf, null);
      closed.add(next);
    }
    if (closed.size === before) return shownOf(organizationId, regions, measures, optionsOf, visible);
  }
}

function shownOf(
  organizationId: string,
  regions: ReadonlyMap<string | null, readonly Answers[]>,
  measures: readonly string[],
  optionsOf: (of: readonly Answers[]) => number[],
  visible: VisibleChoices | null,
): PublishedCount[] {
  const row = (unitKind: UnitKind, unitId: string, of: readonly Answers[], isShown: boolean): PublishedCount[] => {
    const options = optionsOf(of);
    return measures.map((measure, i) => ({ unitKind, unitId, measure, value: isShown ? options[i]! : null }));
  };
  const all = [...regions.values()].flat();
  return [
    ...row("ORGANIZATION", organizationId, all, visible?.total ?? false),
    ...[...regions].flatMap(([id, of]) => (id === null ? [] : row("REGION", id, of, visible?.groups.has(id) ?? false))),
    ...all.flatMap((one) => row("CHAPTER", one.unit.id, [one], visible?.chapters.has(one.unit.id) ?? false)),
  ];
}
