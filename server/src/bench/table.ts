import type { Measured } from "./read-bench.js";

/** A figure that is a number is seconds of one act, unless its name says otherwise. */
export type BenchResult = { ratios: Record<string, number>; figures: Record<string, Measured | number> };

const NAMES: Record<string, string> = {
  list: "The board's list, 50 rows",
  listPostgraphile: "The same by PostGraphile",
  listFloor: "The same page, node:http + pg",
  open: "A task opened",
  openPostgraphile: "The same by PostGraphile",
  memberSearch: "Members found by name",
  memberSearchPostgraphile: "The same by PostGraphile",
  submit: "A report submitted",
  submitPostgraphile: "The same by PostGraphile's function",
  submitPlainUpdate: "PostGraphile's update of the row alone",
  comparisonLarge: "A region's comparison, large",
  comparisonSmall: "The same, a hundredth of the history",
  comparisonFew: "The same, a hundredth of the chapters",
  dashboardLarge: "National's dashboard, large",
  dashboardSmall: "The same, a hundredth of the history",
  dashboardFew: "The same, a hundredth of the chapters",
  dashboardMoreLarge: "What national's page asks next, large",
  dashboardMoreSmall: "The same, a hundredth of the history",
  dashboardMoreFew: "The same, a hundredth of the chapters",
  memberSearchLarge: "Members found by one at a time, large",
  memberSearchSmall: "The same, a hundredth of the members",
  memberSearchFew: "The same, a hundredth of the chapters",
  loadLargeSeconds: "The large federation loaded and checked",
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
  surveyOpen: "A survey's form opened, 500 at once",
  surveyOpenFloor: "A page as long, node:http + pg",
  surveySend: "The form sent, 500 at once",
  surveySendFloor: "The same by node:http + pg",
  surveyFormsCounted: "Forms counted, of 1 500",
  surveyFormsCountedWhenKilled: "The same, the server killed on the way",
  surveyCountSeconds: "All of them counted by the job",
  surveyOpenVsFloor: "Form opened p99, against the floor",
  surveySendVsFloor: "Form sent p99, against the floor",
  layoutShift: "What moved by itself meanwhile (CLS)",
  tapMilliseconds: "The slowest tap's answer, ms",
  firstVisitVsFloor: "The first visit against plain HTML",
  repeatVisitVsFloor: "The repeat visit against plain HTML",
  triggerGrowth: "The same a member, against 10 000",
  rolloutVsFloor: "The roll-out against the plain insert",
  simulationVsFloor: "The simulation against the plain count",
  listVsPostgraphile: "The list against PostGraphile (at least 1.5)",
  listVsFloor: "The list against the floor (at least 0.5)",
  openVsPostgraphile: "A task opened against PostGraphile",
  memberSearchVsPostgraphile: "Members found against PostGraphile",
  submitVsPostgraphile: "A report against PostGraphile (at least 1)",
  submitVsPlainUpdate: "A report against its plain update",
  comparisonGrowth: "Comparison p50, large against small (1.3)",
  comparisonGrowthWithChapters: "Comparison p50, all chapters against few",
  dashboardGrowth: "Dashboard p50, large against small (1.3)",
  dashboardGrowthWithChapters: "Dashboard p50, all chapters against few",
  dashboardMoreGrowth: "What is asked next, large against small",
  dashboardMoreGrowthWithChapters: "What is asked next, all against few",
  memberSearchGrowth: "Member search p50, large against small",
  memberSearchGrowthWithChapters: "Member search p50, all against few",
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
    line("", "p50 ms", "p99 ms", "per s", "SQL", "bytes"),
    ...rates.map(({ key, p50, p99, perSecond, statements, bytes }) =>
      line(
        NAMES[key] ?? key,
        p50.toFixed(2),
        p99.toFixed(2),
        perSecond.toFixed(0),
        statements === undefined ? "" : String(statements),
        String(bytes),
      ),
    ),
    "",
    ...(acts.length > 0 ? [line("", "seconds or as named")] : []),
    ...acts.map(({ key, figure }) => line(NAMES[key] ?? key, figure.toFixed(3))),
    "",
    ...Object.entries(ratios).map(([key, value]) => line(NAMES[key] ?? key, value.toFixed(2))),
    "",
  ].join("\n");
}
