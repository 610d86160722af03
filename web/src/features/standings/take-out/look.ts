import type { OutcomePart } from "../../../ui";
import type { Ink } from "./picture";

export type Colours = Record<Ink | `${Exclude<OutcomePart, "onTime">}${"Ground" | "Line"}` | "onTime", string>;

const VARIABLES: Record<keyof Colours, string> = {
  ink: "--v-ink",
  muted: "--v-muted",
  hairline: "--v-hairline",
  ground: "--v-surface",
  mark: "--v-on-time-fill",
  field: "--v-tint",
  control: "--v-control",
  far: "--v-varde-line",
  sunk: "--v-sunk",
  tintStrong: "--v-tint-strong",
  onTime: "--v-on-time-fill",
  lateGround: "--v-late-ground",
  lateLine: "--v-late-line",
  missedGround: "--v-missed-ground",
  missedLine: "--v-missed-line",
  takenOverGround: "--v-taken-over-ground",
  takenOverLine: "--v-taken-over-line",
  joinedGround: "--v-joined-ground",
  joinedLine: "--v-joined-line",
};

/** Our colours in light, whatever the page is in: a picture is put into documents and printed. */
export function lightColours(): Colours {
  const probe = document.createElement("span");
  probe.style.colorScheme = "light";
  probe.hidden = true;
  document.body.append(probe);
  const read = (variable: string): string => {
    probe.style.color = `var(${variable})`;
    return getComputedStyle(probe).color;
  };
  const colours = Object.fromEntries(Object.entries(VARIABLES).map(([name, variable]) => [name, read(variable)]));
  probe.remove();
  return colours as Colours;
}

export const FONT = "Arial, Helvetica, sans-serif";

/** One tile of a hatching: lines as rectangles, or a dot; turned by `turn` degrees. As on the page. */
export type Tile = {
  size: number;
  turn: number;
  rects: readonly (readonly [number, number])[];
  dot: number | null;
  ground: keyof Colours;
  line: keyof Colours;
};

export const TILES: Record<Exclude<OutcomePart, "onTime">, Tile> = {
  late: { size: 8, turn: 45, rects: [[2.5, 8]], dot: null, ground: "lateGround", line: "lateLine" },
  missed: {
    size: 7,
    turn: -45,
    rects: [
      [1.75, 7],
      [7, 1.75],
    ],
    dot: null,
    ground: "missedGround",
    line: "missedLine",
  },
  takenOver: { size: 5, turn: 0, rects: [[1.5, 5]], dot: null, ground: "takenOverGround", line: "takenOverLine" },
  joined: { size: 5, turn: 0, rects: [], dot: 0.9, ground: "joinedGround", line: "joinedLine" },
};
