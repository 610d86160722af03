import { LANGUAGES } from "@varde/domain";
import type { Language } from "@varde/domain";

/** The language asked for by `Accept-Language`: the first we speak, bokmål otherwise. `no` is bokmål. */
export function languageOf(header: string | undefined): Language {
  for (const part of (header ?? "").toLowerCase().split(",")) {
    const tag = part.split(";")[0]!.trim().split("-")[0]!;
    if (tag === "no") return "nb";
    const language = LANGUAGES.find((l) => l === tag);
    if (language) return language;
  }
  return "nb";
}
