import type { MoreTexts } from "../nb/more";

const rows = (n: number): string => (n === 1 ? "1 rad" : `${n} rader`);

export const planImport: MoreTexts["planImport"] = {
  bring: "Lim inn eller last opp planen de har",
  title: (year) => `Ta inn planen for ${year}`,
  lead: "Lim inn planen frå Word, Google Docs eller eit rekneark, eller vel fila. Du ser korleis han blir før noko blir lagra.",
  boardOnly: "Berre styret i laget kan ta inn ein plan.",
  from: "Planen de har",
  choose: "Vel fil",
  drop: "Eller slepp fila her: Word (.docx), Excel (.xlsx), nettside, tekst eller .csv, høgst 5 MB. Fila blir ikkje lagra.",
  readFrom: (file) => `Lesen frå ${file}`,
  box: "Eller lim han inn her",
  boxHelp: "Merk alt i dokumentet, også overskriftene over kolonnane, kopier og lim inn.",
  read: "Les planen",
  readAgain: "Les ein gong til",
  clear: "Tøm og byrj på nytt",
  plain:
    "Vi fekk ikkje kontakt, så berre teksten er lesen. Linjeskift inni ei rute kan ha blitt til eigne rader. Les ein gong til når du har nett.",
  notKept: "Det er ikkje plass til å ta vare på dette på eininga. Lagre planen før du lukkar sida.",
  savedLater: "Det du limte inn, ligg på denne eininga til planen er lagra.",
  understood: "Slik er han forstått",
  rows: (n) => `Fann ${rows(n)}. Sjå over planen før du lagrar.`,
  note: (note) => {
    switch (note.code) {
      case "NO_HEADER":
        return "Fann ingen overskrifter over kolonnane, så dei er gjetta. Sjå om dei stemmer.";
      case "NO_TITLE":
        return "Fann ingen tittel. Planen får namnet på laget og året, eller beheld den han har.";
      case "NO_CLOSING":
        return "Fann ikkje noko under tabellen, som stad og dato. Det kan skrivast etterpå.";
      case "NUMBERED":
        return "Tala i nummerkolonnen følgde ikkje med, så radene er nummererte ovanfrå.";
      case "HEADERS_SKIPPED":
        return note.count === 1
          ? "Overskriftene stod ein gong til, og er hoppa over."
          : `Overskriftene stod ${note.count} gonger til, og er hoppa over.`;
      case "ROWS_JOINED":
        return note.count === 1
          ? "Ei rad heldt fram på neste side, og er sett saman."
          : `${note.count} rader heldt fram på neste side, og er sette saman.`;
      case "PAGES_SKIPPED":
        return "Sidetal og topptekstar er ikkje tekne med.";
      case "COLUMN_KEPT":
        return `«${note.words}» er ikkje ei kolonne i planen. Det som stod der, står under tiltaka.`;
      case "TEXT_BETWEEN":
        return `Dette stod mellom to delar av tabellen, og står no i innleiinga: «${note.words}»`;
    }
  },
  problem: (problem) => {
    switch (problem.code) {
      case "NOTHING":
        return "Det er ingenting å lese her.";
      case "NO_TABLE":
        return "Fann ingen tabell. Merk heile tabellen i dokumentet, også overskriftene, og kopier han ein gong til.";
      case "NO_ROWS":
        return "Fann overskriftene, men ingen rader under dei.";
      case "TOO_WIDE":
        return `Tabellen har ${problem.count} kolonnar eller fleire. Ein handlingsplan har høgst 12. Er det ein annan tabell?`;
      case "TOO_MANY_ROWS":
        return `Tabellen har ${problem.count} rader, og ein plan har plass til 60. Ta med berre dei som høyrer til planen.`;
      case "CELL_TOO_LONG":
        return `Rad ${problem.row} har for mykje tekst i ei rute. Kort han ned i dokumentet, og lim inn på nytt.`;
      case "TEXT_TOO_LONG":
        return "Teksten før eller etter tabellen er for lang. Kort han ned i dokumentet, og lim inn på nytt.";
    }
  },
  columns: (n) => `Kva er kva? ${n} kolonnar`,
  column: (n) => `Kolonne ${n}`,
  sample: (text) => `Som «${text}»`,
  holds: {
    NR: "Nr.",
    ACTIVITY: "Aktivitet",
    AIM: "Mål",
    MEASURES: "Tiltak",
    RESULT_AIM: "Resultatmål",
    EXTRA: "Noko anna, under tiltaka",
    SKIP: "Blir ikkje med",
  },
  preview: "Slik blir planen.",
  noActivity: "Utan aktivitet",
  save: (year) => `Lagre som plan for ${year}`,
  saveGo: "Lagre planen",
  replace: "Byt ut planen som er der",
  replaceGo: "Byt ut planen",
  replaced: (year, n) => `Planen for ${year} har ${rows(n)} frå før.`,
  kept: (n) =>
    `${rows(n)} har same aktivitet. ${n === 1 ? "Ho får" : "Dei får"} den nye teksten, og beheld ansvarleg, frist og kor langt de er komne.`,
  gone: (activities) =>
    `${activities.length === 1 ? "Denne blir teken bort" : "Desse blir tekne bort"}: ${activities.join(", ")}. Dei siste kan leggjast tilbake.`,
  inRow: (n, message) => `Rad ${n}: ${message}`,
  toPlan: "Gå til planen",
  adopted: (year) => `Planen for ${year} er vedteken`,
  adoptedBody: "Vel «Endre planen» på sida til planen først. Det du limer inn her, ligg på eininga så lenge.",
  otherYear: "Ein plan blir skriven for i fjor, i år eller neste år.",
  unread: {
    EMPTY: "Fila er tom.",
    TOO_LARGE: "Det er større enn 5 MB. Ta bort bilete, eller kopier berre tabellen.",
    OLD_WORD:
      "Fila er frå ei gammal utgåve av Word eller Excel. Lagre ho som .docx, eller kopier tabellen og lim han inn.",
    PDF: "Ein PDF kan ikkje lesast sikkert. Opne planen i Word, eller kopier tabellen og lim han inn.",
    PICTURE: "Dette er eit bilete. Varde les ikkje tekst i bilete. Har de planen som dokument?",
    OPEN_DOCUMENT:
      "Fila er frå LibreOffice eller OpenOffice. Lagre ho som .docx, eller kopier tabellen og lim han inn.",
    OTHER_DOCUMENT:
      "Denne typen dokument kan ikkje lesast. Opne det der det er laga, lagre det som .docx, eller kopier tabellen og lim han inn.",
    SPREADSHEET: "Dette er eit rekneark. Merk rutene, kopier, og lim dei inn her.",
    NOT_DOCX: "Fila er ikkje eit Word-dokument, sjølv om ho kan heite det. Opne ho der ho er laga, og kopier tabellen.",
    DAMAGED: "Fila er skadd og kan ikkje lesast. Opne ho i Word, lagre ho på nytt og prøv igjen.",
    LOCKED: "Fila er låst med passord. Lagre ho utan passord, eller kopier tabellen og lim han inn.",
    MACROS: "Fila har makroar, og slike les vi ikkje. Lagre ho som vanleg .docx, eller kopier tabellen og lim han inn.",
    BOMB: "Fila er mykje større inni enn utanpå, og blir ikkje lesen. Kopier tabellen og lim han inn.",
    ONLY_PICTURES: "Tabellen er eit bilete i dokumentet, og tekst i bilete kan ikkje lesast. Har de han som tabell?",
    UNREADABLE: "Dette kan ikkje lesast. Kopier berre tabellen, og lim han inn.",
  },
  print: {
    title: "Skriv ut",
    DRAFT: "Planen slik han er no, merkt «Utkast».",
    CHANGING: "Den nye versjonen slik han er no, merkt «Utkast». Den vedtekne ligg under «Versjonar».",
    ADOPTED: "Planen slik han er vedteken.",
    PDF: "PDF til utskrift",
    DOCX: "Word (.docx)",
    version: (number, format) => `Versjon ${number} som ${format}`,
  },
};
