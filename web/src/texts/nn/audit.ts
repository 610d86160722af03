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
    ATTENDANCE_BY_NAME: (_facts) => "Valde å skrive kven som kom på treff",
    ATTENDANCE_BY_NUMBER: (_facts) => "Valde å skrive berre tal, og sletta namna på dei som kom",
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
    TEMPLATE_IMPORTED: () => "Las inn eit interaksjonspunkt frå ei fil",
    PRACTICE_SUGGESTED: () => "Foreslo eit «Slik gjorde vi det»",
    PRACTICE_SHOWN: () => "Viste eit «Slik gjorde vi det» for alle lag",
    PRACTICE_DECLINED: () => "Avslo eit «Slik gjorde vi det»",
    PRACTICE_WITHDRAWN: () => "Trekte tilbake eit «Slik gjorde vi det»",
    DRAFT_CREATED: () => "Byrja på ein ny versjon av eit interaksjonspunkt",
    DRAFT_DISCARDED: () => "Forkasta eit utkast",
    TEMPLATE_PUBLISHED: (facts) => and("Publiserte eit interaksjonspunkt", facts["version"], (x) => `, versjon ${x}`),
    ROLLED_OUT: (facts) => and("Rulla ut eit interaksjonspunkt", facts["chapters"], (x) => ` til ${x} lag`),
    ROLLOUT_WITHDRAWN: (facts) => and("Trekte tilbake ei utrulling", facts["chapters"], (x) => ` i ${x} lag`),
    CATCH_UP_ANSWERED: () => "Svara på om laget vil ta igjen ei oppgåve",
    CORE_SET_CHANGED: (facts) => and("Endra kjernepakken", facts["size"], (x) => `, no ${x} punkt`),
    NUDGE_SENT: () => "Skreiv ei helsing til styret",
    BOARD_MESSAGE_SENT: (facts) => and("Sende ei melding til styra", facts["chapters"], (x) => ` i ${x} lag`),
    BOARD_MESSAGE_WITHDRAWN: () => "Trekte tilbake ei melding til styra",
    ORGANIZATION_RENAMED: () => "Endra namna på organisasjonen",
    BURDEN_CAP_CHANGED: (facts) =>
      and("Endra tida som kan krevjast av eit lag", facts["minutes"], (x) => `, til ${x} minutt i månaden`),
    QUIET_PERIOD_ADDED: (facts) => and("La inn stille dagar", facts["from"], (x) => `, ${x} til ${facts["to"] ?? ""}`),
    QUIET_PERIOD_REMOVED: (facts) =>
      and("Tok bort stille dagar", facts["from"], (x) => `, ${x} til ${facts["to"] ?? ""}`),
    CRISIS_CONTACTS_CHANGED: (facts) =>
      and("Endra eller sjekka numra i trygg ramme", facts["numbers"], (x) => `, no ${x} nummer`),
    IMPORT_APPLIED: (facts) =>
      and(
        and("Tok inn ei medlemsliste", facts["new"], (x) => `, ${x} nye`),
        facts["changed"],
        (x) => `, ${x} endra`,
      ),
    IMPORT_CANCELLED: () => "Forkasta ei medlemsliste",
    MEMBERS_EXPORTED: (facts) => and("Tok ut medlemslista", facts["count"], (x) => `, ${x} medlemmer`),
    MEMBER_ADDED: () => "Førte opp ein medlem",
    MEMBER_CHANGED: () => "Retta opplysningar om ein medlem",
    MEMBER_PREFERENCE_SET: () => "Skreiv ned ein medlems ønske om kontakt",
    MEMBER_FEE_SET: (facts) => and("Endra kontingenten til ein medlem", facts["year"], (x) => `, for ${x}`),
    MEMBER_ENDED: () => "Avslutta ein medlemskap",
    MEMBER_REINSTATED: () => "Angra at ein medlemskap vart avslutta",
    MEMBER_MOVE_PROPOSED: () => "Spurde eit anna lag om å ta imot ein medlem",
    MEMBER_MOVE_WITHDRAWN: () => "Trekte tilbake ei flytting",
    MEMBER_MOVE_DECLINED: () => "Takka nei til å ta imot ein medlem",
    MEMBER_MOVED: () => "Gjennomførte flyttinga av ein medlem",
    MEMBERS_MERGED: () => "Slo saman to medlemmer som var same person",
    MEMBERS_PARTED: () => "Angra ei samanslåing av to medlemmer",
    TOUCHPOINTS_STARTED: (facts) =>
      and("Starta eit interaksjonspunkt for hand", facts["chapters"], (x) => `, i ${x} lag`),
    OVERLAY_SAVED: (facts) => and("Tilpassa ei oppgåve for laget", facts["version"], (x) => `, versjon ${x}`),
    OVERLAY_REMOVED: (facts) =>
      and("Fjerna tilpassinga laget hadde av ei oppgåve", facts["version"], (x) => `, versjon ${x}`),
    OVERLAY_CARRIED: (facts) =>
      and("Tok med tilpassinga til laget til ein ny versjon", facts["version"], (x) => `, versjon ${x}`),
    PROPOSAL_SENT: (facts) =>
      and("Foreslo tilpassinga til laget for nasjonalt", facts["version"], (x) => `, av versjon ${x}`),
    PROPOSAL_WITHDRAWN: (facts) => and("Trekte tilbake eit forslag", facts["version"], (x) => `, til versjon ${x}`),
    PROPOSAL_ACCEPTED: (facts) => and("Tok inn eit forslag frå eit lag", facts["version"], (x) => `, til versjon ${x}`),
    PROPOSAL_DECLINED: (facts) =>
      and("Takka nei til eit forslag frå eit lag", facts["version"], (x) => `, til versjon ${x}`),
    PILOT_STARTED: (facts) => and("Starta ein pilot", facts["chapters"], (x) => ` i ${x} lag`),
    PILOT_EXTENDED: (facts) => and("Forlengde ein pilot", facts["to"], (x) => ` til ${x}`),
    PILOT_CLOSED: () => "Avslutta ein pilot før tida",
    PILOT_DECIDED: (facts) => and("Avgjorde ein pilot", facts["version"], (x) => `, versjon ${x}`),
    PILOT_ANSWERED: () => "Svara for styret om ein pilot",
    MEMBER_COPIED: () => "Tok ut ein kopi av alt om ein medlem",
    MEMBER_ERASED: () => "Sletta ein medlem",
  },
};
