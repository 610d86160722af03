import { LANGUAGES, type Language } from "@varde/domain";
import { read, write } from "../app/storage";
import type { Catalogue } from "./nb";

const KEY = "varde.language";

export function isLanguage(value: string | null | undefined): value is Language {
  return LANGUAGES.some((language) => language === value);
}

/** The chosen language, else the first one the browser asks for that we have, else bokmål. */
export function initialLanguage(): Language {
  const stored = read(KEY);
  if (isLanguage(stored)) return stored;
  for (const wanted of navigator.languages) {
    const base = wanted.slice(0, 2).toLowerCase();
    if (isLanguage(base)) return base;
    if (base === "no") return "nb";
  }
  return "nb";
}

export function rememberLanguage(language: Language): void {
  write(KEY, language);
}

/** Only the language in use is downloaded. */
export async function loadCatalogue(language: Language): Promise<Catalogue> {
  switch (language) {
    case "nb":
      return (await import("./nb")).default;
    case "nn":
      return (await import("./nn")).default;
    case "en":
      return (await import("./en")).default;
  }
}
