export const annualMeeting = {
  cancelled: "Årsmøtet er avlyst.",
  noticePassed: (day: string, days: number) =>
    `Innkallingen skulle vært sendt ${day}, minst ${days} dager før. Er den ikke sendt, må møtet kanskje flyttes.`,
  notice: {
    title: "Innkalling",
    lead: (day: string) => `Sendes senest ${day}. Lagres mens du skriver.`,
    label: "Teksten i innkallingen",
    copy: "Kopier innkalling og saksliste",
  },
  agenda: {
    title: "Saksliste",
    lead: "Begynner med standarden. Endre, flytt og legg til.",
    case: (n: number) => `Sak ${n}`,
    text: (n: number) => `Om sak ${n}`,
    more: "Skriv mer om saken",
    up: "Flytt opp",
    upOf: (n: number) => `Flytt opp sak ${n}`,
    remove: "Ta bort",
    removeOf: (n: number) => `Ta bort sak ${n}`,
    add: "Ny sak",
  },
  papers: {
    title: "Papirer",
    lead: (day: string) => `Sendes senest ${day}. Kryss av når de er klare.`,
    names: {
      REPORT: "Årsmelding",
      ACCOUNTS: "Regnskap, sett av revisor",
      PLAN: "Handlingsplan",
      BUDGET: "Budsjett",
      NOMINATIONS: "Valgkomiteens innstilling",
      MOTIONS: "Innkomne saker",
    },
  },
  conflict: {
    title: "Noen andre har skrevet her samtidig",
    body: "Velg hva som skal stå. Det andre blir borte.",
    mine: "Behold det jeg skrev",
    theirs: "Bruk det de skrev",
  },
  files: {
    title: "På møtet, og etterpå",
    listHelp: (age: number) =>
      `Stemmelista har de som har betalt kontingenten for året${age > 0 ? ` og er minst ${age} år` : ""}, med plass til underskrift. Skriv ut én, og makuler den etterpå.`,
    list: "Stemmeliste (PDF)",
    minutesHelp: "Protokollen følger sakslista, med plass til vedtak og stemmer.",
    minutes: "Protokoll å skrive på (Word)",
    afterHelp: "Etter møtet: skriv hvor mange som kom, og la det nye styret ta over.",
    meeting: "Til møtet",
    handover: "Til overleveringen",
  },
};
