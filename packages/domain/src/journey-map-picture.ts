import { brokenText } from "./drawing.js";
import type { Drawing, DrawnInk, DrawnShape, MeasureText } from "./drawing.js";
import type { MapCardKind } from "./journey-map.js";
import { flowSaid, flowShapes } from "./journey-map-flow.js";
import type { MapFlow } from "./journey-map-flow.js";

export type MapPictureCard = {
  kind: MapCardKind;
  kindWord: string;
  title: string;
  owner: string;
  lines: readonly string[];
};
export type MapPictureStage = {
  name: string;
  days: string;
  /** how many are there, in words; null where it is not told */
  members: string | null;
  mark: number | null;
  markWord: string;
  feeling: string;
  cards: readonly MapPictureCard[];
};
export type MapPictureContent = {
  title: string;
  lead: string;
  feelingTitle: string;
  stages: readonly MapPictureStage[];
  /** how members went; null where it is not told */
  flow: MapFlow | null;
  notes: readonly string[];
  /** said under a column that holds more than is drawn */
  more: (n: number) => string;
};
const WIDTH = 1480;
const EDGE = 36;
const GAP = 14;
const PAD = 10;
/** as many as can be read on a wall */
const MOST_CARDS = 10;
const CURVE = { height: 84, top: 26, radius: 6 };

type Line = { text: string; size: number; bold: boolean; ink: DrawnInk };

/** A circle, a diamond and a triangle: told apart without colour. */
const KIND_MARKS: Record<MapCardKind, { d: string; fill: DrawnInk | null }> = {
  TOUCHPOINT: { d: "M0,5 a5,5 0 1,0 10,0 a5,5 0 1,0 -10,0 Z", fill: "mark" },
  IDEA: { d: "M5,0 L10,5 L5,10 L0,5 Z", fill: null },
  PAIN: { d: "M5,0 L10,10 L0,10 Z", fill: "ink" },
};

const box = (width: number, height: number): string => `M0,0 H${width} V${height} H0 Z`;

/** The map as one picture: stages as columns, the feeling as a curve over them, cards under each other. */
export function journeyMapPicture(content: MapPictureContent, measure: MeasureText): Drawing {
  const shapes: DrawnShape[] = [];
  const column = (WIDTH - 2 * EDGE - GAP * (content.stages.length - 1)) / content.stages.length;
  const left = (i: number): number => EDGE + i * (column + GAP);
  const path = (
    x: number,
    y: number,
    d: string,
    look: { fill?: DrawnInk | null; line?: DrawnInk | null; width?: number; dash?: number[] },
  ) =>
    shapes.push({
      kind: "path",
      x,
      y,
      d,
      fill: look.fill ?? null,
      line: look.line ?? null,
      width: look.width ?? 1,
      dash: look.dash ?? [],
    });
  /** lines under each other from `y`; gives the y under them */
  const write = (x: number, y: number, lines: readonly Line[]): number => {
    let at = y;
    for (const { text, size, bold, ink } of lines) {
      at += size * 1.3;
      shapes.push({ kind: "text", x, y: at - size * 0.3, text, size, bold, ink });
    }
    return at;
  };
  const lines = (text: string, room: number, most: number, size: number, bold: boolean, ink: DrawnInk): Line[] =>
    brokenText(text, room, most, (part) => measure(part, size, bold)).map((part) => ({ text: part, size, bold, ink }));

  let y = write(EDGE, EDGE - 8, lines(content.title, WIDTH - 2 * EDGE, 2, 28, true, "ink"));
  y = write(EDGE, y, lines(content.lead, WIDTH - 2 * EDGE, 2, 15, false, "muted")) + 18;

  const room = column - 2 * PAD;
  const heads = content.stages.map((stage, i) => [
    ...lines(`${i + 1} ${stage.name}`, column, 2, 18, true, "ink"),
    ...lines(stage.days, column, 2, 13, false, "muted"),
    ...(stage.members === null ? [] : lines(stage.members, column, 2, 13, true, "ink")),
  ]);
  y = Math.max(...heads.map((head, i) => write(left(i), y, head))) + 14;

  // how members went, under the stages it is about
  const { flow } = content;
  if (flow) {
    y = write(EDGE, y, lines(flow.title, WIDTH - 2 * EDGE, 1, 14, true, "ink")) + 6;
    const drawn = flowShapes(flow, { left, column, top: y }, measure);
    shapes.push(...drawn.shapes);
    y = write(EDGE, drawn.bottom, lines(flow.note, WIDTH - 2 * EDGE, 2, 13, false, "muted")) + 14;
  }

  // the feeling: marks from 2 at the top to -2, joined where both neighbours have one
  const middle = (i: number): number => left(i) + column / 2;
  const height = (mark: number): number => y + CURVE.top + ((2 - mark) / 4) * CURVE.height;
  path(EDGE, y, box(WIDTH - 2 * EDGE, CURVE.top + CURVE.height + 18), { fill: "sunk" });
  shapes.push({ kind: "text", x: EDGE + PAD, y: y + 16, text: content.feelingTitle, size: 12, ink: "muted" });
  path(EDGE + PAD, height(0), `M0,0 H${WIDTH - 2 * EDGE - 2 * PAD}`, { line: "control", dash: [3, 5] });
  for (const [i, { mark }] of content.stages.entries()) {
    const next = content.stages[i + 1]?.mark;
    if (mark === null || next === null || next === undefined) continue;
    const [dx, dy] = [middle(i + 1) - middle(i), height(next) - height(mark)];
    path(middle(i), height(mark), `M0,0 C${dx / 2},0 ${dx / 2},${dy} ${dx},${dy}`, { line: "mark", width: 3 });
  }
  for (const [i, { mark }] of content.stages.entries()) {
    if (mark === null) continue;
    const r = CURVE.radius;
    path(middle(i) - r, height(mark) - r, `M0,${r} a${r},${r} 0 1,0 ${2 * r},0 a${r},${r} 0 1,0 ${-2 * r},0 Z`, {
      fill: mark < 0 ? "ground" : "mark",
      line: "mark",
      width: 2.5,
    });
  }
  y += CURVE.top + CURVE.height + 24;
  const felt = content.stages.map(({ markWord, feeling }) => [
    ...lines(markWord, column, 1, 14, true, "ink"),
    ...lines(feeling, column, 3, 13, false, "muted"),
  ]);
  y = Math.max(...felt.map((words, i) => write(left(i), y, words))) + 16;

  const bottoms = content.stages.map(({ cards }, i) => {
    let at = y;
    for (const card of cards.slice(0, MOST_CARDS)) {
      const head = lines(card.kindWord, room - 18, 1, 12, false, "muted");
      const words = [
        ...lines(card.title, room, 3, 15, true, "ink"),
        ...lines(card.owner, room, 1, 13, false, "muted"),
        ...card.lines.flatMap((line) => lines(line, room, 3, 13, false, "ink")),
      ];
      const tall = [...head, ...words].reduce((sum, { size }) => sum + size * 1.3, 2 * PAD);
      const idea = card.kind === "IDEA";
      path(left(i), at, box(column, tall), {
        fill: card.kind === "PAIN" ? "sunk" : "ground",
        line: card.kind === "TOUCHPOINT" ? "mark" : "control",
        width: card.kind === "TOUCHPOINT" ? 2 : 1.5,
        dash: idea ? [6, 4] : [],
      });
      const { d, fill } = KIND_MARKS[card.kind];
      path(left(i) + PAD, at + PAD + 2, d, { fill, line: "ink", width: 1.5 });
      const under = write(left(i) + PAD + 18, at + PAD - 1, head);
      write(left(i) + PAD, under, words);
      at += tall + 9;
    }
    const hidden = cards.length - MOST_CARDS;
    return hidden > 0 ? write(left(i), at, lines(content.more(hidden), column, 2, 13, false, "muted")) : at;
  });
  y = Math.max(y, ...bottoms) + 14;
  for (const note of content.notes) y = write(EDGE, y, lines(note, WIDTH - 2 * EDGE, 3, 13, false, "muted"));
  const said = content.stages.flatMap((stage, i) => [
    [`${i + 1} ${stage.name}`, stage.members, stage.markWord, stage.feeling].filter(Boolean).join(", "),
    ...stage.cards.map((card) =>
      [`${card.kindWord}: ${card.title}`, card.owner, ...card.lines].filter(Boolean).join(", "),
    ),
  ]);
  return {
    width: WIDTH,
    height: Math.ceil(y + EDGE),
    title: `${content.title} ${content.lead}`,
    description: [...said, ...(flow ? [flowSaid(flow)] : []), ...content.notes].join(". "),
    shapes,
  };
}
