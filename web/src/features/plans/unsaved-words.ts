import { addDays, osloDate } from "@varde/domain";
import { keysOf, read, write } from "../../app/storage";

const KEPT_DAYS = 60;

/** Words on this device until they are saved, by the id of what they are of: under `prefix`, of these fields alone. */
function copiesOf<Field extends string>(prefix: string, fields: readonly Field[]) {
  type Words = Record<Field, string>;
  /** Storage is the user's own and may hold anything: only what has the shape of a copy is one. */
  function parse(key: string): { on: string; words: Words } | null {
    try {
      const value = JSON.parse(read(key) ?? "null") as { on?: unknown; words?: Record<string, unknown> } | null;
      if (typeof value?.on !== "string" || !fields.every((field) => typeof value.words?.[field] === "string"))
        return null;
      return { on: value.on, words: value.words as Words };
    } catch (error) {
      if (error instanceof SyntaxError) return null;
      throw error;
    }
  }
  return {
    keep(id: string, what: Words): void {
      const words = Object.fromEntries(fields.map((field) => [field, what[field]]));
      write(prefix + id, JSON.stringify({ on: osloDate(new Date()), words }));
    },
    forget: (id: string): void => void write(prefix + id, null),
    /** What was written and never saved, when it says something else than what is. Old copies go. */
    find(id: string, now: Words): Words | null {
      const oldest = addDays(osloDate(new Date()), -KEPT_DAYS);
      for (const key of keysOf(prefix)) if ((parse(key)?.on ?? "") < oldest) write(key, null);
      const words = parse(prefix + id)?.words;
      return words && fields.some((field) => words[field] !== now[field]) ? words : null;
    },
  };
}

export const rowCopies = copiesOf("varde.plan-row.", ["activity", "aim", "measures", "resultAim", "learnt"]);
export const aroundCopies = copiesOf("varde.plan-around.", ["title", "intro", "closing"]);
