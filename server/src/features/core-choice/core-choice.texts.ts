import type { Language } from "@varde/domain";
import type { Sentence } from "../../kernel/errors/say.js";

export const CORE_CHOICE_TEXTS = {
  notNow: {
    nb: "Det går ikke slik avstemningen står nå.",
    nn: "Det går ikkje slik avstemminga står no.",
    en: "That cannot be done as the vote stands now.",
  },
  fewCandidates: {
    nb: "Velg minst to punkter å stemme over, og høyst 20.",
    nn: "Vel minst to punkt å stemme over, og høgst 20.",
    en: "Choose at least two points to vote on, and at most 20.",
  },
  mostOnOne: {
    nb: "Det kan ikke ligge flere prikker på ett punkt enn hver har.",
    nn: "Det kan ikkje liggje fleire prikkar på eitt punkt enn kvar har.",
    en: "No more dots can lie on one point than each has.",
  },
  noIdeas: {
    nb: "En idé må bli et publisert interaksjonspunkt før den kan velges.",
    nn: "Ein idé må bli eit publisert interaksjonspunkt før han kan veljast.",
    en: "An idea has to become a published interaction point before it can be chosen.",
  },
  tooHeavy: {
    nb: "Dette er mer enn hvert lag kan rekke. Skriv hvorfor det er verdt det, eller velg noe lettere.",
    nn: "Dette er meir enn kvart lag kan rekke. Skriv kvifor det er verdt det, eller vel noko lettare.",
    en: "This is more than every chapter can manage. Write why it is worth it, or choose something lighter.",
  },
  why: {
    nb: "Skriv hvorfor dette punktet er valgt.",
    nn: "Skriv kvifor dette punktet er valt.",
    en: "Write why this point is chosen.",
  },
  closed: {
    nb: "Det er ikke åpent for å stemme nå. Se på storskjermen.",
    nn: "Det er ikkje ope for å stemme no. Sjå på storskjermen.",
    en: "Voting is not open now. Look at the big screen.",
  },
  full: {
    nb: "Så fint at dere er så mange. Det er plass til 60 telefoner, og alle plassene er tatt. Stem gjerne sammen med en ved siden av deg.",
    nn: "Så fint at de er så mange. Det er plass til 60 telefonar, og alle plassane er tekne. Stem gjerne saman med ein ved sida av deg.",
    en: "How nice that there are so many of you. There is room for 60 phones, and all places are taken. You are welcome to vote together with someone next to you.",
  },
  tooMany: {
    nb: "Så mange prikker har ingen. Se hva som ligger der nå.",
    nn: "Så mange prikkar har ingen. Sjå kva som ligg der no.",
    en: "Nobody has that many dots. See what lies there now.",
  },
  changed: {
    nb: "Prikkene er flyttet på et annet sted, eller runden er begynt på nytt. Se hva som ligger der nå.",
    nn: "Prikkane er flytta ein annan stad, eller runden er byrja på nytt. Sjå kva som ligg der no.",
    en: "The dots were moved somewhere else, or the round was begun anew. See what lies there now.",
  },
  unknown: {
    nb: "Koden fører ingen steder. Se etter på storskjermen.",
    nn: "Koden fører ingen stader. Sjå etter på storskjermen.",
    en: "The code leads nowhere. Check it on the big screen.",
  },
} satisfies Record<string, Sentence>;

/** What chapters are told when the set is frozen: its names in order, and why each. */
export function newsOf(
  language: Language,
  year: number,
  chosen: readonly { name: string; why: string }[],
): { title: string; body: string } {
  const heads = {
    nb: { title: `Kjernepakken for ${year}`, lead: "Dette er punktene alle lag skal få til i år, og hvorfor:" },
    nn: { title: `Kjernepakken for ${year}`, lead: "Dette er punkta alle lag skal få til i år, og kvifor:" },
    en: {
      title: `The core set for ${year}`,
      lead: "These are the points every chapter is to manage this year, and why:",
    },
  };
  const { title, lead } = heads[language];
  const lines = chosen.map(({ name, why }) => `• ${name}: ${why.length > 120 ? `${why.slice(0, 119)}…` : why}`);
  return { title, body: [lead, ...lines].join("\n").slice(0, 1000) };
}
