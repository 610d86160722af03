import type { Language } from "@varde/domain";
import { AppError } from "../../kernel/errors/app-error.js";
import { refuse } from "../../kernel/errors/refusal.js";
import type { Sentence } from "../../kernel/errors/say.js";
import { COMMON, say } from "../../kernel/errors/say.js";

/** What the database's functions about one member answer with. */
export type Outcome = "OK" | "NOT_FOUND" | "CONFLICT" | "LOCKED";

/** Goes on when it was done; throws NOT_FOUND, or refuses with the state as it is for `id`. */
export function demandDone(
  outcome: Outcome | undefined,
  language: Language,
  about: { locked: Sentence; conflict?: Sentence; id: string | null },
): void {
  if (outcome === "OK") return;
  if (outcome === "CONFLICT") refuse("CONFLICT", say(language, about.conflict ?? COMMON.conflict), [], about.id);
  if (outcome === "LOCKED") refuse("LOCKED", say(language, about.locked), [], about.id);
  throw new AppError("NOT_FOUND");
}
