/** Facts of a change, ready to read: dates are written out, the rest is as it is; absent when it was not kept. */
export type AuditFacts = Record<string, string | undefined>;

const and = (text: string, fact: string | undefined, rest: (fact: string) => string): string =>
  fact === undefined ? text : `${text}${rest(fact)}`;

export const audit = {
  title: "Endringslogg",
  lead: "Hvem endret hva, og når. Loggen kan ikke rettes eller slettes.",
  empty: "Ingenting er endret ennå.",
  system: "Varde selv",
  how: "Loggen viser hva som ble endret, aldri svar, adresser eller navn på medlemmer.",
  by: (who: string, when: string) => `${who}, ${when}`,
  unknown: (action: string) => `Endring: ${action}`,
  /** What was done, by its action in the trail. */
  actions: {
    CHAPTER_CREATED: (_facts: AuditFacts) => "Opprettet laget",
    CHAPTER_UPDATED: (_facts: AuditFacts) => "Endret opplysningene om laget",
    CHAPTER_CLOSED: (facts: AuditFacts) => and("La ned laget", facts["closedOn"], (x) => `, fra ${x}`),
    CHAPTER_MOVED: (facts: AuditFacts) => and("Flyttet laget til en annen region", facts["from"], (x) => `, fra ${x}`),
    REGION_CREATED: (_facts: AuditFacts) => "Opprettet en region",
    REGION_RENAMED: (_facts: AuditFacts) => "Ga en region nytt navn",
    REGION_CLOSED: (facts: AuditFacts) => and("La ned en region", facts["closedOn"], (x) => `, fra ${x}`),
    SEAT_INVITED: (_facts: AuditFacts) => "Inviterte noen til et verv",
    SEAT_ACCEPTED: (_facts: AuditFacts) => "Tok imot et verv",
    SEAT_ENDED: (_facts: AuditFacts) => "Avsluttet et verv",
    INVITATION_RESENT: (_facts: AuditFacts) => "Sendte en invitasjon på nytt",
    INVITATION_REVOKED: (_facts: AuditFacts) => "Trakk tilbake en invitasjon",
    TEMPLATE_CREATED: (_facts: AuditFacts) => "Laget et interaksjonspunkt",
    DRAFT_CREATED: (_facts: AuditFacts) => "Begynte på en ny versjon av et interaksjonspunkt",
    DRAFT_DISCARDED: (_facts: AuditFacts) => "Forkastet et utkast",
    TEMPLATE_PUBLISHED: (facts: AuditFacts) =>
      and("Publiserte et interaksjonspunkt", facts["version"], (x) => `, versjon ${x}`),
    ROLLED_OUT: (facts: AuditFacts) => and("Rullet ut et interaksjonspunkt", facts["chapters"], (x) => ` til ${x} lag`),
    CORE_SET_CHANGED: (facts: AuditFacts) => and("Endret kjernepakken", facts["size"], (x) => `, nå ${x} punkter`),
    TOUCHPOINTS_STARTED: (facts: AuditFacts) =>
      and("Startet et interaksjonspunkt for hånd", facts["chapters"], (x) => `, i ${x} lag`),
  },
};
