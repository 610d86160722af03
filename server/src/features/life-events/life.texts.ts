import type { Sentence } from "../../kernel/errors/say.js";

export const LIFE_TEXTS = {
  ended: {
    nb: "Medlemskapet er alt avsluttet. Se hva som står nå.",
    nn: "Medlemskapen er alt avslutta. Sjå kva som står no.",
    en: "The membership has already ended. See how it stands now.",
  },
  dayOutside: {
    nb: "Velg en dag fra innmeldingen til i dag.",
    nn: "Vel ein dag frå innmeldinga til i dag.",
    en: "Choose a day from when they joined until today.",
  },
  tooLate: {
    nb: "Dette kan ikke lenger angres.",
    nn: "Dette kan ikkje lenger gjerast om.",
    en: "This can no longer be undone.",
  },
  ownChapter: {
    nb: "Medlemmet er alt i dette laget. Velg et annet lag.",
    nn: "Medlemmen er alt i dette laget. Vel eit anna lag.",
    en: "The member is already in this chapter. Choose another.",
  },
  chapterClosed: {
    nb: "Det laget finnes ikke lenger. Velg et annet.",
    nn: "Det laget finst ikkje lenger. Vel eit anna.",
    en: "That chapter is no longer there. Choose another.",
  },
  moveWaits: {
    nb: "Et lag er alt spurt om å ta imot medlemmet. Trekk det tilbake først.",
    nn: "Eit lag er alt spurt om å ta imot medlemmen. Trekk det tilbake først.",
    en: "A chapter has already been asked to receive the member. Withdraw that first.",
  },
  moveDecided: {
    nb: "Flyttingen er alt avgjort eller trukket tilbake.",
    nn: "Flyttinga er alt avgjord eller trekt tilbake.",
    en: "The move has already been decided or withdrawn.",
  },
  cannotReceive: {
    nb: "Medlemmet kan ikke tas imot slik det står nå. Kanskje er medlemskapet avsluttet i det andre laget.",
    nn: "Medlemmen kan ikkje takast imot slik det står no. Kanskje er medlemskapen avslutta i det andre laget.",
    en: "The member cannot be received as things stand. Perhaps the membership has ended in the other chapter.",
  },
  cannotMerge: {
    nb: "Bare to som begge er medlemmer nå, kan slås sammen.",
    nn: "Berre to som begge er medlemmer no, kan slåast saman.",
    en: "Only two who are both members now can be merged.",
  },
} satisfies Record<string, Sentence>;
