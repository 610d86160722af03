import { LANGUAGES, type Language } from "@varde/domain";
import { useCallback } from "react";
import { useClient } from "urql";
import { SetLanguageDocument } from "../../../graphql/generated/graphql";
import { useLanguage } from "../texts";
import { newId } from "./ids";
import { useViewer } from "./viewer";

/** The language, and a choice of it that holds at once on this device and, for mails, on the account. */
export function useChooseLanguage(): [Language, (language: Language) => void] {
  const client = useClient();
  const { language, setLanguage } = useLanguage();
  const choose = useCallback(
    (next: Language) => {
      setLanguage(next);
      // when it does not arrive, the page still speaks the language: the next choice tells the account
      void client.mutation(SetLanguageDocument, { input: { key: newId(), language: next } }).toPromise();
    },
    [client, setLanguage],
  );
  return [language, choose];
}

/** The languages the organization offers, and the one in use: nobody loses theirs without choosing. */
export function useOfferedLanguages(): Language[] {
  const { organization } = useViewer();
  const { language } = useLanguage();
  return LANGUAGES.filter((one) => one === language || (organization?.languages.includes(one) ?? true));
}
