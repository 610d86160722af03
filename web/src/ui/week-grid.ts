/** Where lines are drawn across bars of at most so many: steps of 1, 2 or 5 that give two to four lines. */
export function gridOf(most: number): number[] {
  const rough = Math.max(1, most / 3);
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((one) => one * power).find((one) => one >= rough) ?? rough;
  return Array.from({ length: Math.ceil(most / step) }, (_, i) => (i + 1) * step);
}

/** 14 of `2026-W14`. */
export const weekNumber = (week: string): string => String(Number(week.slice(6)));

/** The weeks that are named under the bars: the first of a year and each quarter's. */
export const isNamed = (week: string, at: number): boolean =>
  weekNumber(week) === "1" || (at > 0 && ["13", "26", "39", "52"].includes(weekNumber(week)));
