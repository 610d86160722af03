import type { RawUnit, ReleaseWindow } from "./release.js";

/** A template's first release, of one quarter. */
export const FIRST_RELEASE: ReleaseWindow = { window: { from: 0, to: 0 }, earlier: [] };

/** A chapter whose counts are all of that quarter. */
export function unitOf(id: string, regionId: string | null, counts: Readonly<Record<string, number>>): RawUnit {
  const { OPEN = 0, OVERDUE = 0, ...settled } = counts;
  const quarters = Object.fromEntries(Object.entries(settled).map(([measure, n]) => [measure, [n]]));
  return { id, regionId, quarters, open: { OPEN, OVERDUE } };
}
