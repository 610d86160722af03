import { lockScreenWords } from "@varde/domain";
import type { Language } from "@varde/domain";
import { say } from "../../kernel/errors/say.js";
import { filled, LETTER } from "./outreach.texts.js";

const PRODUCT = "Varde";

/** A chapter's short name where it may stand on a lock screen; else the organization's, else the product's. */
export const neutralName = (...candidates: string[]): string =>
  candidates.find((text) => lockScreenWords(text).length === 0) ?? PRODUCT;

/** What stands above and below a board's text in the mail. Without a link (in a preview) the way out is named, not given. */
export function aroundBody(
  language: Language,
  { short, byGuardian = false, leave = null }: { short: string; byGuardian?: boolean; leave?: string | null },
): { before: string; after: string } {
  const why = filled(say(language, LETTER.why), { short });
  const whose = byGuardian ? [say(language, LETTER.byGuardian)] : [];
  return {
    before: filled(say(language, LETTER.opening), { short }),
    after: [[why, ...whose].join(" "), [say(language, LETTER.out), ...(leave ? [leave] : [])].join("\n")].join("\n\n"),
  };
}

/** The whole text of a member's mail. */
export function outreachLetter(language: Language, body: string, around: Parameters<typeof aroundBody>[1]): string {
  const { before, after } = aroundBody(language, around);
  return `${[before, "* * *", body, "* * *", after].join("\n\n")}\n`;
}
