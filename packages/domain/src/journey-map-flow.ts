import type { Language } from "./definition.js";
import { brokenText } from "./drawing.js";
import type { DrawnInk, DrawnShape, MeasureText } from "./drawing.js";
import { journeyWays, layOutJourney, ribbonOutline } from "./journey-ribbons.js";
import type { JourneyNodeKey, JourneyWay } from "./journey-ribbons.js";

/** What is told of those who joined: above the chapter as published, null what is hidden. */
export type ToldJourney = {
  joined: number | null;
  activated: number | null;
  paths: readonly JourneyWay[];
  /** the day it is of, as it is written */
  day: string;
  /** counts of persons below it are hidden; null where nothing is, in the own chapter */
  k: number | null;
};

/** How members went, as it stands on a map that is pinned up: in words, and as ribbons under the stages where there is something to draw. */
export type MapFlow = {
  title: string;
  ways: readonly JourneyWay[];
  words: Record<JourneyNodeKey, string>;
  note: string;
};

type Words = {
  title: string;
  came: (part: string, whole: string) => string;
  hidden: (k: string) => string;
  small: (k: string) => string;
  nobody: string;
  how: string;
  asOf: (day: string) => string;
  nodes: Record<JourneyNodeKey, string>;
};

export const JOURNEY_FLOW_WORDS: Record<Language, Words> = {
  nb: {
    title: "Hvordan medlemmer går gjennom fasene",
    came: (part, whole) => `${part} av ${whole} nye kom på treff innen 90 dager.`,
    hidden: (k) => `Skjult: det gjelder færre enn ${k} personer, eller ville røpt så få.`,
    small: (k) => `Færre enn ${k} står aldri for seg selv.`,
    nobody: "Ingen nye å følge ennå.",
    how: "Tykkelsen er antall medlemmer. Stiplet kant: kom ikke de første 90 dagene.",
    asOf: (day) => `Tall per ${day}.`,
    nodes: {
      NEW: "nye",
      CAME: "på treff",
      AGAIN: "kom igjen",
      ONCE: "én gang",
      OFTEN: "kom ofte",
      TWICE: "to ganger",
      NOT: "ikke på treff",
      PAID: "har betalt i år",
      UNPAID: "har ikke betalt",
      STAYED: "er med",
      LEFT: "meldt ut",
    },
  },
  nn: {
    title: "Korleis medlemmer går gjennom fasane",
    came: (part, whole) => `${part} av ${whole} nye kom på treff innan 90 dagar.`,
    hidden: (k) => `Skjult: det gjeld færre enn ${k} personar, eller ville røpt så få.`,
    small: (k) => `Færre enn ${k} står aldri for seg sjølve.`,
    nobody: "Ingen nye å følgje enno.",
    how: "Tjukna er talet på medlemmer. Stipla kant: kom ikkje dei første 90 dagane.",
    asOf: (day) => `Tal per ${day}.`,
    nodes: {
      NEW: "nye",
      CAME: "på treff",
      AGAIN: "kom igjen",
      ONCE: "éin gong",
      OFTEN: "kom ofte",
      TWICE: "to gonger",
      NOT: "ikkje på treff",
      PAID: "har betalt i år",
      UNPAID: "har ikkje betalt",
      STAYED: "er med",
      LEFT: "melde ut",
    },
  },
  en: {
    title: "How members go through the stages",
    came: (part, whole) => `${part} of ${whole} new came to a meeting within 90 days.`,
    hidden: (k) => `Hidden: it is about fewer than ${k} persons, or would tell of so few.`,
    small: (k) => `Fewer than ${k} never stand by themselves.`,
    nobody: "Nobody new to follow yet.",
    how: "Width is members. Dashed edge: did not come in the first 90 days.",
    asOf: (day) => `Numbers as of ${day}.`,
    nodes: {
      NEW: "new",
      CAME: "at a meeting",
      AGAIN: "came again",
      ONCE: "once",
      OFTEN: "came often",
      TWICE: "twice",
      NOT: "not at a meeting",
      PAID: "have paid this year",
      UNPAID: "have not paid",
      STAYED: "are members",
      LEFT: "left",
    },
  },
};

/** What the map says of how members went. What is hidden is said in words, and nothing of it is drawn. */
export function mapFlow({ joined, activated, paths, day, k }: ToldJourney, language: Language): MapFlow {
  const words = JOURNEY_FLOW_WORDS[language];
  const hidden = joined === null || activated === null;
  const said = hidden
    ? words.hidden(String(k ?? ""))
    : joined === 0
      ? words.nobody
      : words.came(String(activated), String(joined));
  const drawn = !hidden && joined > 0;
  const small = k !== null && !hidden ? words.small(String(k)) : "";
  return {
    title: words.title,
    ways: drawn ? journeyWays(joined, activated, paths) : [],
    words: words.nodes,
    note: [said, drawn ? words.how : "", small, words.asOf(day)].filter(Boolean).join(" "),
  };
}

const box = (width: number, height: number): string => `M0,0 H${width} V${height} H0 Z`;
const BODY = 96;
const GAP = 22;
const BAR = 6;
const SIZE = 13;

type Place = { left: (column: number) => number; column: number; top: number };

/** The ribbons under the stages they belong to; `bottom` is under all of it. Nobody is drawn where nothing is told. */
export function flowShapes(
  { ways, words }: Pick<MapFlow, "ways" | "words">,
  { left, column, top }: Place,
  measure: MeasureText,
): { shapes: DrawnShape[]; bottom: number } {
  const people = ways.reduce((sum, { count }) => sum + count, 0);
  if (people === 0) return { shapes: [], bottom: top };
  const { nodes, ribbons, height } = layOutJourney(ways, BODY / people, GAP);
  const shapes: DrawnShape[] = [];
  const draw = (x: number, y: number, d: string, fill: DrawnInk | null, dashed = false): void => {
    const edge = dashed ? ({ line: "control", dash: [4, 3] } as const) : { line: null, dash: [] };
    shapes.push({ kind: "path", x, y, d, fill, width: 1, ...edge });
  };
  for (const ribbon of ribbons) {
    const [from, to] = [left(ribbon.column), left(ribbon.column + 1)];
    // told apart in black and white too: only the edges of who did not come, and no line where one column ends
    if (ribbon.lane !== "NOT") draw(0, top, ribbonOutline(ribbon, from, to), "tintStrong");
    else
      for (const down of [0, ribbon.width]) {
        const middle = (to - from) / 2;
        const rise = ribbon.to - ribbon.from;
        draw(from, top + ribbon.from + down, `M0,0 C${middle},0 ${middle},${rise} ${to - from},${rise}`, null, true);
      }
  }
  for (const { key, column: at, y, height: tall, count } of nodes) {
    const h = Math.max(2, tall);
    draw(left(at), top + y, box(BAR, h), "mark");
    const [text = ""] = brokenText(`${count} ${words[key]}`, column - BAR - 10, 1, (part) => measure(part, SIZE, true));
    const [x, base] = [left(at) + BAR + 6, top + y + Math.max(h / 2, 4) + SIZE / 3];
    // no line goes through a number
    draw(x - 3, base - SIZE, box(measure(text, SIZE, true) + 6, SIZE + 4), "ground");
    shapes.push({ kind: "text", x, y: base, text, size: SIZE, bold: true, ink: "ink" });
  }
  return { shapes, bottom: top + height + 8 };
}

/** The same in a sentence, for who does not see it. */
export const flowSaid = ({ title, ways, words, note }: MapFlow): string => {
  const nodes = layOutJourney(ways, 1, 0).nodes.map(({ key, count }) => `${count} ${words[key]}`);
  return [`${title}: ${nodes.join(", ")}`, note].join(". ");
};
