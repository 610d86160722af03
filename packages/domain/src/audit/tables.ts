/**
 * What a reader can work out of published counts: the possible values of each unknown count, by linear programming.
 * Knows nothing of how counts were chosen to be hidden, and shares no code with the part that chose. Only tests use it.
 * What it calls possible it has seen: every bound that clears a count is a table of whole numbers, checked in whole numbers
 * against all that is known. What it calls impossible rests on the solver, and is reported, so an error there is a false alarm.
 */
import { solve } from "yalps";

/** In every case the counts of `parts` make the count of `sum`. */
export type Sum = { sum: string; parts: readonly string[] };
/** `part` is never more than `whole`. */
export type AtMost = { part: string; whole: string };

/** What somebody knows. Every count is a whole number from 0; a cell that is not in `known` is unknown. */
export type Knowledge = { sums: readonly Sum[]; atMost: readonly AtMost[]; known: ReadonlyMap<string, number> };

/** Every value that a cell may have lies from `low` to `high`; `high` is cut at `low` + the width asked about. */
export type Range = { cell: string; low: number; high: number };

/** Thrown when the solver gives up: nothing is found out of what was asked. */
export class UndecidedError extends Error {}

type Term = readonly [variable: number, factor: number];
/** The terms make exactly `right`, or at most that. */
type Rule = { terms: readonly Term[]; right: number; exact: boolean };
type Table = ReadonlyMap<number, number>;

/** Thrown when no table of whole numbers agrees with what is said to be known. */
export class ContradictionError extends Error {}

function rulesOf({ sums, atMost }: Knowledge, number: (cell: string) => number): Rule[] {
  return [
    ...sums.map(({ sum, parts }) => ({
      terms: [[number(sum), -1] as const, ...parts.map((part) => [number(part), 1] as const)],
      right: 0,
      exact: true,
    })),
    // what is left of the whole is a count too, and has no name
    ...atMost.map(({ part, whole }) => ({
      terms: [[number(part), 1] as const, [number(whole), -1] as const],
      right: 0,
      exact: false,
    })),
  ];
}

/** The rules with what is known put in; a lone unknown is then known, and so are unknowns that make 0 together. */
function reduced(rules: readonly Rule[], known: Map<number, number>): Rule[] {
  for (let left = rules; ;) {
    const before = known.size;
    const next: Rule[] = [];
    for (const { terms, right, exact } of left) {
      const open = terms.filter(([v]) => !known.has(v));
      const rest = terms.reduce((sum, [v, factor]) => sum - factor * (known.get(v) ?? 0), right);
      const [only] = open;
      if (!only) {
        if (exact ? rest !== 0 : rest < 0) throw new ContradictionError("what is known does not add up");
      } else if (exact && open.length === 1) {
        const value = rest / only[1];
        if (!Number.isInteger(value) || value < 0) throw new ContradictionError("a count would not be a whole number");
        known.set(only[0], value);
      } else if (rest === 0 && open.every(([, factor]) => factor > 0)) {
        for (const [v] of open) known.set(v, 0);
      } else {
        next.push({ terms: open, right: rest, exact });
      }
    }
    if (known.size === before) return next;
    left = next;
  }
}

/** Rules that share no unknown tell nothing of each other. */
function islandsOf(rules: readonly Rule[]): Rule[][] {
  const parent = new Map<number, number>();
  const root = (v: number): number => {
    let at = v;
    for (let up = parent.get(at); up !== undefined && up !== at; up = parent.get(at)) at = up;
    parent.set(v, at);
    return at;
  };
  for (const { terms } of rules) for (const [v] of terms) parent.set(root(v), root(terms[0]![0]));
  const islands = new Map<number, Rule[]>();
  for (const rule of rules) {
    const at = root(rule.terms[0]![0]);
    islands.set(at, [...(islands.get(at) ?? []), rule]);
  }
  return [...islands.values()];
}

const agrees = (table: Table, rules: readonly Rule[]): boolean =>
  rules.every(({ terms, right, exact }) => {
    const made = terms.reduce((sum, [v, factor]) => sum + factor * (table.get(v) ?? 0), 0);
    return exact ? made === right : made <= right;
  });

type Problem = {
  direction: "minimize" | "maximize";
  objective: string;
  constraints: [string, { equal: number } | { max: number }][];
  variables: (readonly [string, [string, number][]])[];
  integers: boolean;
};

/** Far more than these tables need. */
const MOST_PIVOTS = 4000;

/** The simplex method can go in circles where much is tied; in another order it seldom does. */
function solved(problem: Problem) {
  const orders = [problem.variables, problem.variables.toReversed()];
  for (const variables of orders) {
    const found = solve({ ...problem, variables }, { includeZeroVariables: true, maxPivots: MOST_PIVOTS });
    if (found.status !== "cycled") return found;
  }
  throw new UndecidedError("the solver goes in circles");
}

/** An extreme table of one island: the smallest or the largest `variable`, no larger than `cap`. Null when there is none. */
function extreme(
  rules: readonly Rule[],
  variable: number,
  direction: "minimize" | "maximize",
  cap: number,
): { bound: number; table: Table | null } | null {
  const columns = new Map<number, [string, number][]>();
  const constraints: [string, { equal: number } | { max: number }][] = rules.map((rule, i) => {
    for (const [v, factor] of rule.terms) columns.set(v, [...(columns.get(v) ?? []), [`r${i}`, factor]]);
    return [`r${i}`, rule.exact ? { equal: rule.right } : { max: rule.right }];
  });
  columns.get(variable)?.push(["aim", 1], ["cap", 1]);
  constraints.push(["cap", { max: cap }]);
  const variables = [...columns].map(([v, of]) => [String(v), of] as const);
  for (const integers of [false, true]) {
    const found = solved({ direction, objective: "aim", constraints, variables, integers });
    if (found.status !== "optimal") return null;
    const table = new Map(found.variables.map(([v, n]) => [Number(v), Math.round(n)]));
    const whole = [...table.values()].every((n) => n >= 0) && agrees(table, rules);
    if (whole) return { bound: table.get(variable) ?? 0, table };
    if (integers) return { bound: found.result, table: null };
  }
  return null;
}

/** How often many unknowns are moved at once before each is asked about alone. */
const SWEEPS = 6;

/** One table in which as many of `moved` as possible are far from where they were: half of them small, half large. */
function swept(rules: readonly Rule[], moved: readonly { v: number; cap: number }[], sweep: number): Table | null {
  const columns = new Map<number, [string, number][]>();
  const constraints: [string, { equal: number } | { max: number }][] = rules.map((rule, i) => {
    for (const [v, factor] of rule.terms) columns.set(v, [...(columns.get(v) ?? []), [`r${i}`, factor]]);
    return [`r${i}`, rule.exact ? { equal: rule.right } : { max: rule.right }];
  });
  for (const [i, { v, cap }] of moved.entries()) {
    const isUp = ((i >> (sweep >> 1)) + sweep) % 2 === 0;
    columns.get(v)?.push(["aim", isUp ? 1 : -1], [`cap${v}`, 1]);
    constraints.push([`cap${v}`, { max: cap }]);
  }
  const variables = [...columns].map(([v, of]) => [String(v), of] as const);
  const found = solve(
    { direction: "maximize", objective: "aim", constraints, variables },
    { includeZeroVariables: true },
  );
  if (found.status !== "optimal") return null;
  const table = new Map(found.variables.map(([v, n]) => [Number(v), Math.round(n)]));
  return [...table.values()].every((n) => n >= 0) && agrees(table, rules) ? table : null;
}

type Bounds = { low: number; high: number };
const boundsIn = (pool: readonly Table[], v: number): Bounds => {
  const values = pool.map((table) => table.get(v) ?? 0);
  return { low: Math.min(...values), high: Math.max(...values) };
};

/** Finds the cells of an island that are not seen to be `width` wide; adds every table it meets to `pool`. */
function narrowIn(rules: readonly Rule[], pool: Table[], width: number, skip: ReadonlySet<number>) {
  const narrow: (Bounds & { v: number })[] = [];
  const unknown = [...new Set(rules.flatMap(({ terms }) => terms.map(([one]) => one)))].filter((v) => !skip.has(v));
  for (let sweep = 0; sweep < SWEEPS && pool.length > 0; sweep++) {
    const moved = unknown.flatMap((v) => {
      const { low, high } = boundsIn(pool, v);
      return high - low >= width ? [] : [{ v, cap: low + 2 * width }];
    });
    const table = moved.length > 2 ? swept(rules, moved, sweep) : null;
    if (!table) break;
    pool.push(table);
  }
  for (const v of unknown) {
    const seen = boundsIn(pool, v);
    if (pool.length > 0 && seen.high - seen.low >= width) continue;
    const least = extreme(rules, v, "minimize", Number.MAX_SAFE_INTEGER);
    if (!least) throw new ContradictionError("no table agrees with what is known");
    if (least.table) pool.push(least.table);
    const most = extreme(rules, v, "maximize", Math.ceil(least.bound) + width);
    if (most?.table) pool.push(most.table);
    const now = boundsIn(pool, v);
    if (now.high - now.low < width) narrow.push({ v, ...now });
  }
  return narrow;
}

export type AuditOptions = {
  /** how far apart the possible values of an unknown count must lie */
  width: number;
  /** the true counts, if the auditor has them: they only save time, and must agree with what is known */
  truth?: ReadonlyMap<string, number>;
  /** by name; each is heard alone. Needs `truth` */
  insiders?: ReadonlyMap<string, Insider>;
};

/** `cells`: the counts somebody knows besides. `own`: cells that tell of nobody else. `within`: the own cell that is part of a larger one. */
export type Insider = {
  cells: ReadonlySet<string>;
  own: ReadonlySet<string>;
  within: ReadonlyMap<string, string>;
};

/** For an insider, `low` and `high` of a larger cell are what is left of it for the others. */
export type Narrow = Range & { insider: string | null };

/**
 * The unknown counts that somebody can place closer than `width`: whoever knows what is known, and each insider who knows
 * more. A count that is solved has low = high. Throws `ContradictionError` when what is known cannot be true.
 */
export function narrowCells(knowledge: Knowledge, { width, truth, insiders }: AuditOptions): Narrow[] {
  const names: string[] = [];
  const numbers = new Map<string, number>();
  const number = (cell: string): number => {
    const old = numbers.get(cell);
    if (old !== undefined) return old;
    numbers.set(cell, names.length);
    return names.push(cell) - 1;
  };
  const known = new Map<number, number>();
  for (const [cell, value] of knowledge.known) known.set(number(cell), value);
  const given = new Set(known.keys());
  const rules = reduced(rulesOf(knowledge, number), known);
  const found: Narrow[] = [...known]
    .filter(([v]) => !given.has(v))
    .map(([v, n]) => ({ cell: names[v]!, low: n, high: n, insider: null }));
  const report = (insider: string | null, cells: readonly (Bounds & { v: number })[]) => {
    for (const { v, low, high } of cells) {
      const cell = names[v]!;
      const part = insider === null ? undefined : insiders?.get(insider)?.within.get(cell);
      const own = part === undefined ? 0 : (truth?.get(part) ?? 0);
      found.push({ cell, low: low - own, high: high - own, insider });
    }
  };
  for (const island of islandsOf(rules)) {
    const pool: Table[] = [];
    const variables = new Set(island.flatMap(({ terms }) => terms.map(([v]) => v)));
    if (truth) {
      const table = new Map([...variables].map((v) => [v, truth.get(names[v]!) ?? 0]));
      if (!agrees(table, island)) throw new ContradictionError("the truth does not agree with what is published");
      pool.push(table);
    }
    const open = narrowIn(island, pool, width, new Set());
    report(null, open);
    const toldAlready = new Set(open.map(({ v }) => v));
    for (const [name, { cells, own }] of insiders ?? []) {
      const inside = [...cells].map(number).filter((v) => variables.has(v));
      if (inside.length === 0 || !truth) continue;
      const more = new Map(inside.map((v) => [v, truth.get(names[v]!) ?? 0]));
      const shared = pool.filter((table) => inside.every((v) => table.get(v) === more.get(v)));
      const mine = new Set([...own].map(number));
      const rest = reduced(island, more);
      const solved = [...more].filter(([v]) => !cells.has(names[v]!) && !mine.has(v) && !toldAlready.has(v));
      report(
        name,
        solved.map(([v, n]) => ({ v, low: n, high: n })),
      );
      for (const part of islandsOf(rest)) {
        report(name, narrowIn(part, [...shared], width, new Set([...mine, ...toldAlready])));
      }
    }
  }
  return found;
}
