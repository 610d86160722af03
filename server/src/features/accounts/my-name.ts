import { containsNationalId } from "@varde/domain";
import type { Language } from "@varde/domain";
import { refuse } from "../../kernel/errors/refusal.js";
import { say } from "../../kernel/errors/say.js";
import { ACCOUNTS } from "./accounts.texts.js";

const MOST = 120;

/** A name as it is kept: spaces put right. Refuses one that is empty, too long, of several lines, or holds a national identity number. */
export function readName(typed: string, language: Language): string {
  const name = typed.trim().normalize("NFC").replaceAll(/ +/g, " ");
  if (!/\p{L}/u.test(name) || name.length > MOST || /[\p{Cc}\p{Cf}<>@]/u.test(name) || containsNationalId(name)) {
    return refuse("INVALID", say(language, ACCOUNTS.name), ["name"]);
  }
  return name;
}
