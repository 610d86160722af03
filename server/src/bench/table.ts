import type { Figures } from "./closed-loop.js";

export type BenchResult = { ratios: Record<string, number>; figures: Record<string, Figures> };

const NAMES: Record<string, string> = {
  list: "The board's list, 50 rows",
  floor: "The same page, node:http + pg",
  submit: "A report submitted",
  comparisonSmall: "The region's comparison, 3 000",
  comparisonLarge: "The region's comparison, 300 000",
  listVsFloor: "The list's throughput against the floor",
  comparisonGrowth: "The comparison's p50, 300 000 against 3 000",
};

const line = (...cells: string[]): string =>
  [cells[0]!.padEnd(46), ...cells.slice(1).map((cell) => cell.padStart(10))].join("");

/** The result as a table a person reads. */
export function tableOf({ figures, ratios }: BenchResult): string {
  return [
    line("", "p50 ms", "p95 ms", "per s"),
    ...Object.entries(figures).map(([key, { p50, p95, perSecond }]) =>
      line(NAMES[key] ?? key, p50.toFixed(2), p95.toFixed(2), String(perSecond)),
    ),
    "",
    ...Object.entries(ratios).map(([key, value]) => line(NAMES[key] ?? key, value.toFixed(2))),
    "",
  ].join("\n");
}
