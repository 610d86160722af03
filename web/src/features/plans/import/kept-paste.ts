import { addDays, osloDate, PLAN_COLUMNS, type PlanColumn, type PlanPiece } from "@varde/domain";
import { keysOf, read, write } from "../../../app/storage";

/** What was pasted or read, and is not saved as a plan yet. */
export type Paste = {
  /** as it stands in the box */
  text: string;
  /** the same as a page, where the clipboard had one with a table */
  html: string | null;
  /** the name of the file that the pieces are of; null when they are of the box */
  file: string | null;
  /** null until it is read */
  pieces: PlanPiece[] | null;
  /** what the columns hold, where the reader was corrected */
  chosen: PlanColumn[];
};

export const NO_PASTE: Paste = { text: "", html: null, file: null, pieces: null, chosen: [] };

// of whoever wrote it: the next who signs in on this device does not find it
const PREFIX = "varde.draft.plan-import.";
const KEPT_DAYS = 60;

const isText = (value: unknown): value is string => typeof value === "string";
const isPiece = (value: unknown): value is PlanPiece => {
  const { kind, text, rows } = (value ?? {}) as Record<string, unknown>;
  if (kind === "text") return isText(text);
  return kind === "table" && Array.isArray(rows) && rows.every((row) => Array.isArray(row) && row.every(isText));
};
const isColumn = (value: unknown): value is PlanColumn => PLAN_COLUMNS.some((column) => column === value);
const orNull = (value: unknown): string | null => (isText(value) ? value : null);

/** Storage is the user's own and may hold anything: only what has the shape of a paste is one. */
function parse(key: string): { on: string; paste: Paste } | null {
  try {
    const { on, text, html, file, pieces, chosen } = (JSON.parse(read(key) ?? "null") ?? {}) as Record<string, unknown>;
    if (!isText(on) || !isText(text)) return null;
    const isRead = Array.isArray(pieces) && pieces.every(isPiece);
    const columns = Array.isArray(chosen) && chosen.every(isColumn) ? chosen : [];
    return {
      on,
      paste: { text, html: orNull(html), file: orNull(file), pieces: isRead ? pieces : null, chosen: columns },
    };
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

/** What a seat pasted for a year and has not saved; old ones go. */
export function keptPaste(seatId: string, year: number): Paste {
  const oldest = addDays(osloDate(new Date()), -KEPT_DAYS);
  for (const key of keysOf(PREFIX)) if ((parse(key)?.on ?? "") < oldest) write(key, null);
  return parse(`${PREFIX}${seatId}.${year}`)?.paste ?? NO_PASTE;
}

/** Keeps it on this device; false when there is no room for it. */
export function keepPaste(seatId: string, year: number, paste: Paste): boolean {
  const key = `${PREFIX}${seatId}.${year}`;
  const isEmpty = paste.text === "" && paste.pieces === null;
  return write(key, isEmpty ? null : JSON.stringify({ on: osloDate(new Date()), ...paste }));
}
