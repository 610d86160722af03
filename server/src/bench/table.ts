import type { Figures } from "./closed-loop.js";

/** A figure that is a number is seconds of one act, unless its name says otherwise. */
export type BenchResult = { ratios: Record<string, number>; figures: Record<string, Figures | number> };

const NAMES: Record<string, string> = {
  list: "The board's list, 50 rows",
  floor: "The same page, node:http + pg",
  submit: "A report submitted",
  comparisonSmall: "The region's comparison, 3 000",
  comparisonLarge: "The region's comparison, 300 000",
  rolloutSeconds: "Rolled out: 1 000 chapters, 12 each",
  rolloutFloorSeconds: "The same rows by one plain insert",
  liftSeconds: "The same 12 000 lifted to a next version",
  simulationSeconds: "A simulation over 200 000 members",
  simulationFloorSeconds: "The same members counted by SQL",
  importRowsPerSecond: "Members imported a second, of 100 000",
  importAgainSeconds: "The same file read and compared again",
  importPeakMiB: "The server's most memory meanwhile, MiB",
  triggerSeconds: "30 triggers of 100 000 members, first time",
  triggerNightSeconds: "The same, the night after",
  firstVisitSeconds: "A slow phone's first visit shows the list",
  repeatVisitSeconds: "The same phone again",
  floorVisitSeconds: "The same page as plain HTML, first visit",
  floorRepeatSeconds: "The same page as plain HTML, again",
  layoutShift: "What moved by itself meanwhile (CLS)",
  tapMilliseconds: "The slowest tap's answer, ms",
  firstVisitVsFloor: "The first visit against plain HTML",
  repeatVisitVsFloor: "The repeat visit against plain HTML",
  triggerGrowth: "The same a member, against 10 000",
  rolloutVsFloor: "The roll-out against the plain insert",
  simulationVsFloor: "The simulation against the plain count",
  listVsFloor: "The list's throughput against the floor",
  comparisonGrowth: "The comparison's p50, 300 000 against 3 000",
};

const line = (...cells: string[]): string =>
  [cells[0]!.padEnd(46), ...cells.slice(1).map((cell) => cell.padStart(10))].join("");

/** The result as a table a person reads. */
export function tableOf({ figures, ratios }: BenchResult): string {
  const rates = Object.entries(figures).flatMap(([key, figure]) =>
    typeof figure === "number" ? [] : [{ key, ...figure }],
  );
  const acts = Object.entries(figures).flatMap(([key, figure]) =>
    typeof figure === "number" ? [{ key, figure }] : [],
  );
  return [
    line("", "p50 ms", "p95 ms", "per s"),
    ...rates.map(({ key, p50, p95, perSecond }) =>
      line(NAMES[key] ?? key, p50.toFixed(2), p95.toFixed(2), String(perSecond)),
    ),
    "",
    ...(acts.length > 0 ? [line("", "seconds or as named")] : []),
    ...acts.map(({ key, figure }) => line(NAMES[key] ?? key, figure.toFixed(3))),
    "",
    ...Object.entries(ratios).map(([key, value]) => line(NAMES[key] ?? key, value.toFixed(2))),
    "",
  ].join("\n");
}
