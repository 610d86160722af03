import type { Catalogue } from "../nb";

export const triggers: Catalogue["triggers"] = {
  title: "Kva har gått i gang",
  crumb: "Kva har gått i gang",
  link: "Kva har gått i gang",
  answer: (n) =>
    n === 1 ? "Éi oppgåve gjekk i gang av seg sjølv førre veke" : `${n} oppgåver gjekk i gang av seg sjølve førre veke`,
  aboutAnswer: (n) => `Om lag ${n} oppgåver gjekk i gang av seg sjølve førre veke`,
  lead: "Det medlemsregisteret og lukka oppgåver har sett i gang, veke for veke, og det som blei halde tilbake.",
  weeks: "Veke for veke",
  template: "Interaksjonspunkt",
  last: (week) => `Førre veke, ${week}`,
  skipped: "Halde tilbake førre veke",
  now: (week) => `Denne veka, ${week}`,
  next: (week) => `Neste veke, ${week}`,
  weekFrom: (date) => `frå ${date}`,
  about: (n) => `ca. ${n}`,
  reasons: {
    NEVER: "vil ikkje bli kontakta",
    NOT_NOW: "vil vente",
    QUIET: "flytta til etter stille dagar",
    PAST_DUE: "var alt forfalle",
  },
  rounded:
    "Tal på medlemer er for heile organisasjonen, til næraste fem: 0 kan vere ingen, éin eller to. Skjult når få lag har interaksjonspunktet.",
  how: "Tala blir skrivne éin gong i veka og ikkje endra. Venta er rekna ut då veka byrja, for dei som var medlemer då: dei som kjem til, står ikkje med. Oppgåver blir laga kvar natt, og når medlemer kjem inn i registeret. Det som skulle vore laga medan Varde var nede, blir laga om fristen ikkje er ute; er han ute, gjeld valet til utrullinga, og spør ho styret, blir det hoppa over. Medlemer utan fødselsdato får inga oppgåve om alder, og lag som ikkje fører oppmøte med namn, får inga om kven som har vore borte.",
  emptyTitle: "Ingenting går av seg sjølv enno",
  emptyBody: "Rull ut eit interaksjonspunkt som blir utløyst av medlemsregisteret, så kjem det hit.",
  toTemplates: "Til punkta",
  quiet: {
    title: "Stille dagar",
    lead: "Inga oppgåve opnar av seg sjølv desse dagane. Ho kjem etterpå, med like lang frist.",
    none: "Ingen stille dagar er sette.",
    days: (from, to) => `${from} til ${to}`,
    name: "Namn",
    from: "Første dag",
    to: "Siste dag",
    add: "Legg til",
    added: "Lagt til.",
    remove: (name) => `Ta bort ${name}`,
  },
};
