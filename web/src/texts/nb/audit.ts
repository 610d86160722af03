/** Facts of a change, ready to read: dates are written out, the rest is as it is; absent when it was not kept. */
export type AuditFacts = Record<string, string | undefined>;

const and = (text: string, fact: string | undefined, rest: (fact: string) => string): string =>
  fact === undefined ? text : `${text}${rest(fact)}`;

export const audit = {
  title: "Endringslogg",
  lead: "Hvem endret hva, og når. Loggen kan ikke rettes eller slettes.",
  empty: "Ingenting er endret ennå.",
  nothing: "Ingen linjer passer til det du leter etter.",
  showAll: "Vis alt",
  search: "Søk etter navn eller lag",
  searchWho: "Søk etter navn",
  kind: "Hva",
  kinds: {
    ALL: "Alt",
    WORK: "Oppgaver og beskjeder",
    SEATS: "Verv og innlogging",
    MEMBERS: "Medlemmer",
    READING: "Uttak og oppslag",
    UNITS: "Lag og regioner",
    SETTINGS: "Innstillinger",
  },
  from: "Fra og med",
  to: "Til og med",
  toMember: "Se medlemmet",
  exportAll: "Last ned hele loggen (.csv)",
  exportChosen: "Last ned utvalget (.csv)",
  file: (day: string) => `endringslogg-${day}.csv`,
  taken: (lines: string) => `Lastet ned, ${lines} linjer. At du gjorde det, står i loggen.`,
  takenCut: (lines: string) => `Lastet ned de ${lines} nyeste linjene. Velg et kortere tidsrom for å få resten.`,
  howNational:
    "Loggen viser hva som ble endret, aldri svar, adresser eller navn på medlemmer. Endringer av et lags medlemmer leser lagets leder, ikke nasjonalt.",
  system: "Varde selv",
  how: "Loggen viser hva som ble endret, aldri svar, adresser eller navn på medlemmer.",
  by: (who: string, when: string) => `${who}, ${when}`,
  unknown: (action: string) => `Endring: ${action}`,
  /** What was done, by its action in the trail. */
  actions: {
    AUDIT_EXPORTED: (facts: AuditFacts) => and("Tok ut endringsloggen", facts["lines"], (x) => `, ${x} linjer`),
    BULK_READ: (_facts: AuditFacts) => "Åpnet uvanlig mye om medlemmer på en time",
    ATTENDANCE_BY_NAME: (_facts: AuditFacts) => "Valgte å skrive hvem som kom på treff",
    ATTENDANCE_BY_NUMBER: (_facts: AuditFacts) => "Valgte å skrive bare antall, og slettet navnene på dem som kom",
    CHAPTER_CREATED: (_facts: AuditFacts) => "Opprettet laget",
    CHAPTER_UPDATED: (_facts: AuditFacts) => "Endret opplysningene om laget",
    CHAPTER_CLOSED: (facts: AuditFacts) => and("La ned laget", facts["closedOn"], (x) => `, fra ${x}`),
    CHAPTER_MOVED: (facts: AuditFacts) =>
      and("Flyttet laget til <another> <region>", facts["from"], (x) => `, fra ${x}`),
    REGION_CREATED: (_facts: AuditFacts) => "Opprettet <a> <region>",
    REGION_RENAMED: (_facts: AuditFacts) => "Ga <a> <region> nytt navn",
    REGION_CLOSED: (facts: AuditFacts) => and("La ned <a> <region>", facts["closedOn"], (x) => `, fra ${x}`),
    TOKEN_CREATED: (_facts: AuditFacts) => "Laget en nøkkel for et annet program",
    TOKEN_FIRST_USED: (_facts: AuditFacts) => "En nøkkel for et annet program ble brukt for første gang",
    TOKEN_REVOKED: (_facts: AuditFacts) => "Avsluttet en nøkkel for et annet program",
    SEAT_APPROVED: (_facts: AuditFacts) => "Godkjente en invitasjon til et nasjonalt verv",
    SEAT_INVITED: (_facts: AuditFacts) => "Inviterte noen til et verv",
    SEAT_ACCEPTED: (_facts: AuditFacts) => "Tok imot et verv",
    ACCOUNT_DELETED: (_facts: AuditFacts) => "Slettet kontoen sin, og gikk ut av vervet",
    SAFE_PEOPLE_SET: (_facts: AuditFacts) => "Endret hva som kreves av dem som ser medlemmer",
    SEAT_ATTEST_SEEN: (_facts: AuditFacts) => "Førte at en politiattest var vist",
    SEAT_ATTEST_TAKEN_BACK: (_facts: AuditFacts) => "Tok bort føringen av en politiattest",
    SEAT_DECLARATION_ACCEPTED: (_facts: AuditFacts) => "Godtok taushetserklæringen",
    SEAT_PROLONGED: (facts: AuditFacts) =>
      and("Bekreftet at noen er gjenvalgt", facts["validTo"], (x) => `, vervet slutter ${x}`),
    ACCOUNT_RENAMED: (_facts: AuditFacts) => "Rettet navnet sitt",
    SEAT_ENDED: (_facts: AuditFacts) => "Avsluttet et verv",
    FACTOR_ADDED: (facts: AuditFacts): string =>
      facts["kind"] === "PASSKEY" ? "Sikret innloggingen med en passnøkkel" : "Sikret innloggingen med en kodeapp",
    FACTOR_REMOVED: (facts: AuditFacts): string =>
      facts["kind"] === "PASSKEY" ? "Fjernet en passnøkkel fra innloggingen" : "Fjernet kodeappen fra innloggingen",
    ACCOUNT_LINKED: (_facts: AuditFacts) => "Koblet en innlogging hos en annen til kontoen",
    ACCOUNT_UNLINKED: (_facts: AuditFacts) => "Fjernet en innlogging hos en annen fra kontoen",
    RECOVERY_CODE_USED: (_facts: AuditFacts) => "Logget inn med en gjenopprettingskode",
    RECOVERY_CODES_RENEWED: (_facts: AuditFacts) => "Laget nye gjenopprettingskoder",
    INVITATION_RESENT: (_facts: AuditFacts) => "Sendte en invitasjon på nytt",
    INVITATION_REVOKED: (_facts: AuditFacts) => "Trakk tilbake en invitasjon",
    HANDOVER_DONE: (_facts: AuditFacts) => "Gjorde en overlevering fra ett styre til det neste",
    HANDOVER_UNDONE: (_facts: AuditFacts) => "Angret en overlevering",
    TEMPLATE_CREATED: (_facts: AuditFacts) => "Laget et interaksjonspunkt",
    TEMPLATE_IMPORTED: (_facts: AuditFacts) => "Leste inn et interaksjonspunkt fra en fil",
    GRANT_RETURN_SIGNED: (_facts: AuditFacts) => "Signerte årsrapporten",
    GRANT_RETURN_DELIVERED: (_facts: AuditFacts) => "Signerte og leverte årsrapporten",
    GRANT_RETURN_VOIDED: (_facts: AuditFacts) => "Endret årsrapporten etter en signatur, som ikke gjelder lenger",
    GRANT_RETURN_SENT_BACK: (_facts: AuditFacts) => "Sendte en årsrapport tilbake",
    GRANT_RETURN_APPROVED: (_facts: AuditFacts) => "Godkjente en årsrapport",
    GRANT_RETURN_BY_ITSELF: (_facts: AuditFacts) => "Godkjente en årsrapport som ingen hadde merknader til i tide",
    SETTINGS_GRANT_RETURNS: (_facts: AuditFacts) => "Endret hva som skal følge årsrapporten",
    JOURNEY_MAP_STARTED: (_facts: AuditFacts) => "Begynte på et kart over medlemsreisen",
    JOURNEY_MAP_SHARED: (_facts: AuditFacts) => "Delte et utkast til kart over medlemsreisen",
    JOURNEY_MAP_UNSHARED: (_facts: AuditFacts) => "Sluttet å dele et utkast til kart over medlemsreisen",
    ANNUAL_REPORT_STARTED: (_facts: AuditFacts) => "Begynte på årsmeldinga",
    ANNUAL_REPORT_FINISHED: (_facts: AuditFacts) => "Gjorde årsmeldinga ferdig",
    ANNUAL_REPORT_REOPENED: (_facts: AuditFacts) => "Åpnet årsmeldinga igjen",
    REPORT_PHOTO_ADDED: (_facts: AuditFacts) => "La et bilde i årsmeldinga, og sa at alle på det har sagt ja",
    REPORT_PHOTO_DELETED: (_facts: AuditFacts) => "Tok bort et bilde fra årsmeldinga",
    JOURNEY_MAP_KEPT: (_facts: AuditFacts) => "Tok vare på årets kart over medlemsreisen",
    JOURNEY_CARD_DELETED: (_facts: AuditFacts) => "Tok bort et kort fra kartet over medlemsreisen",
    ACTION_PLAN_STARTED: (_facts: AuditFacts) => "Begynte på en handlingsplan",
    ACTION_PLAN_ADOPTED: (facts: AuditFacts) =>
      and("Vedtok en handlingsplan", facts["version"], (x) => `, versjon ${x}`),
    ACTION_PLAN_OPENED: (_facts: AuditFacts) => "Åpnet en vedtatt handlingsplan for endring",
    ACTION_PLAN_CHANGE_UNDONE: (_facts: AuditFacts) => "Lot være å endre en vedtatt handlingsplan",
    ACTION_PLAN_DISCARDED: (_facts: AuditFacts) => "Forkastet et utkast til handlingsplan",
    STRATEGY_GOAL_WRITTEN: (_facts: AuditFacts) => "Skrev et mål i strategien",
    STRATEGY_GOAL_MOVED: (_facts: AuditFacts) => "Flyttet et mål i strategien",
    STRATEGY_GOAL_REMOVED: (_facts: AuditFacts) => "Tok bort et mål fra strategien",
    PLAN_TEMPLATE_WRITTEN: (_facts: AuditFacts) => "Skrev malen for handlingsplaner",
    PRACTICE_SUGGESTED: (_facts: AuditFacts) => "Foreslo et «Slik gjorde vi det»",
    PRACTICE_SHOWN: (_facts: AuditFacts) => "Viste et «Slik gjorde vi det» for alle lag",
    PRACTICE_DECLINED: (_facts: AuditFacts) => "Avslo et «Slik gjorde vi det»",
    PRACTICE_WITHDRAWN: (_facts: AuditFacts) => "Trakk tilbake et «Slik gjorde vi det»",
    GOOD_EXAMPLE_ANSWERED: (_facts: AuditFacts) => "Delte hva laget gjør, etter et spørsmål",
    GOOD_EXAMPLE_DECLINED: (_facts: AuditFacts) => "Sa «ikke nå» til å dele hva laget gjør",
    GOOD_EXAMPLES_SET: (_facts: AuditFacts) => "Valgte om lag som skiller seg ut, skal spørres",
    DRAFT_CREATED: (_facts: AuditFacts) => "Begynte på en ny versjon av et interaksjonspunkt",
    DRAFT_DISCARDED: (_facts: AuditFacts) => "Forkastet et utkast",
    TEMPLATE_PUBLISHED: (facts: AuditFacts) =>
      and("Publiserte et interaksjonspunkt", facts["version"], (x) => `, versjon ${x}`),
    ROLLED_OUT: (facts: AuditFacts) => and("Rullet ut et interaksjonspunkt", facts["chapters"], (x) => ` til ${x} lag`),
    ROLLOUT_WITHDRAWN: (facts: AuditFacts) =>
      and("Trakk tilbake en utrulling", facts["chapters"], (x) => ` i ${x} lag`),
    CATCH_UP_ANSWERED: (_facts: AuditFacts) => "Svarte på om laget vil ta igjen en oppgave",
    SURVEY_CREATED: (_facts: AuditFacts) => "Laget et utkast til en undersøkelse",
    SURVEY_OPENED: (facts: AuditFacts) => and("Åpnet en undersøkelse", facts["chapters"], (x) => ` for ${x} lag`),
    SURVEY_CLOSED: (_facts: AuditFacts) => "Avsluttet en undersøkelse",
    SURVEY_DISCARDED: (_facts: AuditFacts) => "Forkastet et utkast til en undersøkelse",
    SURVEY_TEXT_SET_ASIDE: (_facts: AuditFacts) => "Satte til side noe et medlem hadde skrevet i en undersøkelse",
    CORE_IDEA_ADDED: () => "La til en idé til kjernepakken",
    CORE_IDEA_REMOVED: () => "Tok bort en idé til kjernepakken",
    CORE_SCORE_GIVEN: () => "Satte et tall for hånd i valget av kjernepakke",
    CORE_SCORE_TAKEN_BACK: () => "Tok tilbake et tall i valget av kjernepakke",
    CORE_WORKSHOP_OPENED: () => "Åpnet en avstemning om kjernepakken",
    CORE_WORKSHOP_CLOSED: () => "Lukket en runde i avstemningen",
    CORE_WORKSHOP_RESET: () => "Begynte en runde på nytt",
    CORE_WORKSHOP_CONTINUED: () => "Åpnet en ny runde i avstemningen",
    CORE_WORKSHOP_ENDED: () => "Avsluttet avstemningen om kjernepakken",
    CORE_CHOICE_FROZEN: (facts: AuditFacts) => and("Frøs kjernepakken", facts["year"], (x) => ` for ${x}`),
    CORE_SET_CHANGED: (facts: AuditFacts) => and("Endret kjernepakken", facts["size"], (x) => `, nå ${x} punkter`),
    DUTY_TAKEN_OVER: (_facts: AuditFacts) => "Gjorde en oppgave på vegne av laget",
    DUTY_TAKEN_BACK: (_facts: AuditFacts) => "Rettet en oppgave som nasjonalt hadde gjort",
    CONTACT_WRITTEN: (_facts: AuditFacts) => "Skrev ned en kontakt med et styre",
    CONTACT_CHANGED: (_facts: AuditFacts) => "Rettet en kontakt med et styre",
    CONTACT_REMOVED: (_facts: AuditFacts) => "Tok bort en kontakt med et styre",
    NUDGE_SENT: (_facts: AuditFacts) => "Skrev en hilsen til styret",
    OUTREACH_SENT: (_facts: AuditFacts) => "Sendte e-post til alle i laget",
    BOARD_MESSAGE_SENT: (facts: AuditFacts) =>
      and("Sendte en beskjed til styrene", facts["chapters"], (x) => ` i ${x} lag`),
    BOARD_MESSAGE_WITHDRAWN: (_facts: AuditFacts) => "Trakk tilbake en beskjed til styrene",
    ORGANIZATION_RENAMED: (_facts: AuditFacts) => "Endret navnene på organisasjonen",
    BURDEN_CAP_CHANGED: (facts: AuditFacts) =>
      and("Endret tiden som kan kreves av et lag", facts["minutes"], (x) => `, til ${x} minutter i måneden`),
    MEMBER_GOAL_CHANGED: (facts: AuditFacts) =>
      facts["members"]
        ? `Satte målet for medlemmer til ${facts["members"]} innen ${facts["on"] ?? ""}`
        : "Tok bort målet for medlemmer",
    LEVEL_NAMED: (_facts: AuditFacts) => "Endret hva nivået i midten kalles",
    AGES_CHANGED: (_facts: AuditFacts) => "Endret aldrene som reglene går etter",
    SMALL_NUMBERS_CHANGED: (facts: AuditFacts) =>
      and("Endret grensen for små tall", facts["to"], (x) => ` fra ${facts["from"] ?? ""} til ${x}`),
    LANGUAGES_CHANGED: (_facts: AuditFacts) => "Endret språkene som kan velges",
    COLOUR_CHANGED: (facts: AuditFacts) =>
      facts["colour"] ? `Endret hovedfargen til ${facts["colour"]}` : "Tok tilbake Vardes egen farge",
    CORE_LIMIT_CHANGED: (facts: AuditFacts) =>
      facts["minutes"]
        ? `Endret tiden til kjernepakken til ${facts["minutes"]} minutter i måneden`
        : "Lot tiden til kjernepakken følge det som kan kreves av et lag i alt",
    CORE_SET_SIZE_CHANGED: (facts: AuditFacts) =>
      and("Endret størrelsen på kjernepakken", facts["size"], (x) => `, til høyst ${x} punkter`),
    READING_LIMIT_CHANGED: (facts: AuditFacts) =>
      and("Endret når mye lesing varsles", facts["points"], (x) => `, nå ${x} poeng på en time`),
    RETENTION_CHANGED: (_facts: AuditFacts) => "Endret hvor lenge ting er lagret",
    SECOND_FACTOR_CHANGED: (_facts: AuditFacts) => "Endret hvem som må ha sikker innlogging",
    QUIET_PERIOD_ADDED: (facts: AuditFacts) =>
      and("La inn stille dager", facts["from"], (x) => `, ${x} til ${facts["to"] ?? ""}`),
    QUIET_PERIOD_REMOVED: (facts: AuditFacts) =>
      and("Tok bort stille dager", facts["from"], (x) => `, ${x} til ${facts["to"] ?? ""}`),
    YEAR_DATE_SAVED: (facts: AuditFacts) => and("Førte opp en dag i årshjulet", facts["from"], (x) => `, ${x}`),
    YEAR_DATE_DELETED: (facts: AuditFacts) => and("Tok bort en dag fra årshjulet", facts["from"], (x) => `, ${x}`),
    YEAR_DATES_SUGGESTED: (facts: AuditFacts) =>
      and("Hentet forslag til dager i årshjulet", facts["year"], (x) => ` for ${x}`),
    ANNUAL_RULE_CHANGED: (_facts: AuditFacts) => "Endret reglene for årsmøter",
    CRISIS_CONTACTS_CHANGED: (facts: AuditFacts) =>
      and("Endret eller sjekket numrene i trygg ramme", facts["numbers"], (x) => `, nå ${x} nummer`),
    IMPORT_APPLIED: (facts: AuditFacts) =>
      and(
        and("Tok inn en medlemsliste", facts["new"], (x) => `, ${x} nye`),
        facts["changed"],
        (x) => `, ${x} endret`,
      ),
    IMPORT_CANCELLED: (_facts: AuditFacts) => "Forkastet en medlemsliste",
    MEMBERS_EXPORTED: (facts: AuditFacts) =>
      and(
        facts["list"] === "VOTING" ? "Tok ut stemmelista til årsmøtet" : "Tok ut medlemslista",
        facts["count"],
        (x) => `, ${x} medlemmer`,
      ),
    MEMBER_ADDED: (_facts: AuditFacts) => "Førte opp et medlem",
    MEMBER_CHANGED: (_facts: AuditFacts) => "Rettet opplysninger om et medlem",
    MEMBER_PREFERENCE_SET: (_facts: AuditFacts) => "Skrev ned et medlems ønske om kontakt",
    GRANT_RULES_SET: (facts: AuditFacts) =>
      and("Endret reglene for hvem som teller", facts["year"], (x) => `, for ${x}`),
    MEMBERSHIP_TYPE_SAVED: (_facts: AuditFacts) => "Endret en medlemstype",
    MEMBER_FEE_SET: (facts: AuditFacts) => and("Endret et medlems kontingent", facts["year"], (x) => `, for ${x}`),
    MEMBER_ENDED: (_facts: AuditFacts) => "Avsluttet et medlemskap",
    MEMBER_REINSTATED: (_facts: AuditFacts) => "Angret at et medlemskap ble avsluttet",
    MEMBER_MOVE_PROPOSED: (_facts: AuditFacts) => "Spurte et annet lag om å ta imot et medlem",
    MEMBER_MOVE_WITHDRAWN: (_facts: AuditFacts) => "Trakk tilbake en flytting",
    MEMBER_MOVE_DECLINED: (_facts: AuditFacts) => "Takket nei til å ta imot et medlem",
    MEMBER_MOVED: (_facts: AuditFacts) => "Gjennomførte flyttingen av et medlem",
    MEMBERS_MERGED: (_facts: AuditFacts) => "Slo sammen to medlemmer som var samme person",
    MEMBERS_PARTED: (_facts: AuditFacts) => "Angret en sammenslåing av to medlemmer",
    TOUCHPOINTS_STARTED: (facts: AuditFacts) =>
      and("Startet et interaksjonspunkt for hånd", facts["chapters"], (x) => `, i ${x} lag`),
    OVERLAY_SAVED: (facts: AuditFacts) =>
      and("Tilpasset en oppgave for laget", facts["version"], (x) => `, versjon ${x}`),
    OVERLAY_REMOVED: (facts: AuditFacts) =>
      and("Fjernet lagets tilpasning av en oppgave", facts["version"], (x) => `, versjon ${x}`),
    OVERLAY_CARRIED: (facts: AuditFacts) =>
      and("Tok med lagets tilpasning til en ny versjon", facts["version"], (x) => `, versjon ${x}`),
    PROPOSAL_SENT: (facts: AuditFacts) =>
      and("Foreslo lagets tilpasning for nasjonalt", facts["version"], (x) => `, av versjon ${x}`),
    PROPOSAL_WITHDRAWN: (facts: AuditFacts) =>
      and("Trakk tilbake et forslag", facts["version"], (x) => `, til versjon ${x}`),
    PROPOSAL_ACCEPTED: (facts: AuditFacts) =>
      and("Tok inn et forslag fra et lag", facts["version"], (x) => `, til versjon ${x}`),
    PROPOSAL_DECLINED: (facts: AuditFacts) =>
      and("Takket nei til et forslag fra et lag", facts["version"], (x) => `, til versjon ${x}`),
    PILOT_STARTED: (facts: AuditFacts) => and("Startet en pilot", facts["chapters"], (x) => ` i ${x} lag`),
    PILOT_EXTENDED: (facts: AuditFacts) => and("Forlenget en pilot", facts["to"], (x) => ` til ${x}`),
    PILOT_CLOSED: (_facts: AuditFacts) => "Avsluttet en pilot før tiden",
    PILOT_DECIDED: (facts: AuditFacts) => and("Avgjorde en pilot", facts["version"], (x) => `, versjon ${x}`),
    PILOT_ANSWERED: (_facts: AuditFacts) => "Svarte for styret om en pilot",
    REQUEST_ASKED: (_facts: AuditFacts) => "Spurte om en oppgave kan falle bort, eller om mer tid",
    REQUEST_WITHDRAWN: (_facts: AuditFacts) => "Trakk et ønske til koordinatoren",
    REQUEST_ACCEPTED: (facts: AuditFacts) => and("Sa ja til et ønske fra et lag", facts["until"], (x) => `, til ${x}`),
    REQUEST_DECLINED: (_facts: AuditFacts) => "Sa nei til et ønske fra et lag",
    REQUEST_DECISION_UNDONE: (_facts: AuditFacts) => "Tok tilbake svaret på et ønske fra et lag",
    EXCEPTION_GRANTED: (facts: AuditFacts) => and("Ga et lag mer tid", facts["until"], (x) => `, til ${x}`),
    REPORT_RETURNED: (_facts: AuditFacts) => "Sendte en rapport tilbake til styret",
    REPORT_RETURN_UNDONE: (_facts: AuditFacts) => "Tok tilbake en rapport som var sendt tilbake",
    MEMBER_LOOKED_UP: (_facts: AuditFacts) => "Slo opp et medlem, nasjonalt, og så kortet i høyst tre timer",
    PERSON_LOOKED_UP: (facts: AuditFacts): string =>
      facts["found"] === "1" ? "Slo opp et medlem" : "Søkte etter et medlem, uten å finne ett",
    MANY_LOOKED_UP: (facts: AuditFacts) => and("Brukte alle dagens oppslag", facts["n"], (x) => `, ${x}`),
    MEMBER_COPIED: (_facts: AuditFacts) => "Tok ut en kopi av alt om et medlem",
    MEMBER_ERASED: (_facts: AuditFacts) => "Slettet et medlem",
  },
};
