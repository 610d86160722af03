import type { Language } from "@varde/domain";
import { use } from "react";
import { useLanguage } from "../../texts";
import { loadHelp, type HelpTexts } from "../../texts/help";

const loaded = new Map<Language, Promise<HelpTexts>>();

function textsOf(language: Language): Promise<HelpTexts> {
  const known = loaded.get(language);
  if (known) return known;
  const fetched = loadHelp(language);
  loaded.set(language, fetched);
  // what did not come, for want of a network, is asked for again next time
  fetched.catch(() => loaded.delete(language));
  return fetched;
}

/** The words of help; the page waits under the nearest `Suspense`. */
export const useHelpTexts = (): HelpTexts => use(textsOf(useLanguage().language));
