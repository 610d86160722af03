import type { Sentence } from "../../kernel/errors/say.js";

export const MAP_TEXTS = {
  exists: {
    nb: "Det finnes alt et kart for dette året.",
    nn: "Det finst alt eit kart for dette året.",
    en: "There is already a map for this year.",
  },
  year: {
    nb: "Et kart begynnes for i år eller neste år.",
    nn: "Eit kart blir byrja for i år eller neste år.",
    en: "A map is begun for this year or the next.",
  },
  nothingBefore: {
    nb: "Det finnes ikke noe kart fra før å begynne med.",
    nn: "Det finst ikkje noko kart frå før å byrje med.",
    en: "There is no earlier map to begin with.",
  },
  kept: {
    nb: "Kartet er tatt vare på og endres ikke mer.",
    nn: "Kartet er teke vare på og blir ikkje endra meir.",
    en: "The map is kept and does not change any more.",
  },
  full: {
    nb: "Kartet har så mange kort som det er plass til. Ta bort et først.",
    nn: "Kartet har så mange kort som det er plass til. Ta bort eitt først.",
    en: "The map has as many cards as there is room for. Remove one first.",
  },
  title: {
    nb: "Gi kortet et navn, eller velg hva det gjelder.",
    nn: "Gi kortet eit namn, eller vel kva det gjeld.",
    en: "Give the card a name, or choose what it is about.",
  },
  nationalId: {
    nb: "Her ser det ut til å stå et fødselsnummer. Ta det bort.",
    nn: "Her ser det ut til å stå eit fødselsnummer. Ta det bort.",
    en: "There seems to be a national identity number here. Remove it.",
  },
  quote: {
    nb: "Skriv hva som ble sagt.",
    nn: "Skriv kva som blei sagt.",
    en: "Write what was said.",
  },
  number: {
    nb: "Velg hvilket tall.",
    nn: "Vel kva tal.",
    en: "Choose which number.",
  },
  question: {
    nb: "Velg hvilket spørsmål.",
    nn: "Vel kva spørsmål.",
    en: "Choose which question.",
  },
  empty: {
    nb: "Et tomt kart kan ikke tas vare på. Legg til et kort først.",
    nn: "Eit tomt kart kan ikkje takast vare på. Legg til eit kort først.",
    en: "An empty map cannot be kept. Add a card first.",
  },
} satisfies Record<string, Sentence>;
