import type { PlanNote, PlanTableProblem } from "@varde/domain";

const rows = (n: number): string => (n === 1 ? "1 rad" : `${n} rader`);

export const planImport = {
  bring: "Lim inn eller last opp planen dere har",
  title: (year: number) => `Ta inn planen for ${year}`,
  lead: "Lim inn planen fra Word, Google Docs eller et regneark, eller velg fila. Du ser hvordan den blir før noe lagres.",
  boardOnly: "Bare styret i laget kan ta inn en plan.",
  from: "Planen dere har",
  choose: "Velg fil",
  drop: "Eller slipp fila her: Word (.docx), Excel (.xlsx), nettside, tekst eller .csv, høyst 5 MB. Fila blir ikke lagret.",
  readFrom: (file: string) => `Lest fra ${file}`,
  box: "Eller lim den inn her",
  boxHelp: "Merk alt i dokumentet, også overskriftene over kolonnene, kopier og lim inn.",
  read: "Les planen",
  readAgain: "Les en gang til",
  clear: "Tøm og begynn på nytt",
  plain:
    "Vi fikk ikke kontakt, så bare teksten er lest. Linjeskift inni en rute kan ha blitt til egne rader. Les en gang til når du har nett.",
  notKept: "Det er ikke plass til å ta vare på dette på enheten. Lagre planen før du lukker siden.",
  savedLater: "Det du limte inn, ligger på denne enheten til planen er lagret.",
  understood: "Slik er den forstått",
  rows: (n: number) => `Fant ${rows(n)}. Se over planen før du lagrer.`,
  note: (note: PlanNote): string => {
    switch (note.code) {
      case "NO_HEADER":
        return "Fant ingen overskrifter over kolonnene, så de er gjettet. Se om de stemmer.";
      case "NO_TITLE":
        return "Fant ingen tittel. Planen får lagets navn og året, eller beholder den den har.";
      case "NO_CLOSING":
        return "Fant ikke noe under tabellen, som sted og dato. Det kan skrives etterpå.";
      case "NUMBERED":
        return "Tallene i nummerkolonnen fulgte ikke med, så radene er nummerert ovenfra.";
      case "HEADERS_SKIPPED":
        return note.count === 1
          ? "Overskriftene sto en gang til, og er hoppet over."
          : `Overskriftene sto ${note.count} ganger til, og er hoppet over.`;
      case "ROWS_JOINED":
        return note.count === 1
          ? "En rad fortsatte på neste side, og er satt sammen."
          : `${note.count} rader fortsatte på neste side, og er satt sammen.`;
      case "PAGES_SKIPPED":
        return "Sidetall og topptekster er ikke tatt med.";
      case "COLUMN_KEPT":
        return `«${note.words}» er ikke en kolonne i planen. Det som sto der, står under tiltakene.`;
      case "TEXT_BETWEEN":
        return `Dette sto mellom to deler av tabellen, og står nå i innledningen: «${note.words}»`;
    }
  },
  problem: (problem: PlanTableProblem): string => {
    switch (problem.code) {
      case "NOTHING":
        return "Det er ingenting å lese her.";
      case "NO_TABLE":
        return "Fant ingen tabell. Merk hele tabellen i dokumentet, også overskriftene, og kopier den en gang til.";
      case "NO_ROWS":
        return "Fant overskriftene, men ingen rader under dem.";
      case "TOO_WIDE":
        return `Tabellen har ${problem.count} kolonner eller flere. En handlingsplan har høyst 12. Er det en annen tabell?`;
      case "TOO_MANY_ROWS":
        return `Tabellen har ${problem.count} rader, og en plan har plass til 60. Ta med bare dem som hører til planen.`;
      case "CELL_TOO_LONG":
        return `Rad ${problem.row} har for mye tekst i en rute. Kort den ned i dokumentet, og lim inn på nytt.`;
      case "TEXT_TOO_LONG":
        return "Teksten før eller etter tabellen er for lang. Kort den ned i dokumentet, og lim inn på nytt.";
    }
  },
  columns: (n: number) => `Hva er hva? ${n} kolonner`,
  column: (n: number) => `Kolonne ${n}`,
  sample: (text: string) => `Som «${text}»`,
  holds: {
    NR: "Nr.",
    ACTIVITY: "Aktivitet",
    AIM: "Mål",
    MEASURES: "Tiltak",
    RESULT_AIM: "Resultatmål",
    EXTRA: "Noe annet, under tiltakene",
    SKIP: "Tas ikke med",
  },
  preview: "Slik blir planen.",
  noActivity: "Uten aktivitet",
  save: (year: number) => `Lagre som plan for ${year}`,
  saveGo: "Lagre planen",
  replace: "Erstatt planen som er der",
  replaceGo: "Erstatt planen",
  replaced: (year: number, n: number) => `Planen for ${year} har ${rows(n)} fra før.`,
  kept: (n: number) =>
    `${rows(n)} har samme aktivitet. ${n === 1 ? "Den får" : "De får"} den nye teksten, og beholder ansvarlig, frist og hvor langt dere er kommet.`,
  gone: (activities: string[]) =>
    `${activities.length === 1 ? "Denne tas bort" : "Disse tas bort"}: ${activities.join(", ")}. De siste kan legges tilbake.`,
  inRow: (n: number, message: string) => `Rad ${n}: ${message}`,
  toPlan: "Gå til planen",
  adopted: (year: number) => `Planen for ${year} er vedtatt`,
  adoptedBody: "Velg «Endre planen» på siden til planen først. Det du limer inn her, ligger på enheten så lenge.",
  otherYear: "En plan skrives for i fjor, i år eller neste år.",
  unread: {
    EMPTY: "Fila er tom.",
    TOO_LARGE: "Det er større enn 5 MB. Ta bort bilder, eller kopier bare tabellen.",
    OLD_WORD:
      "Fila er fra en gammel utgave av Word eller Excel. Lagre den som .docx, eller kopier tabellen og lim den inn.",
    PDF: "En PDF kan ikke leses sikkert. Åpne planen i Word, eller kopier tabellen og lim den inn.",
    PICTURE: "Dette er et bilde. Varde leser ikke tekst i bilder. Har dere planen som dokument?",
    OPEN_DOCUMENT:
      "Fila er fra LibreOffice eller OpenOffice. Lagre den som .docx, eller kopier tabellen og lim den inn.",
    OTHER_DOCUMENT:
      "Denne typen dokument kan ikke leses. Åpne det der det er laget, lagre det som .docx, eller kopier tabellen og lim den inn.",
    SPREADSHEET: "Dette er et regneark. Merk rutene, kopier, og lim dem inn her.",
    NOT_DOCX: "Fila er ikke et Word-dokument, selv om den kan hete det. Åpne den der den er laget, og kopier tabellen.",
    DAMAGED: "Fila er skadet og kan ikke leses. Åpne den i Word, lagre den på nytt og prøv igjen.",
    LOCKED: "Fila er låst med passord. Lagre den uten passord, eller kopier tabellen og lim den inn.",
    MACROS:
      "Fila har makroer, og slike leser vi ikke. Lagre den som vanlig .docx, eller kopier tabellen og lim den inn.",
    BOMB: "Fila er mye større inni enn utenpå, og leses ikke. Kopier tabellen og lim den inn.",
    ONLY_PICTURES: "Tabellen er et bilde i dokumentet, og tekst i bilder kan ikke leses. Har dere den som tabell?",
    UNREADABLE: "Dette kan ikke leses. Kopier bare tabellen, og lim den inn.",
  },
  print: {
    title: "Skriv ut",
    DRAFT: "Planen slik den er nå, merket «Utkast».",
    CHANGING: "Den nye versjonen slik den er nå, merket «Utkast». Den vedtatte ligger under «Versjoner».",
    ADOPTED: "Planen slik den er vedtatt.",
    PDF: "PDF til utskrift",
    DOCX: "Word (.docx)",
    version: (number: number, format: string) => `Versjon ${number} som ${format}`,
  },
};
