/** A table of counts of persons published again and again over windows that overlap. See `suppression.ts` for one table alone. */
import { tellsOverTime } from "./suppression-over-time.js";
import type { BlockWindow } from "./suppression-over-time.js";
import { placesPart } from "./suppression-placed.js";
import type { HiddenPart } from "./suppression-placed.js";
import { publishCounts } from "./suppression.js";
import type { CountRelation, PublishedCell, PublishedCounts, PublishedRow } from "./suppression.js";

/** A chapter with its counts by measure, block by block: each list as long as the others. A missing measure is all 0. */
export type BlockUnit = {
  id: string;
  groupId: string | null;
  blocks: Readonly<Record<string, readonly number[]>>;
};

/** A release before. `shown`: which cells it showed; when left out, all but those of 1 to k-1. */
export type EarlierRelease = BlockWindow & { shown?: (cell: PublishedCell) => boolean };

/** `window`: what this release counts. `earlier`: what the releases before it counted. */
export type ReleaseInput = {
  units: readonly BlockUnit[];
  relations: readonly CountRelation[];
  k: number;
  window: BlockWindow;
  earlier: readonly EarlierRelease[];
};

type Series = readonly number[];
/** A row of the table: a chapter, a region or the federation. */
type Line = { cell: Omit<PublishedCell, "measure">; series: Map<string, Series>; within: Line[] };
/** Cells that make a sum everybody may know, when it is shown. */
type Equation = { sum: Place; parts: Place[] };
type Place = { line: Line; measure: string };

const plus = (a: Series, b: Series): Series => a.map((n, i) => n + (b[i] ?? 0));
const minus = (a: Series, b: Series): Series => a.map((n, i) => n - (b[i] ?? 0));
const countIn = (series: Series, { from, to }: BlockWindow): number =>
  series.slice(Math.max(0, from), to + 1).reduce((sum, n) => sum + n, 0);

function lineOf(cell: Line["cell"], within: Line[], measures: readonly string[], length: number): Line {
  const none = Array.from({ length }, () => 0);
  const series = new Map(
    measures.map((m) => [m, within.reduce<Series>((sum, part) => plus(sum, part.series.get(m)!), none)]),
  );
  return { cell, series, within };
}

/** The federation's line, with its regions' and chapters' within. Chapters without a region stand beside the regions. */
function tableOf(units: readonly BlockUnit[], measures: readonly string[], length: number): Line {
  const none = Array.from({ length }, () => 0);
  const regions = new Map<string, Line[]>();
  const beside: Line[] = [];
  for (const { id, groupId, blocks } of units) {
    const line: Line = {
      cell: { level: "chapter", id },
      series: new Map(measures.map((m) => [m, blocks[m] ?? none])),
      within: [],
    };
    if (groupId === null) beside.push(line);
    else regions.set(groupId, [...(regions.get(groupId) ?? []), line]);
  }
  const groups = [...regions].map(([id, within]) => lineOf({ level: "group", id }, within, measures, length));
  return lineOf({ level: "total", id: "" }, [...groups, ...beside], measures, length);
}

const linesOf = (line: Line): Line[] => [line, ...line.within.flatMap(linesOf)];
const keyOf = ({ line: { cell }, measure }: Place): string => `${cell.level}/${cell.id}/${measure}`;

function rowIn(published: PublishedCounts, { level, id }: Line["cell"]): PublishedRow {
  if (level === "total") return published.total;
  return (level === "group" ? published.groups : published.chapters).get(id) ?? {};
}

function equationsOf(
  lines: readonly Line[],
  measures: readonly string[],
  relations: readonly CountRelation[],
): Equation[] {
  return lines.flatMap((line) => [
    ...(line.within.length === 0
      ? []
      : measures.map((measure): Equation => ({
          sum: { line, measure },
          parts: line.within.map((part) => ({ line: part, measure })),
        }))),
    ...relations.map(({ sum, parts }): Equation => ({
      sum: { line, measure: sum },
      parts: parts.map((measure) => ({ line, measure })),
    })),
  ]);
}

/**
 * The counts of a release as they may be published, when everybody may have kept the releases before it. What `publishCounts`
 * hides, and besides:
 * - every count whose windows, this and all earlier ones, would tell a stretch of blocks with 1 to k-1 persons, had each release shown it;
 * - so many others that the same holds for what is hidden under a shown sum, for everybody and for each chapter's board within.
 * That earlier releases showed all is more than was shown, so more is hidden than must be;
 * - so many others that no sum, shown now or before, places a part of it by what was really shown of the others.
 * Throws as `publishCounts` does.
 */
export function publishRelease({ units, relations, k, window, earlier }: ReleaseInput): PublishedCounts {
  const measures = [
    ...new Set([
      ...units.flatMap((unit) => Object.keys(unit.blocks)),
      ...relations.flatMap((r) => [r.sum, ...r.parts]),
    ]),
  ].sort();
  const length = Math.max(0, ...units.flatMap((unit) => Object.values(unit.blocks).map((series) => series.length)));
  const windows = [...earlier, window];
  const total = tableOf(units, measures, length);
  const lines = linesOf(total);
  const equations = equationsOf(lines, measures, relations);
  const tells = (series: Series): boolean =>
    earlier.length > 0 && series.some((n) => n < k) && tellsOverTime(series, windows, k);

  const series = new Map(
    lines.flatMap((line) => measures.map((measure) => [keyOf({ line, measure }), line.series.get(measure)!])),
  );
  const shownIn = ({ shown, ...before }: EarlierRelease, cell: PublishedCell): boolean => {
    if (shown) return shown(cell);
    const count = countIn(series.get(`${cell.level}/${cell.id}/${cell.measure}`)!, before);
    return count === 0 || count >= k;
  };

  const withheld = new Set<string>();
  for (const line of lines) {
    for (const [measure, series] of line.series) if (tells(series)) withheld.add(keyOf({ line, measure }));
  }
  const counted = units.map(({ id, groupId, blocks }) => ({
    id,
    groupId,
    counts: Object.fromEntries(Object.entries(blocks).map(([measure, series]) => [measure, countIn(series, window)])),
  }));
  for (;;) {
    const published = publishCounts({
      units: counted,
      relations,
      k,
      insiders: true,
      withheld: ({ level, id, measure }) => withheld.has(`${level}/${id}/${measure}`),
    });
    const readable = (release: EarlierRelease | null, { line: { cell }, measure }: Place): boolean => {
      if (release === null) return rowIn(published, cell)[measure] !== null;
      return shownIn(release, { ...cell, measure });
    };
    const more =
      earlier.length === 0
        ? []
        : equations.flatMap((equation) => {
            const next = nextIn(equation, published, window, tells);
            return next.length > 0 ? next : placedIn(equation, { window, earlier, k, readable });
          });
    if (more.length === 0) return published;
    for (const place of more) withheld.add(keyOf(place));
  }
}

/** The chapters behind some cells, each with what its board knows of them: its own counts. */
function boardsOf(places: readonly Place[]): Series[] {
  const own = new Map<Line, Series>();
  for (const { line, measure } of places) {
    for (const board of linesOf(line).filter((one) => one.cell.level === "chapter")) {
      const series = board.series.get(measure)!;
      own.set(board, own.has(board) ? plus(own.get(board)!, series) : series);
    }
  }
  return [...own.values()];
}

/** What must be withheld besides, where the hidden parts of a shown sum would be told over time. */
function nextIn(
  { sum, parts }: Equation,
  published: PublishedCounts,
  window: BlockWindow,
  tells: (series: Series) => boolean,
): Place[] {
  const isHidden = ({ line, measure }: Place): boolean => rowIn(published, line.cell)[measure] === null;
  const seriesOf = ({ line, measure }: Place): Series => line.series.get(measure)!;
  const smallest = (places: readonly Place[]): Place | undefined =>
    places.toSorted((a, b) => countIn(seriesOf(a), window) - countIn(seriesOf(b), window))[0];
  const areTold = (hidden: readonly Place[]): boolean => {
    if (hidden.length === 0) return false;
    const all = hidden.map(seriesOf).reduce(plus);
    return tells(all) || boardsOf(hidden).some((own) => tells(minus(all, own)));
  };
  if (isHidden(sum)) return [];
  const [hidden, shown] = [parts.filter(isHidden), parts.filter((part) => !isHidden(part))];
  if (areTold(hidden)) return [smallest(shown) ?? sum];
  // chapters that are shown in a region that is hidden can be taken away as well
  const within = hidden.flatMap((part): Place[] =>
    part.line === sum.line || part.line.within.length === 0
      ? [part]
      : part.line.within.map((line) => ({ line, measure: part.measure })),
  );
  const next = smallest(within.filter((place) => !isHidden(place)));
  return next && areTold(within.filter(isHidden)) ? [next] : [];
}

type Releases = {
  window: BlockWindow;
  earlier: readonly EarlierRelease[];
  k: number;
  /** whether a cell can be read in a release; null is this one */
  readable: (release: EarlierRelease | null, place: Place) => boolean;
};

/**
 * What must be withheld besides, where a sum that is or was shown would place one of the parts hidden under it, by what the
 * releases tell of each of the others.
 */
function placedIn({ sum, parts }: Equation, { window, earlier, k, readable }: Releases): Place[] {
  const seriesOf = ({ line, measure }: Place): Series => line.series.get(measure)!;
  const partOf = (place: Place, now: boolean): HiddenPart => ({
    series: seriesOf(place),
    shown: [
      ...earlier.filter((release) => readable(release, place)),
      ...(now && readable(null, place) ? [window] : []),
    ],
    boards: linesOf(place.line)
      .filter(({ cell }) => cell.level === "chapter")
      .map((line) => line.series.get(place.measure)!),
  });
  const smallest = (places: readonly Place[]): Place | undefined =>
    places.toSorted((a, b) => countIn(seriesOf(a), window) - countIn(seriesOf(b), window))[0];
  const shownNow = parts.filter((part) => readable(null, part));
  const hidden = parts.filter((part) => !readable(null, part));
  if (
    readable(null, sum) &&
    placesPart(
      hidden.map((part) => partOf(part, false)),
      window,
      k,
    )
  ) {
    return [smallest(shownNow) ?? sum];
  }
  for (const release of earlier) {
    if (!readable(release, sum)) continue;
    const then = parts.filter((part) => !readable(release, part));
    const found = then.filter((part) => readable(null, part));
    if (found.length === 0) continue;
    const told = (now: boolean): boolean =>
      placesPart(
        then.map((part) => partOf(part, now)),
        release,
        k,
      );
    // what was told before cannot be taken back
    if (told(true) && !told(false)) return [smallest(found)!];
  }
  return [];
}
