import type { Language } from "@varde/domain";
import { renderLetter } from "../../kernel/mail/letter.js";
import type { RenderedLetter } from "../../kernel/mail/letter.js";

/** NATIONAL: an invitation to a national seat waits for a second administrator. BOARD: one of the board was elected again. */
export type Waiting = "NATIONAL" | "BOARD";
type Words = { subject: string; opening: string; advice: string; open: string; why: string };

const WORDS: Record<Language, (from: string) => Record<Waiting, Words>> = {
  nb: (from) => ({
    NATIONAL: {
      subject: `Noe venter på deg i Varde, ${from}`,
      opening: "En invitasjon til et nasjonalt verv venter på at en administrator til godkjenner den.",
      advice: "Se hvem det gjelder, og spør den som inviterte om du lurer. Den venter i sju dager, og går ikke ut før.",
      open: "Se og godkjenn",
      why: "Du får denne fordi du er nasjonal administrator.",
    },
    BOARD: {
      subject: `Noe venter på deg i Varde, ${from}`,
      opening:
        "En i styret er gjenvalgt på årsmøtet, og fortsetter i vervet når en annen i styret sier at det stemmer.",
      advice: "Det tar et øyeblikk. Stemmer det ikke, lar du være.",
      open: "Se og bekreft",
      why: "Du får denne fordi du sitter i styret.",
    },
  }),
  nn: (from) => ({
    NATIONAL: {
      subject: `Noko ventar på deg i Varde, ${from}`,
      opening: "Ein invitasjon til eit nasjonalt verv ventar på at ein administrator til godkjenner han.",
      advice: "Sjå kven det gjeld, og spør den som inviterte om du lurer. Han ventar i sju dagar, og går ikkje ut før.",
      open: "Sjå og godkjenn",
      why: "Du får denne fordi du er nasjonal administrator.",
    },
    BOARD: {
      subject: `Noko ventar på deg i Varde, ${from}`,
      opening:
        "Ein i styret er attvald på årsmøtet, og held fram i vervet når ein annan i styret seier at det stemmer.",
      advice: "Det tek ein augneblink. Stemmer det ikkje, lèt du vere.",
      open: "Sjå og stadfest",
      why: "Du får denne fordi du sit i styret.",
    },
  }),
  en: (from) => ({
    NATIONAL: {
      subject: `Something waits for you in Varde, ${from}`,
      opening: "An invitation to a national seat waits for one more administrator to approve it.",
      advice: "See whom it is for, and ask whoever invited if you wonder. It waits seven days, and is not sent before.",
      open: "See and approve",
      why: "You get this because you are a national administrator.",
    },
    BOARD: {
      subject: `Something waits for you in Varde, ${from}`,
      opening: "One of the board was re-elected at the annual meeting, and goes on once another on the board says so.",
      advice: "It takes a moment. If it is not true, leave it.",
      open: "See and confirm",
      why: "You get this because you are on the board.",
    },
  }),
};

/** Tells that a seat waits for another's yes. Whose, and which, stands behind the link and not in the mail. */
export function waitingLetter(language: Language, facts: { of: Waiting; from: string; link: string }): RenderedLetter {
  const words = WORDS[language](facts.from)[facts.of];
  return renderLetter({
    language,
    subject: words.subject,
    parts: [
      { kind: "text", text: words.opening },
      { kind: "text", text: words.advice },
    ],
    button: { label: words.open, url: facts.link },
    footer: { why: words.why },
  });
}
