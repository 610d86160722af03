import type { LocalizedText } from "@varde/domain";
import { t } from "./build.js";

export type SafeFrameParagraph = { key: string; heading: LocalizedText; text: LocalizedText };

export type SafeFrame = { title: LocalizedText; paragraphs: SafeFrameParagraph[] };

/** «Trygg ramme»: locked, the same for every chapter. Whom to call is the organization's: its crisis contacts. */
export const SAFE_FRAME: SafeFrame = {
  title: t("Trygg ramme", "Trygg ramme", "Safe frame"),
  paragraphs: [
    {
      key: "community",
      heading: t(
        "Lokallaget er et fellesskap, ikke et hjelpetilbud.",
        "Lokallaget er eit fellesskap, ikkje eit hjelpetilbod.",
        "The chapter is a community, not a helping service.",
      ),
      text: t(
        "Vi lytter, bryr oss og inviterer med. Vi behandler ikke, gir ikke råd om diagnose eller medisin, og lover ikke å holde på hemmeligheter om fare for liv og helse. Du skal aldri stå alene med noe tungt.",
        "Vi lyttar, bryr oss og inviterer med. Vi behandlar ikkje, gir ikkje råd om diagnose eller medisin, og lovar ikkje å halde på løyndomar om fare for liv og helse. Du skal aldri stå aleine med noko tungt.",
        "We listen, we care and we invite people along. We do not treat, we do not advise on diagnosis or medicine, and we do not promise to keep secrets about danger to life and health. You shall never be left alone with something heavy.",
      ),
    },
    {
      key: "more",
      heading: t(
        "Trenger noen mer enn en prat?",
        "Treng nokon meir enn ein prat?",
        "Does someone need more than a talk?",
      ),
      text: t(
        "Fastlegen, helsesykepleier eller helsestasjon for ungdom kan hjelpe videre. Se også numrene under.",
        "Fastlegen, helsesjukepleiar eller helsestasjon for ungdom kan hjelpe vidare. Sjå òg numra under.",
        "The GP, the school nurse or the youth health clinic can help. See also the numbers below.",
      ),
    },
    {
      key: "urgent",
      heading: t("Haster det?", "Hastar det?", "Is it urgent?"),
      text: t(
        "Legevakt 116 117. Fare for liv: ring 113. Bli hos personen, også på telefon, til hjelpen er på plass. Det er trygt å spørre rett ut om noen tenker på å ta livet sitt.",
        "Legevakt 116 117. Fare for liv: ring 113. Bli hos personen, òg på telefon, til hjelpa er på plass. Det er trygt å spørje rett ut om nokon tenkjer på å ta livet sitt.",
        "Out-of-hours doctor 116 117. Danger to life: call 113. Stay with the person, on the phone too, until help is there. It is safe to ask straight out whether someone is thinking of taking their own life.",
      ),
    },
    {
      key: "afterwards",
      heading: t("Etterpå:", "Etterpå:", "Afterwards:"),
      text: t(
        "Ring kontaktpersonen din i administrasjonen eller fadderen din. Du har også lov til å trenge noen å snakke med. Skriv ingenting om hendelsen i rapporten.",
        "Ring kontaktpersonen din i administrasjonen eller fadderen din. Du har òg lov til å trenge nokon å snakke med. Skriv ingenting om hendinga i rapporten.",
        "Call your contact at the national office or your mentor. You too are allowed to need someone to talk to. Write nothing about what happened in the report.",
      ),
    },
  ],
};
