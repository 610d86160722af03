import type { Sentence } from "../../../../kernel/errors/say.js";

export const ORDER_TEXTS = {
  nothing: {
    nb: "Det er ingenting å ta ut ennå. Når interaksjonspunkter er i bruk i lagene, kan du bestille.",
    nn: "Det er ingenting å ta ut enno. Når interaksjonspunkt er i bruk i laga, kan du bestille.",
    en: "There is nothing to take out yet. When interaction points are in use in the chapters, you can order.",
  },
  noCore: {
    nb: "Kjernepakken er ikke valgt ennå. Velg alle interaksjonspunkter i stedet.",
    nn: "Kjernepakken er ikkje vald enno. Vel alle interaksjonspunkt i staden.",
    en: "The core set is not chosen yet. Choose all interaction points instead.",
  },
  wholeOnly: {
    nb: "En del for <each> <region> lages bare i rapporten for hele organisasjonen.",
    nn: "Ein del for <each> <region> blir berre laga i rapporten for heile organisasjonen.",
    en: "A part for each <region> is made only in the report on the whole organisation.",
  },
  enough: {
    nb: "Tre uttrekk lages alt for deg. Vent til ett av dem er ferdig, eller fjern ett.",
    nn: "Tre uttrekk blir alt laga for deg. Vent til eitt av dei er ferdig, eller fjern eitt.",
    en: "Three files are being made for you already. Wait until one of them is ready, or remove one.",
  },
} satisfies Record<string, Sentence>;
