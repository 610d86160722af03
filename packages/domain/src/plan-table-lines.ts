import { isPlanHeader, isPlanTitle } from "./plan-table.js";
import type { PlanPiece } from "./plan-table-cells.js";

const isNumber = (line: string | undefined): boolean => /^\d{1,3}\.?$/.test(line ?? "");

/** The titles that begin here, one after another; null when they are not a plan's. */
function headerAt(lines: readonly string[], at: number): string[] | null {
  const end = lines.findIndex((line, i) => i >= at && !isPlanTitle(line));
  const titles = lines.slice(at, end < 0 ? undefined : end);
  return isPlanHeader(titles) ? titles : null;
}

/**
 * A table whose cells came one to a line, as phones and PDFs give them: the titles one after another, and then as many lines a row. Where
 * rows are numbered a number begins the next one, so that a row with an empty cell does not move those behind it. Null: there is no such table.
 */
export function piecesOfLines(source: string): PlanPiece[] | null {
  const lines = source
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
  const pieces: PlanPiece[] = [];
  let rows: string[][] | null = null;
  let found = false;
  let at = 0;
  let width = 0;
  while (at < lines.length) {
    const header = headerAt(lines, at);
    if (header) {
      rows = [header];
      pieces.push({ kind: "table", rows });
      found = true;
      width = header.length;
      at += width;
      continue;
    }
    const numbered = rows?.[0] !== undefined && /^(nr|no|nummer|#|punkt|pkt)\b/i.test(rows[0][0] ?? "");
    if (!rows || at + (numbered ? 1 : width) > lines.length || (numbered && !isNumber(lines[at]))) {
      rows = null;
      pieces.push({ kind: "text", text: lines[at]! });
      at += 1;
      continue;
    }
    const next = numbered ? lines.findIndex((line, i) => i > at && isNumber(line)) : -1;
    const end = Math.min(at + width, next < 0 ? lines.length : next);
    const cells = lines.slice(at, end);
    rows.push([...cells, ...Array.from({ length: width - cells.length }, () => "")]);
    at = end;
  }
  return found ? pieces : null;
}
