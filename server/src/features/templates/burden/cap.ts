import { containsNationalId } from "@varde/domain";
import type { Language } from "@varde/domain";
import { z } from "zod";
import { checkInput } from "../../../kernel/errors/check-input.js";
import { refuse } from "../../../kernel/errors/refusal.js";
import { say } from "../../../kernel/errors/say.js";
import { CAP_TEXTS, reasonNeeded } from "./cap.texts.js";
import type { ChapterHours } from "./chapter-hours.js";

const MIN_REASON = 10;
const MAX_REASON = 500;

const reasonRules = (language: Language) =>
  z.object({
    capReason: z
      .string()
      .trim()
      .min(MIN_REASON, say(language, CAP_TEXTS.length))
      .max(MAX_REASON, say(language, CAP_TEXTS.length))
      .refine((text) => !containsNationalId(text), say(language, CAP_TEXTS.nationalId)),
  });

export const countAboveCap = ({ byChapter }: ChapterHours): number =>
  [...byChapter.values()].filter(({ aboveCap }) => aboveCap).length;

/** The reason to keep: null where no chapter is taken above the cap. Refuses at `capReason` when one is needed and not given. */
export function capReasonOf(language: Language, hours: ChapterHours, given: string | null | undefined): string | null {
  const above = countAboveCap(hours);
  if (above === 0) return null;
  if (!given?.trim()) refuse("INVALID", reasonNeeded(language, above), ["capReason"]);
  return checkInput(reasonRules(language), { capReason: given }, language).capReason;
}
