import { LANGUAGES, type Language } from "@varde/domain";
import { read, write } from "../app/storage";
import type { Catalogue } from "./nb";
import type { MoreTexts } from "./nb/more";

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

/** The texts of the language in use that every visit needs. */
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

/** Every text there is. */
export type AllTexts = Catalogue & MoreTexts;

async function more(language: Language): Promise<MoreTexts> {
  switch (language) {
    case "nb":
      return (await import("./nb/more")).default;
    case "nn":
      return (await import("./nn/more")).default;
    case "en":
      return (await import("./en/more")).default;
  }
}

const loading = new Map<Language, Promise<MoreTexts>>();

/**
 * The other texts, downloaded once; asked for again when the network failed. Once they are here the promise says so as
 * React's `use` reads it, so that they are at hand without a wait.
 */
export function loadMore(language: Language): Promise<MoreTexts> {
  const known = loading.get(language);
  if (known) return known;
  const asked: Promise<MoreTexts> = more(language).then(
    (texts) => {
      Object.assign(asked, { status: "fulfilled", value: texts });
      return texts;
    },
    (error: unknown) => {
      loading.delete(language);
      throw error;
    },
  );
  loading.set(language, asked);
  return asked;
}

/** Somebody has asked for them in this language. */
export const isMoreAsked = (language: Language): boolean => loading.has(language);
