import type { MoreTexts } from "../nb/more";

export const offline: MoreTexts["offline"] = {
  title: "Utan nett",
  lead: "Det du gjer utan nett, ventar her og blir sendt av seg sjølv.",
  card: {
    waits: (n) => `${n} ventar på nett`,
    sends: (n) => (n === 1 ? "1 blir sendt no" : `${n} blir sende no`),
    look: (n) => (n === 1 ? "1 må sjåast på" : `${n} må sjåast på`),
    itself: "Blir sendt av seg sjølv",
    all: "Sjå alt som ventar",
  },
  clock: (time) => `kl. ${time}`,
  fetched: (moment) => `Oppgåvene er henta ${moment}`,
  states: { waiting: "Ventar på nett", sending: "Blir sendt", sent: "Sendt", look: "Må sjåast på" },
  acts: {
    outcome: (outcome, moment) => `${outcome}, ${moment}`,
    report: (moment) => `Rapport skriven ${moment}`,
    steps: (n, moment) => (n === 1 ? `1 steg endra ${moment}` : `${n} steg endra ${moment}`),
    emptied: (moment) => `Meldt som ingen nye ${moment}`,
  },
  undo: "Angre",
  undoName: (what) => `Angre: ${what}`,
  tried: "Kan vere framme alt. Vi spør når nettet er tilbake.",
  conflict: {
    title: "Nokon andre var før deg",
    theirs: (name) => `${name} sende`,
    someone: "Ein annan i styret",
    mine: "Du skreiv",
    keepTheirs: "Behald det som er sendt",
    sendMine: "Send mitt som retting",
    noAnswer: "Fekk ikkje sendt rettinga. Prøv igjen når du har nett.",
    notOpen: "Ho kan ikkje rettast lenger.",
  },
  locked: "Tida var ute då du gjorde dette, så det kan ikkje sendast.",
  ended: "Vervet ditt er slutt, så dette kan ikkje sendast. Ta ein kopi om du treng teksten.",
  gone: "Oppgåva finst ikkje lenger.",
  invalid: "Dette kunne ikkje takast imot som det er.",
  toTask: "Opne oppgåva",
  remove: "Fjern",
  taken: {
    TAKEN: "Teke imot",
    ALREADY: "Stod der frå før. Ho talde éin gong.",
    NOTHING_MORE: "Nokon var ferdig før deg. Forsøket ditt er notert, meir trengst ikkje.",
    DEADLINE_KEPT: "Notert. Fristen er flytta éin gong før, så han står.",
  },
  sections: { waiting: "Ventar", look: "Må sjåast på", sent: "Sendt", here: "På denne telefonen" },
  nothing: "Ingenting ventar. Alt du har gjort, er sendt.",
  here: {
    items: (n) => (n === 1 ? "1 oppgåve, med førenamn og guide" : `${n} oppgåver, med førenamn og guide`),
    none: "Ingen oppgåver er lagra her no.",
    rule: "Telefonnummer og e-post blir aldri lagra. Oppgåvene blir fjerna når du loggar ut, når vervet er slutt, og etter 24 timar utan nett.",
    sync: "Hent og send no",
    notReached: "Varde svarar ikkje enno. Vi prøver igjen av oss sjølve.",
    drop: "Fjern oppgåvene herifrå",
    dropped: "Oppgåvene er fjerna frå denne telefonen.",
    sealed: (n) =>
      n === 1
        ? "1 ting ligg låst her. Han blir send når den som gjorde han, loggar inn igjen i same verv."
        : `${n} ting ligg låste her. Dei blir sende når den som gjorde dei, loggar inn igjen i same verv.`,
    unavailable:
      "Denne nettlesaren kan ikkje lagre noko trygt, så Varde treng nett her. Eit privat vindauge er ein vanleg grunn.",
  },
  copy: {
    act: "Ta ein kopi av det som ventar",
    warning:
      "Ein siste utveg. Fila har førenamn og det du skreiv: lagre ho ein trygg stad, og slett ho når ho er brukt.",
  },
  install: {
    title: "Varde på heimskjermen",
    body: "Då opnar han raskt, også utan nett.",
    act: "Legg til",
    apple: "Trykk på Del, og vel «Legg til på Heim-skjerm».",
    no: "Ikkje no",
  },
};
