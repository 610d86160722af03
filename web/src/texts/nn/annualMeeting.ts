import type { annualMeeting as source } from "../nb/annualMeeting";

export const annualMeeting: typeof source = {
  cancelled: "Årsmøtet er avlyst.",
  noticePassed: (day, days) =>
    `Innkallinga skulle vore send ${day}, minst ${days} dagar før. Er ho ikkje send, må møtet kanskje flyttast.`,
  notice: {
    title: "Innkalling",
    lead: (day) => `Blir send seinast ${day}. Blir lagra mens du skriv.`,
    leadPast: (day) => `Fristen var ${day}.`,
    label: "Teksten i innkallinga",
    copy: "Kopier innkalling og sakliste",
  },
  agenda: {
    title: "Sakliste",
    lead: "Byrjar med standarden. Endre, flytt og legg til.",
    case: (n) => `Sak ${n}`,
    text: (n) => `Om sak ${n}`,
    more: "Skriv meir om saka",
    upOf: (n) => `Flytt opp sak ${n}`,
    removeOf: (n) => `Ta bort sak ${n}`,
    add: "Ny sak",
  },
  papers: {
    title: "Papir",
    lead: (day) => `Blir sende seinast ${day}. Kryss av når dei er klare.`,
    leadPast: (day) => `Fristen var ${day}.`,
    states: { NONE: "Ikkje byrja.", DRAFT: "Utkast.", READY: "Ferdig i Varde." },
    elsewhere: "Blir laga utanfor Varde.",
    open: (name, year) => `Til ${name.toLowerCase()} ${year}`,
    names: {
      REPORT: "Årsmelding",
      ACCOUNTS: "Rekneskap, sett av revisor",
      PLAN: "Handlingsplan",
      BUDGET: "Budsjett",
      NOMINATIONS: "Innstillinga frå valkomiteen",
      MOTIONS: "Innkomne saker",
    },
  },
  conflict: {
    title: "Nokon andre har skrive her samstundes",
    body: "Vel kva som skal stå. Det andre blir borte.",
    mine: "Behald det eg skreiv",
    theirs: "Bruk det dei skreiv",
  },
  files: {
    title: "På møtet, og etterpå",
    listHelp: (age) =>
      `Stemmelista har dei som har betalt kontingenten for året${age > 0 ? ` og er minst ${age} år` : ""}, med plass til underskrift. Skriv ut éi, og makuler ho etterpå.`,
    list: "Stemmeliste (PDF)",
    minutesHelp: "Protokollen følgjer saklista, med plass til vedtak og stemmer.",
    paper: (paper, format) => `${paper} (${format})`,
    papers: { NOTICE: "Innkalling", AGENDA: "Sakliste", MINUTES: "Protokoll" },
    formats: { PDF: "PDF", DOCX: "Word" },
    afterHelp: "Etter møtet: skriv kor mange som kom, og la det nye styret ta over.",
    meeting: "Til møtet",
    handover: "Til overleveringa",
  },
};
