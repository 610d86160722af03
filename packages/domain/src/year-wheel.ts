import { daysBetween } from "./calendar.js";
import type { LocalDate } from "./calendar.js";

export const YEAR_ENTRY_KINDS = [
  "ANNUAL_MEETING",
  "NOTICE",
  "PAPERS",
  "MEETING",
  "TASK",
  "PLAN",
  "REPORT",
  "GRANT",
  "DAY",
  "HOLIDAY",
] as const;
export type YearEntryKind = (typeof YEAR_ENTRY_KINDS)[number];
/** `COMING` not begun, `OPEN` can be done now, `DONE`, `LATE` past its day and not done, `PAST` a day that has been. */
export const YEAR_STATES = ["COMING", "OPEN", "DONE", "LATE", "PAST"] as const;
export type YearState = (typeof YEAR_STATES)[number];

export type WheelEntry = { key: string; kind: YearEntryKind; on: LocalDate; until?: LocalDate | null };
/** An arc on a lane, counted from the outside; angles are degrees from 1 January, clockwise. */
export type WheelArc = { key: string; lane: number; from: number; to: number };
export type WheelPoint = { key: string; kind: Exclude<YearEntryKind, "HOLIDAY">; lane: number; angle: number };
export type Wheel = { holidays: WheelArc[]; arcs: WheelArc[]; points: WheelPoint[] };

/** The wheel's own measures, of a circle around (0, 0). */
export const WHEEL = {
  radius: 138,
  holiday: { radius: 133, width: 8 },
  lanes: [119, 105, 91],
  laneWidth: 9,
  points: [75, 61],
  centre: 48,
  months: 154,
} as const;

const firstDay = (year: number): LocalDate => `${year}-01-01`;
const daysIn = (year: number): number => daysBetween(firstDay(year), firstDay(year + 1));

/** Where a day's morning is on the wheel, 0-360; days outside the year are at its ends. */
export const dayAngle = (day: LocalDate, year: number): number =>
  (Math.min(Math.max(daysBetween(firstDay(year), day), 0), daysIn(year)) / daysIn(year)) * 360;

/** Degrees between two on one lane. An arc has round ends that reach out over its days. */
const APART = { arc: 6, point: 11 };
/** A range so short that it is drawn as if it were this long. */
const SHORTEST = 3;

/** The lane where the last one ended earliest, the outermost of those that have room. */
function laneFor(ends: number[], from: number, apart: number): number {
  const free = ends.findIndex((end) => end + apart <= from);
  return free >= 0 ? free : ends.indexOf(Math.min(...ends));
}

/**
 * Places the entries of a year on the wheel: holidays at the rim, what lasts as arcs on lanes, what is one day as marks further in. Two that
 * would lie on each other are put on different lanes while there are lanes. The order of `entries` with the same day is kept.
 */
export function layoutWheel(entries: readonly WheelEntry[], year: number): Wheel {
  const span = ({ on, until }: WheelEntry): { from: number; to: number } => {
    const from = dayAngle(on, year);
    return { from, to: Math.max(dayAngle(until ?? on, year) + 360 / daysIn(year), from + SHORTEST) };
  };
  const inYear = ({ on, until }: WheelEntry): boolean => on < firstDay(year + 1) && (until ?? on) >= firstDay(year);
  const sorted = entries.filter(inYear).toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
  const wheel: Wheel = { holidays: [], arcs: [], points: [] };
  const arcEnds = WHEEL.lanes.map(() => -APART.arc);
  const pointEnds = [-APART.point, -APART.point];
  for (const entry of sorted) {
    const { key, kind } = entry;
    if (kind === "HOLIDAY") {
      wheel.holidays.push({ key, lane: 0, ...span(entry) });
    } else if (entry.until && entry.until > entry.on) {
      const { from, to } = span(entry);
      const lane = laneFor(arcEnds, from, APART.arc);
      arcEnds[lane] = Math.max(arcEnds[lane]!, to);
      wheel.arcs.push({ key, lane, from, to });
    } else {
      const angle = dayAngle(entry.on, year) + 180 / daysIn(year);
      const lane = laneFor(pointEnds, angle, APART.point);
      pointEnds[lane] = Math.max(pointEnds[lane]!, angle);
      wheel.points.push({ key, kind, lane, angle });
    }
  }
  return wheel;
}

/** The place at an angle and a distance from the middle; y goes down. */
export function onWheel(angle: number, radius: number): { x: number; y: number } {
  const turned = ((angle - 90) * Math.PI) / 180;
  return { x: radius * Math.cos(turned), y: radius * Math.sin(turned) };
}

const r = (n: number): string => String(Math.round(n * 100) / 100);
const at = (angle: number, radius: number): string => {
  const { x, y } = onWheel(angle, radius);
  return `${r(x)},${r(y)}`;
};

/** A band with round ends between two angles, as a path. `radius` is its middle. */
export function arcPath(from: number, to: number, radius: number, width: number): string {
  const [outer, inner, half] = [radius + width / 2, radius - width / 2, width / 2];
  const large = to - from > 180 ? 1 : 0;
  return (
    `M${at(from, outer)} A${r(outer)},${r(outer)} 0 ${large},1 ${at(to, outer)} A${r(half)},${r(half)} 0 0,1 ${at(to, inner)} ` +
    `A${r(inner)},${r(inner)} 0 ${large},0 ${at(from, inner)} A${r(half)},${r(half)} 0 0,1 ${at(from, outer)} Z`
  );
}

/** The shapes of one-day entries around (0, 0): told apart without colour. */
export const WHEEL_MARKS: Readonly<Record<Exclude<YearEntryKind, "HOLIDAY">, string>> = {
  // a star
  ANNUAL_MEETING: "M0,-9 L2.6,-3 L9,-2.6 L4.1,1.5 L5.7,7.8 L0,4.4 L-5.7,7.8 L-4.1,1.5 L-9,-2.6 L-2.6,-3 Z",
  // an envelope, and a sheet
  NOTICE: "M-6,-4.5 H6 V4.5 H-6 Z M-6,-4.5 L0,1 L6,-4.5",
  PAPERS: "M-4,-6 H2 L5,-3 V6 H-5 V-6 Z",
  // a circle
  MEETING: "M-5,0 a5,5 0 1,0 10,0 a5,5 0 1,0 -10,0 Z",
  // a drop
  TASK: "M0,-6 L5,2 a5,5 0 1,1 -10,0 Z",
  // a diamond
  PLAN: "M0,-6.5 L6.5,0 L0,6.5 L-6.5,0 Z",
  // a square, a triangle and a hexagon
  REPORT: "M-4.8,-4.8 H4.8 V4.8 H-4.8 Z",
  GRANT: "M0,-6.5 L6.2,5 H-6.2 Z",
  DAY: "M-3,-5.4 H3 L6,0 L3,5.4 H-3 L-6,0 Z",
};
