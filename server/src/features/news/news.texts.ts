import type { Sentence } from "../../kernel/errors/say.js";

/** Sentences about what is to be mended in a message to boards. */
export const NEWS_TEXTS = {
  empty: { nb: "Skriv noe her.", nn: "Skriv noko her.", en: "Write something here." },
  oneLine: {
    nb: "Dette kan ikke gå over flere linjer.",
    nn: "Dette kan ikkje gå over fleire linjer.",
    en: "This cannot span several lines.",
  },
  signs: {
    nb: "Teksten har tegn som ikke kan vises.",
    nn: "Teksten har teikn som ikkje kan visast.",
    en: "The text has signs that cannot be shown.",
  },
  nationalId: {
    nb: "Teksten har noe som ligner et fødselsnummer. Ta det bort.",
    nn: "Teksten har noko som liknar eit fødselsnummer. Ta det bort.",
    en: "The text has something like a national identity number. Take it away.",
  },
  noOne: {
    nb: "Ingen styrer får denne. Velg noen som er åpne.",
    nn: "Ingen styre får denne. Vel nokre som er opne.",
    en: "No board would get this. Choose some that are open.",
  },
  noReader: {
    nb: "Ingen i styret kan logge inn, så ingen ville lest dette. Få invitert et styre først.",
    nn: "Ingen i styret kan logge inn, så ingen ville lese dette. Få invitert eit styre først.",
    en: "Nobody on the board can sign in, so nobody would read this. Have a board invited first.",
  },
  nudgedAlready: {
    nb: "Laget fikk en hilsen fra {name} for mindre enn en uke siden. Du kan skrive fra {day}",
    nn: "Laget fekk ei helsing frå {name} for mindre enn ei veke sidan. Du kan skrive frå {day}",
    en: "{name} wrote to this chapter less than a week ago. You can write from {day}",
  },
  notPublished: {
    nb: "Lagene kan ikke se dette ennå. Publiser det først.",
    nn: "Laga kan ikkje sjå dette enno. Publiser det først.",
    en: "Chapters cannot see this yet. Publish it first.",
  },
  withdrawn: {
    nb: "Beskjeden er allerede trukket tilbake.",
    nn: "Meldinga er allereie trekt tilbake.",
    en: "The message has already been taken back.",
  },
} satisfies Record<string, Sentence>;
