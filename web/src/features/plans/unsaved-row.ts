import { addDays, osloDate } from "@varde/domain";
import { keysOf, read, write } from "../../app/storage";
import type { Row } from "./plan";

const PREFIX = "varde.plan-row.";
const KEPT_DAYS = 60;
const FIELDS = ["activity", "aim", "measures", "resultAim", "learnt"] as const;
type Words = Pick<Row, (typeof FIELDS)[number]>;

/** Storage is the user's own and may hold anything: only what has the shape of a copy is one. */
function parse(key: string): { on: string; words: Words } | null {
  try {
    const value = JSON.parse(read(key) ?? "null") as { on?: unknown; words?: Record<string, unknown> } | null;
    if (typeof value?.on !== "string" || !FIELDS.every((field) => typeof value.words?.[field] === "string"))
      return null;
    return { on: value.on, words: value.words as Words };
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

/** The words of a row on this device, until they are saved. */
export function keepCopy(row: Row): void {
  const words = Object.fromEntries(FIELDS.map((field) => [field, row[field]]));
  write(PREFIX + row.id, JSON.stringify({ on: osloDate(new Date()), words }));
}

export const forgetCopy = (id: string): void => void write(PREFIX + id, null);

/** What was written of a row and never saved, when it says something else than the row. Old copies go. */
export function copyOf(row: Row): Words | null {
  const oldest = addDays(osloDate(new Date()), -KEPT_DAYS);
  for (const key of keysOf(PREFIX)) if ((parse(key)?.on ?? "") < oldest) write(key, null);
  const words = parse(PREFIX + row.id)?.words;
  return words && FIELDS.some((field) => words[field] !== row[field]) ? words : null;
}
