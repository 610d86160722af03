import type { Language } from "@varde/domain";
import type { Sentence } from "../../../kernel/errors/say.js";
import type { Device } from "../device.js";

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
    nb: "Gjenopprettingskoder hører til en passnøkkel eller en kodeapp. Legg til en først.",
    nn: "Gjenopprettingskodar høyrer til ein passnøkkel eller ein kodeapp. Legg til ein først.",
    en: "Recovery codes belong to a passkey or a code app. Add one first.",
  },
  passkeyFailed: {
    nb: "Passnøkkelen ble ikke lagt til. Prøv en gang til.",
    nn: "Passnøkkelen vart ikkje lagd til. Prøv ein gong til.",
    en: "The passkey was not added. Try once more.",
  },
  passkeyDoesNotHold: {
    nb: "Passnøkkelen virket ikke. Prøv en gang til, eller logg inn på en annen måte.",
    nn: "Passnøkkelen verka ikkje. Prøv ein gong til, eller logg inn på ein annan måte.",
    en: "The passkey did not work. Try once more, or sign in another way.",
  },
  passkeyName: {
    nb: "Skriv et navn på én linje, høyst 60 tegn.",
    nn: "Skriv eit namn på éi linje, høgst 60 teikn.",
    en: "Write a name on one line, at most 60 characters.",
  },
  manyPasskeys: {
    nb: "Du har ti passnøkler. Fjern en du ikke bruker, før du legger til en ny.",
    nn: "Du har ti passnøklar. Fjern ein du ikkje bruker, før du legg til ein ny.",
    en: "You have ten passkeys. Remove one you do not use before you add another.",
  },
  lastFactor: {
    nb: "Vervet ditt trenger sikker innlogging. Legg til noe annet først, så kan du fjerne denne.",
    nn: "Vervet ditt treng sikker innlogging. Legg til noko anna først, så kan du fjerne denne.",
    en: "Your role needs a secure sign-in. Add something else first, then you can remove this.",
  },
  lastPasskey: {
    nb: "Vervet ditt trenger en passnøkkel. Legg til en ny først, så kan du fjerne denne.",
    nn: "Vervet ditt treng ein passnøkkel. Legg til ein ny først, så kan du fjerne denne.",
    en: "Your role needs a passkey. Add a new one first, then you can remove this.",
  },
} satisfies Record<string, Sentence>;

const SYSTEM: Record<Exclude<Device["system"], "OTHER">, string> = {
  ANDROID: "Android",
  CHROMEBOOK: "Chromebook",
  IPAD: "iPad",
  IPHONE: "iPhone",
  LINUX: "Linux",
  MAC: "Mac",
  WINDOWS: "Windows",
};
const PASSKEY: Record<Language, string> = { nb: "Passnøkkel", nn: "Passnøkkel", en: "Passkey" };

/** What a new passkey is called until its owner says otherwise: by its device, and a number when there is one of that name. */
export function keyName(language: Language, { system }: Device, taken: readonly string[]): string {
  const name = system === "OTHER" ? PASSKEY[language] : SYSTEM[system];
  if (!taken.includes(name)) return name;
  let n = 2;
  while (taken.includes(`${name} ${n}`)) n += 1;
  return `${name} ${n}`;
}
