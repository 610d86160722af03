/**
 * Counts of persons published above the chapter: small ones are hidden, and so many others that no hidden one can be computed.
 * Source: design rules «privacy» (1-4 hidden, k = 5); SSB's practice of complementary suppression; an exact audit of every hidden cell.
 */
import { SuppressionNetwork } from "./suppression-network.js";
import type { Arc } from "./suppression-network.js";

/** How a hidden count is written. */
export const HIDDEN_MARK = ":";
/** The smallest k an organisation may set. */
export const MIN_K = 3;

/** A chapter with its exact counts by measure. `groupId` is its region, null when it has none. A missing measure is 0. */
export type CountedUnit = { id: string; groupId: string | null; counts: Readonly<Record<string, number>> };

/** In every unit the counts of `parts` make the count of `sum`. A measure may stand in one relation only. */
export type CountRelation = { sum: string; parts: readonly string[] };

/** A cell of a published table: a measure of a chapter, a region (`group`) or the federation (`total`, whose id is empty). */
export type PublishedCell = { level: "chapter" | "group" | "total"; id: string; measure: string };

/**
 * `k`: counts of 1 to k-1 are hidden. `insiders`: protect each chapter's hidden counts also from every other chapter's board,
 * which knows its own exact counts; hides more. `withheld`: cells to hide whatever their count.
 */
export type PublishInput = {
  units: readonly CountedUnit[];
  relations: readonly CountRelation[];
  k: number;
  insiders?: boolean;
  withheld?: (cell: PublishedCell) => boolean;
};

/** Counts by measure; null is hidden. */
export type PublishedRow = Record<string, number | null>;
export type PublishedCounts = {
  chapters: Map<string, PublishedRow>;
  groups: Map<string, PublishedRow>;
  total: PublishedRow;
};

/** Losing a region costs more than losing all its chapters, losing the federation more than all regions; a sum more than a part. */
const LEVEL_COST = { chapter: 1, group: 1e4, total: 1e8 } as const;
const SUM_COST = 1.5;

type Level = PublishedCell["level"];
type Row = {
  level: Level;
  id: string;
  parent: Row | null;
  index: number;
  counts: Map<string, number>;
  published: PublishedRow;
};
type Table = { chapters: Row[]; groups: Row[]; total: Row; byChapter: Map<string, Row>; byGroup: Map<string, Row> };

function newRow(level: Level, id: string, parent: Row | null, index: number): Row {
  return { level, id, parent, index, counts: new Map(), published: Object.create(null) as PublishedRow };
}

function byId(a: { id: string }, b: { id: string }): number {
  return a.id < b.id ? -1 : 1;
}

/** Chapters, regions and the federation with their counts; in the order of ids, so that the order of the input decides nothing. */
function tableOf(units: readonly CountedUnit[], measures: readonly string[]): Table {
  const total = newRow("total", "", null, 0);
  const byChapter = new Map<string, Row>();
  const byGroup = new Map<string, Row>();
  for (const unit of [...units].sort(byId)) {
    if (byChapter.has(unit.id)) throw new RangeError(`Counted twice: ${unit.id}`);
    let parent = total;
    if (unit.groupId !== null) {
      parent = byGroup.get(unit.groupId) ?? newRow("group", unit.groupId, total, byGroup.size);
      byGroup.set(unit.groupId, parent);
    }
    const chapter = newRow("chapter", unit.id, parent, byChapter.size);
    byChapter.set(unit.id, chapter);
    for (const measure of measures) {
      const count = Object.hasOwn(unit.counts, measure) ? unit.counts[measure] : 0;
      if (count === undefined || !Number.isSafeInteger(count) || count < 0) {
        throw new RangeError(`Not a count: ${unit.id} ${measure}`);
      }
      for (let row: Row | null = chapter; row; row = row.parent) {
        row.counts.set(measure, (row.counts.get(measure) ?? 0) + count);
      }
    }
  }
  return { chapters: [...byChapter.values()], groups: [...byGroup.values()], total, byChapter, byGroup };
}

function measuresOf(units: readonly CountedUnit[], relations: readonly CountRelation[]): string[] {
  const measures = new Set<string>();
  for (const { counts } of units) for (const measure of Object.keys(counts)) measures.add(measure);
  for (const { sum, parts } of relations) for (const measure of [sum, ...parts]) measures.add(measure);
  return [...measures].sort();
}

/** Every relation, and every measure that stands alone, is a table of its own. */
function tablesOf(measures: readonly string[], relations: readonly CountRelation[]): CountRelation[] {
  const related = relations.flatMap(({ sum, parts }) => [sum, ...parts]);
  if (new Set(related).size !== related.length) throw new RangeError("A measure stands in more than one relation");
  return [...relations, ...measures.filter((m) => !related.includes(m)).map((sum) => ({ sum, parts: [] }))];
}

function checkRelation(table: Table, { sum, parts }: CountRelation): void {
  if (parts.length === 0) return;
  for (const [id, { counts }] of table.byChapter) {
    const made = parts.reduce((total, part) => total + (counts.get(part) ?? 0), 0);
    if (made !== counts.get(sum)) throw new RangeError(`The parts do not make ${sum}: ${id}`);
  }
}

type Cell = { row: Row; measure: string };
type Withheld = NonNullable<PublishInput["withheld"]>;

/**
 * The network of one relation. Parts flow from the chapter through its region and the federation to the hub, the sum flows back:
 * at a chapter parts = sum, at a region and at the federation chapters = region. That parts = sum there too follows.
 */
function networkOf(table: Table, { sum, parts }: CountRelation, k: number, withheld: Withheld) {
  const hub = 0;
  const chapterNode = (row: Row) => (parts.length > 0 ? 1 + row.index : hub);
  const firstSumNode = 1 + (parts.length > 0 ? table.chapters.length : 0);
  const perMeasure = table.groups.length + 1;
  const rows = [...table.chapters, ...table.groups, table.total];
  const largest = Math.max(1, table.total.counts.get(sum) ?? 0);
  const arcs: Arc[] = [];
  const cells: Cell[] = [];
  for (const [m, measure] of [sum, ...parts].entries()) {
    const sumNode = (row: Row) =>
      firstSumNode + m * perMeasure + (row.level === "total" ? table.groups.length : row.index);
    for (const row of rows) {
      const value = row.counts.get(measure) ?? 0;
      const lower = row.level === "chapter" ? chapterNode(row) : sumNode(row);
      const upper = row.parent ? sumNode(row.parent) : hub;
      const [from, to] = m === 0 && parts.length > 0 ? [upper, lower] : [lower, upper];
      const cost = LEVEL_COST[row.level] * ((m === 0 ? SUM_COST : 1) + value / (largest + 1));
      const hidden = (value > 0 && value < k) || withheld({ level: row.level, id: row.id, measure });
      arcs.push({ from, to, value, cost, hidden });
      cells.push({ row, measure });
    }
  }
  const nodes = firstSumNode + (parts.length + 1) * perMeasure;
  return { network: new SuppressionNetwork(nodes, arcs, k), arcs, cells };
}

type Strictness = { k: number; insiders: boolean; withheld: Withheld };

function publishTable(table: Table, relation: CountRelation, { k, insiders, withheld }: Strictness): void {
  checkRelation(table, relation);
  const { network, arcs, cells } = networkOf(table, relation, k, withheld);
  const queue: number[] = [];
  for (const [i, arc] of arcs.entries()) if (arc.hidden) queue.push(i);
  const hide = (i: number) => {
    const arc = arcs[i];
    if (arc) arc.hidden = true;
    queue.push(i);
  };
  const cellsOf = new Map<Row, Set<number>>();
  for (const [i, { row }] of cells.entries()) cellsOf.set(row, (cellsOf.get(row) ?? new Set()).add(i));
  const nobody: ReadonlySet<number> = new Set();
  for (const i of queue) {
    const own = cells[i]?.row;
    const used = network.protect(i, nobody, hide);
    if (!insiders) continue;
    // Only a board whose cells the proof leans on can spoil it.
    const boards = new Set([...used].map((other) => cells[other]?.row).filter((row) => row?.level === "chapter"));
    for (const board of boards) if (board && board !== own) network.protect(i, cellsOf.get(board) ?? nobody, hide);
  }
  for (const [i, { row, measure }] of cells.entries()) {
    const arc = arcs[i];
    row.published[measure] = !arc || arc.hidden ? null : arc.value;
  }
}

function publishedOf(rows: ReadonlyMap<string, Row>): Map<string, PublishedRow> {
  return new Map([...rows].map(([id, row]) => [id, row.published]));
}

/**
 * The counts as they may be published for chapters, regions and the federation.
 * - 1 to k-1 is hidden at every level; regions and the federation still count what is hidden. A 0 is shown unless it is needed
 *   to hide another, so a hidden cell may be 0.
 * - Further cells are hidden until, for someone who knows all published cells, that chapters make regions, that regions make the
 *   federation and that parts make sums, the possible values of every hidden cell reach at least k apart.
 *   So every equation holds no hidden cell or at least two, and a region with one chapter is hidden with it.
 * - Chapters are hidden before regions, regions before the federation, small before large. The same input gives the same output
 *   in whatever order the units come.
 * Throws `RangeError` for counts that are no whole numbers from 0, parts that do not make their sum, a measure in two relations,
 * and k below 3. Measures that are bound by more than the declared relations (one a share of another) must not be published together.
 */
export function publishCounts(input: PublishInput): PublishedCounts {
  const { units, relations, k, insiders = false, withheld = () => false } = input;
  if (!Number.isInteger(k) || k < MIN_K) throw new RangeError(`k must be a whole number from ${MIN_K}`);
  const measures = measuresOf(units, relations);
  const table = tableOf(units, measures);
  for (const relation of tablesOf(measures, relations)) publishTable(table, relation, { k, insiders, withheld });
  return { chapters: publishedOf(table.byChapter), groups: publishedOf(table.byGroup), total: table.total.published };
}
