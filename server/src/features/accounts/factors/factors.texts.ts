import type { Sentence } from "../../../kernel/errors/say.js";

/** What is said when a factor is not taken. */
export const FACTORS = {
  wrongCode: {
    nb: "Koden stemmer ikke. Se etter den nyeste i appen, og prøv igjen. Hver kode virker én gang.",
    nn: "Koden stemmer ikkje. Sjå etter den nyaste i appen, og prøv igjen. Kvar kode verkar éin gong.",
    en: "The code is not right. Look for the newest one in the app and try again. Each code works once.",
  },
  wrongRecoveryCode: {
    nb: "Koden stemmer ikke, eller den er brukt før. Prøv en annen fra lista.",
    nn: "Koden stemmer ikkje, eller han er brukt før. Prøv ein annan frå lista.",
    en: "The code is not right, or it has been used. Try another from the list.",
  },
  hasApp: {
    nb: "Du har en kodeapp allerede. Fjern den først hvis du vil bytte.",
    nn: "Du har ein kodeapp allereie. Fjern han først om du vil byte.",
    en: "You have a code app already. Remove it first if you want to change.",
  },
  beginAgain: {
    nb: "Nøkkelen gjelder ikke lenger. Begynn på nytt og les inn den nye.",
    nn: "Nøkkelen gjeld ikkje lenger. Begynn på nytt og les inn den nye.",
    en: "The key no longer holds. Begin again and read in the new one.",
  },
  noFactor: {
    nb: "Gjenopprettingskoder hører til en kodeapp. Legg til en først.",
    nn: "Gjenopprettingskodar høyrer til ein kodeapp. Legg til ein først.",
    en: "Recovery codes belong to a code app. Add one first.",
  },
} satisfies Record<string, Sentence>;
