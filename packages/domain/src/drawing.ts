/** What a drawing is inked with, by what it is for. */
export type DrawnInk = "ink" | "muted" | "hairline" | "ground" | "mark" | "field" | "control" | "sunk" | "tintStrong";
/** What a drawing is made of. A path goes from (x, y); measures are pixels, y of a text is its baseline. */
export type DrawnText = {
  kind: "text";
  x: number;
  y: number;
  text: string;
  size: number;
  bold?: boolean;
  ink: DrawnInk;
  at?: "middle" | "end";
};
export type DrawnPath = {
  kind: "path";
  x: number;
  y: number;
  d: string;
  fill: DrawnInk | null;
  line: DrawnInk | null;
  width: number;
  dash: readonly number[];
};
export type DrawnShape = DrawnText | DrawnPath;
export type Drawing = { width: number; height: number; title: string; description: string; shapes: DrawnShape[] };

/** How wide a text is drawn. */
export type MeasureText = (text: string, size: number, bold: boolean) => number;

/** Broken at spaces that may be broken at, and within a word that is wider than the room; the last of `most` lines ends with «…» where there is more. */
export function brokenText(text: string, room: number, most: number, width: (text: string) => number): string[] {
  const lines: string[] = [];
  for (const whole of text.split(/[ \t\n]+/).filter(Boolean)) {
    let word = whole;
    const last = lines.at(-1);
    if (last !== undefined && width(`${last} ${word}`) <= room) {
      lines[lines.length - 1] = `${last} ${word}`;
      continue;
    }
    while (width(word) > room && word.length > 1 && lines.length <= most) {
      const letters = [...word];
      let n = letters.length - 1;
      while (n > 1 && width(`${letters.slice(0, n).join("")}-`) > room) n = n > 40 ? Math.floor(n / 2) : n - 1;
      lines.push(`${letters.slice(0, n).join("")}-`);
      word = letters.slice(n).join("");
    }
    lines.push(word);
    if (lines.length > most) break;
  }
  if (lines.length <= most) return lines;
  const letters = [...lines[most - 1]!];
  while (letters.length > 1 && width(`${letters.join("")}…`) > room) letters.pop();
  return [...lines.slice(0, most - 1), `${letters.join("").trimEnd()}…`];
}

const rounded = (n: number): string => String(Math.round(n * 100) / 100);

/** A path made larger around its own (0, 0). The turn and the two flags of an arc are no measures. */
export const grownPath = (d: string, by: number): string =>
  d.replaceAll(/([A-Za-z])([^A-Za-z]*)/g, (_, command: string, rest: string) => {
    const numbers = rest.match(/-?(?:\d+\.?\d*|\.\d+)/g) ?? [];
    const isArc = command.toLowerCase() === "a";
    const grown = numbers.map((n, i) => (isArc && i % 7 >= 2 && i % 7 <= 4 ? n : rounded(Number(n) * by)));
    return command + grown.join(" ");
  });
