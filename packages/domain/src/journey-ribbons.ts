import type { PathCell } from "./journey.js";

/** The journey as ribbons: where each lies, from counts alone. No words, no colours. */
type Lane = PathCell["lane"];
type Ending = PathCell["ending"];
/** How many went one way; without an ending the picture stops at the first meeting. */
export type JourneyWay = { lane: Lane; ending: Ending | null; count: number };
export type JourneyNodeKey = "NEW" | "CAME" | "AGAIN" | "ONCE" | "OFTEN" | "TWICE" | "NOT" | Ending;

export type JourneyNode = { key: JourneyNodeKey; column: number; y: number; height: number; count: number };
export type JourneyRibbon = {
  key: string;
  lane: Lane;
  column: number;
  count: number;
  from: number;
  to: number;
  width: number;
};
export type JourneyRibbons = { nodes: JourneyNode[]; ribbons: JourneyRibbon[]; columns: number; height: number };

const LANES: readonly Lane[] = ["OFTEN", "AGAIN", "ONCE", "CAME", "NOT"];
const ENDINGS: readonly Ending[] = ["PAID", "UNPAID", "STAYED", "LEFT"];

/** Which lanes lie close together in a column: they part where they are told apart. */
const GROUPS: readonly (readonly (readonly Lane[])[])[] = [
  [LANES],
  [["OFTEN", "AGAIN", "ONCE", "CAME"], ["NOT"]],
  [["OFTEN", "AGAIN"], ["ONCE"], ["CAME"], ["NOT"]],
  [["OFTEN"], ["AGAIN"], ["ONCE"], ["CAME"], ["NOT"]],
];

const sum = (ways: readonly JourneyWay[]): number => ways.reduce((total, { count }) => total + count, 0);

/** The node that stands where a group of lanes parts from others; null where nothing new is told. */
function nodeOf(column: number, group: readonly Lane[], present: ReadonlySet<Lane>): JourneyNodeKey | null {
  if (column === 0) return "NEW";
  if (column === 1) return group.includes("NOT") ? "NOT" : "CAME";
  if (column === 2) {
    if (group.includes("ONCE")) return "ONCE";
    return group.includes("AGAIN") || group.includes("OFTEN") ? "AGAIN" : null;
  }
  if (group.includes("OFTEN")) return "OFTEN";
  // twice or more, where those who came often are not told apart
  return group.includes("AGAIN") && present.has("OFTEN") ? "TWICE" : null;
}

/**
 * Lays the ways out. `scale` is units of height a member, `gap` the room between what lies apart: enough for a line of text.
 * Every ribbon is as wide at both ends; what enters a node leaves it.
 */
export function layOutJourney(all: readonly JourneyWay[], scale: number, gap: number): JourneyRibbons {
  const ways = all.filter(({ count }) => count > 0);
  const present = new Set(ways.map(({ lane }) => lane));
  const told = ways.every(({ ending }) => ending !== null);
  const groups = told ? GROUPS : GROUPS.slice(0, 2);
  const ofLane = (lane: Lane): number => sum(ways.filter((way) => way.lane === lane));
  const nodes: JourneyNode[] = [];
  const tops: Map<Lane, number>[] = [];
  let height = 0;
  for (const [column, parts] of groups.entries()) {
    const top = new Map<Lane, number>();
    let y = 0;
    for (const group of parts) {
      const here = group.filter((lane) => present.has(lane));
      if (here.length === 0) continue;
      const start = y;
      for (const lane of here) {
        top.set(lane, y);
        y += ofLane(lane) * scale;
      }
      const key = nodeOf(column, here, present);
      if (key) nodes.push({ key, column, y: start, height: y - start, count: Math.round((y - start) / scale) });
      height = Math.max(height, y);
      y += gap;
    }
    tops.push(top);
  }
  const ribbons: JourneyRibbon[] = [];
  for (let column = 0; column + 1 < tops.length; column++) {
    for (const lane of LANES.filter((one) => present.has(one))) {
      const [from = 0, to = 0] = [tops[column]?.get(lane), tops[column + 1]?.get(lane)];
      const count = ofLane(lane);
      ribbons.push({ key: `${lane}/${column}`, lane, column, count, from, to, width: count * scale });
    }
  }
  if (!told) return { nodes, ribbons, columns: tops.length, height };
  const column = tops.length - 1;
  const left = new Map(tops[column]);
  let y = 0;
  for (const ending of ENDINGS) {
    const into = ways.filter((way) => way.ending === ending);
    if (into.length === 0) continue;
    const start = y;
    for (const lane of LANES) {
      const count = sum(into.filter((way) => way.lane === lane));
      if (count === 0) continue;
      const from = left.get(lane) ?? 0;
      ribbons.push({ key: `${lane}/${ending}`, lane, column, count, from, to: y, width: count * scale });
      left.set(lane, from + count * scale);
      y += count * scale;
    }
    nodes.push({ key: ending, column: column + 1, y: start, height: y - start, count: sum(into) });
    height = Math.max(height, y);
    y += gap;
  }
  return { nodes, ribbons, columns: column + 2, height };
}

/** The ways of which `paths` tell; only who came and who did not where they are too few to be told. */
export const journeyWays = (joined: number, activated: number, paths: readonly JourneyWay[]): JourneyWay[] =>
  paths.length > 0
    ? paths.map(({ lane, ending, count }) => ({ lane, ending, count }))
    : [
        { lane: "CAME", ending: null, count: activated },
        { lane: "NOT", ending: null, count: joined - activated },
      ];

/** The outline of a ribbon between two columns. */
export function ribbonOutline(
  { from, to, width }: Pick<JourneyRibbon, "from" | "to" | "width">,
  x1: number,
  x2: number,
): string {
  const middle = (x1 + x2) / 2;
  const n = (value: number): string => String(Math.round(value * 100) / 100);
  return [
    `M${n(x1)},${n(from)}`,
    `C${n(middle)},${n(from)} ${n(middle)},${n(to)} ${n(x2)},${n(to)}`,
    `L${n(x2)},${n(to + width)}`,
    `C${n(middle)},${n(to + width)} ${n(middle)},${n(from + width)} ${n(x1)},${n(from + width)}`,
    "Z",
  ].join(" ");
}
