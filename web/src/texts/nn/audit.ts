import type { audit as source } from "../nb/audit";

const and = (text: string, fact: string | undefined, rest: (fact: string) => string): string =>
  fact === undefined ? text : `${text}${rest(fact)}`;

export const audit: typeof source = {
  title: "Endringslogg",
  lead: "Kven endra kva, og når. Loggen kan ikkje rettast eller slettast.",
  empty: "Ingenting er endra enno.",
  system: "Varde sjølv",
  how: "Loggen viser kva som vart endra, aldri svar, adresser eller namn på medlemmer.",
  by: (who, when) => `${who}, ${when}`,
  unknown: (action) => `Endring: ${action}`,
  actions: {
    CHAPTER_CREATED: () => "Oppretta laget",
    CHAPTER_UPDATED: () => "Endra opplysningane om laget",
    CHAPTER_CLOSED: (facts) => and("La ned laget", facts["closedOn"], (x) => `, frå ${x}`),
    CHAPTER_MOVED: (facts) => and("Flytta laget til ein annan region", facts["from"], (x) => `, frå ${x}`),
    REGION_CREATED: () => "Oppretta ein region",
    REGION_RENAMED: () => "Gav ein region nytt namn",
    REGION_CLOSED: (facts) => and("La ned ein region", facts["closedOn"], (x) => `, frå ${x}`),
    SEAT_INVITED: () => "Inviterte nokon til eit verv",
    SEAT_ACCEPTED: () => "Tok imot eit verv",
    SEAT_ENDED: () => "Avslutta eit verv",
    INVITATION_RESENT: () => "Sende ein invitasjon på nytt",
    INVITATION_REVOKED: () => "Trekte tilbake ein invitasjon",
    TEMPLATE_CREATED: () => "Laga eit interaksjonspunkt",
    DRAFT_CREATED: () => "Byrja på ein ny versjon av eit interaksjonspunkt",
    DRAFT_DISCARDED: () => "Forkasta eit utkast",
    TEMPLATE_PUBLISHED: (facts) => and("Publiserte eit interaksjonspunkt", facts["version"], (x) => `, versjon ${x}`),
    ROLLED_OUT: (facts) => and("Rulla ut eit interaksjonspunkt", facts["chapters"], (x) => ` til ${x} lag`),
    CORE_SET_CHANGED: (facts) => and("Endra kjernepakken", facts["size"], (x) => `, no ${x} punkt`),
    TOUCHPOINTS_STARTED: (facts) =>
      and("Starta eit interaksjonspunkt for hand", facts["chapters"], (x) => `, i ${x} lag`),
  },
};
