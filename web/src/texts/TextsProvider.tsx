import type { Language, LevelTerm } from "@varde/domain";
import {
  createContext,
  startTransition,
  use,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useState,
  type ReactNode,
} from "react";
import { inWords } from "./in-words";
import { loadCatalogue, isMoreAsked, loadMore, rememberLanguage, type AllTexts } from "./language";
import type { Catalogue } from "./nb";

type LanguageState = { language: Language; setLanguage: (language: Language) => void };
type Loaded = { language: Language; catalogue: Catalogue };

const TextsContext = createContext<Catalogue | null>(null);
const LanguageContext = createContext<LanguageState | null>(null);
const LevelTermContext = createContext<LevelTerm>("REGION");

/** Inside it, texts say what the organization calls its middle tier. */
export const LevelTermProvider = LevelTermContext.Provider;

/** Holds the language and its texts. The first catalogue is loaded before the first render, so no page waits for words. */
export function TextsProvider({ initial, children }: { initial: Loaded; children: ReactNode }) {
  const [loaded, setLoaded] = useState(initial);
  const { language, catalogue } = loaded;

  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);

  const setLanguage = useCallback(
    (next: Language) => {
      rememberLanguage(next);
      // all that the page may ask for comes first: a page that waited in the middle of the change could be left behind
      void Promise.all([loadCatalogue(next), isMoreAsked(language) ? loadMore(next) : null]).then(
        ([texts]) => startTransition(() => setLoaded({ language: next, catalogue: texts })),
        // without a network it stays in the language it has; the next start speaks the other
        () => undefined,
      );
    },
    [language],
  );
  const state = useMemo(() => ({ language, setLanguage }), [language, setLanguage]);

  return (
    <LanguageContext value={state}>
      <TextsContext value={catalogue}>{children}</TextsContext>
    </LanguageContext>
  );
}

/** What is inside in another language than the app's, such as a preview. Nothing is shown until its texts are there. */
export function InLanguage({ language, children }: { language: Language; children: ReactNode }) {
  const outer = useLanguage();
  const outerTexts = useContext(TextsContext);
  const [loaded, setLoaded] = useState<Loaded | null>(null);
  const own = language === outer.language;
  useEffect(() => {
    if (own) return undefined;
    let wanted = true;
    void loadCatalogue(language).then((catalogue) => wanted && setLoaded({ language, catalogue }));
    return () => {
      wanted = false;
    };
  }, [language, own]);
  const state = useMemo(() => ({ ...outer, language }), [outer, language]);
  const texts = own ? outerTexts : loaded?.language === language ? loaded.catalogue : null;
  if (!texts) return null;
  return (
    <LanguageContext value={state}>
      <TextsContext value={texts}>{children}</TextsContext>
    </LanguageContext>
  );
}

/** The texts that every visit has, in the chosen language, by feature. */
export function useTexts(): Catalogue {
  const texts = useContext(TextsContext);
  const { language } = useLanguage();
  const term = useContext(LevelTermContext);
  if (!texts) throw new Error("useTexts is used outside TextsProvider");
  return inWords(texts, term, language);
}

/**
 * Every text of the app, those included that are downloaded first when they are needed: a page that asks waits for them
 * (it suspends, in the place of its page).
 */
export function useAllTexts(): AllTexts {
  const { language } = useLanguage();
  const texts = useTexts();
  // every time: a hook that is left out when the page is drawn again after its wait is an error of React's
  const more = inWords(use(loadMore(language)), useContext(LevelTermContext), language);
  return useMemo(() => ({ ...texts, ...more }), [texts, more]);
}

export function useLanguage(): LanguageState {
  const state = useContext(LanguageContext);
  if (!state) throw new Error("useLanguage is used outside TextsProvider");
  return state;
}
