import { gridOf, isNamed, weekNumber } from "../../../ui/week-grid";
import { framedPicture, type Frame, type Ink, type Measure, type Picture, type Shape } from "./picture";

export type WeeksContent = Frame & {
  weeks: readonly { week: string; n: number }[];
  peak: { week: string; n: number } | null;
  /** «uke 14» of a week's number */
  weekWord: (number: string) => string;
  number: (n: number) => string;
};

const HIGH = 240;
const ABOVE = 24;
const RIGHT = 44;

const path = (x: number, y: number, d: string, fill: Ink | null, line: Ink | null): Shape => ({
  kind: "path",
  x,
  y,
  d,
  fill,
  line,
  width: 1,
  dash: [],
});

/** A bar a week, as on the page; only the fullest is dark and labelled. */
export function weeksPicture({ weeks, peak, weekWord, number, ...frame }: WeeksContent, measure: Measure): Picture {
  const grid = gridOf(Math.max(1, peak?.n ?? 0));
  const most = grid.at(-1) ?? 1;
  return framedPicture(frame, measure, (at) => {
    const inner = at.width - RIGHT;
    const step = inner / Math.max(1, weeks.length);
    const foot = at.y + ABOVE + HIGH;
    const high = (n: number): number => (HIGH * n) / most;
    const muted = { kind: "text", size: 13, ink: "muted" } as const;
    const shapes: Shape[] = grid.flatMap((n): Shape[] => [
      path(at.x, foot - high(n), `M0 0h${inner}`, null, "hairline"),
      { ...muted, x: at.x + inner + 8, y: foot - high(n) + 4, text: number(n) },
    ]);
    for (const [i, { week, n }] of weeks.entries()) {
      const [x, wide] = [at.x + (i + 0.14) * step, step * 0.72];
      const full = week === peak?.week;
      if (n > 0)
        shapes.push(
          path(
            x,
            foot - high(n),
            `M0 0h${wide}v${high(n)}h${-wide}Z`,
            full ? "mark" : "tintStrong",
            full ? "mark" : "control",
          ),
        );
      const text = i === 0 ? weekWord(weekNumber(week)) : weekNumber(week);
      if (isNamed(week, i))
        shapes.push({
          ...muted,
          x: i === 0 ? at.x : x + wide / 2,
          y: foot + 20,
          text,
          ...(i > 0 && { at: "middle" as const }),
        });
      if (!full) continue;
      const said = `${weekWord(weekNumber(week))}: ${number(n)}`;
      const half = measure(said, 15, true) / 2;
      const middle = Math.min(at.x + inner - half, Math.max(at.x + half, x + wide / 2));
      shapes.push({
        kind: "text",
        x: middle,
        y: foot - high(n) - 8,
        text: said,
        size: 15,
        bold: true,
        ink: "ink",
        at: "middle",
      });
    }
    shapes.push(path(at.x, foot, `M0 0h${inner}`, null, "control"));
    const said = weeks.map(({ week, n }) => `${weekWord(weekNumber(week))}: ${number(n)}`);
    return { shapes, height: ABOVE + HIGH + 32, said };
  });
}
