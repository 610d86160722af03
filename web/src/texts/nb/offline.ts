/** Uten nett: det som venter, det som må ses på, og det telefonen har. */
export const offline = {
  title: "Uten nett",
  lead: "Det du gjør uten nett, venter her og sendes av seg selv.",
  card: {
    waits: (n: number) => `${n} venter på nett`,
    sends: (n: number) => (n === 1 ? "1 sendes nå" : `${n} sendes nå`),
    look: (n: number) => (n === 1 ? "1 må ses på" : `${n} må ses på`),
    itself: "Sendes av seg selv",
    all: "Se alt som venter",
  },
  clock: (time: string) => `kl. ${time}`,
  fetched: (moment: string) => `Oppgavene er hentet ${moment}`,
  states: { waiting: "Venter på nett", sending: "Sendes", sent: "Sendt", look: "Må ses på" },
  acts: {
    outcome: (outcome: string, moment: string) => `${outcome}, ${moment}`,
    report: (moment: string) => `Rapport skrevet ${moment}`,
    steps: (n: number, moment: string) => (n === 1 ? `1 steg endret ${moment}` : `${n} steg endret ${moment}`),
    emptied: (moment: string) => `Meldt som ingen nye ${moment}`,
  },
  undo: "Angre",
  undoName: (what: string) => `Angre: ${what}`,
  tried: "Kan være framme alt. Vi spør når nettet er tilbake.",
  conflict: {
    title: "Noen andre var før deg",
    theirs: (name: string) => `${name} sendte`,
    someone: "En annen i styret",
    mine: "Du skrev",
    keepTheirs: "Behold det som er sendt",
    sendMine: "Send mitt som rettelse",
    noAnswer: "Fikk ikke sendt rettelsen. Prøv igjen når du har nett.",
    notOpen: "Den kan ikke rettes lenger.",
  },
  locked: "Tiden var ute da du gjorde dette, så det kan ikke sendes.",
  ended: "Vervet ditt er slutt, så dette kan ikke sendes. Ta en kopi om du trenger teksten.",
  gone: "Oppgaven finnes ikke lenger.",
  invalid: "Dette kunne ikke tas imot som det er.",
  toTask: "Åpne oppgaven",
  remove: "Fjern",
  taken: {
    TAKEN: "Tatt imot",
    ALREADY: "Sto der fra før. Den telte én gang.",
    NOTHING_MORE: "Noen var ferdig før deg. Forsøket ditt er notert, mer trengs ikke.",
    DEADLINE_KEPT: "Notert. Fristen er flyttet én gang før, så den står.",
  },
  sections: {
    waiting: "Venter",
    look: "Må ses på",
    sent: "Sendt",
    here: "På denne telefonen",
  },
  nothing: "Ingenting venter. Alt du har gjort, er sendt.",
  here: {
    items: (n: number) => (n === 1 ? "1 oppgave, med fornavn og guide" : `${n} oppgaver, med fornavn og guide`),
    none: "Ingen oppgaver er lagret her nå.",
    rule: "Telefonnummer og e-post lagres aldri. Oppgavene fjernes når du logger ut, når vervet er slutt, og etter 24 timer uten nett.",
    sync: "Hent og send nå",
    notReached: "Varde svarer ikke ennå. Vi prøver igjen av oss selv.",
    drop: "Fjern oppgavene herfra",
    dropped: "Oppgavene er fjernet fra denne telefonen.",
    sealed: (n: number) =>
      n === 1
        ? "1 ting ligger låst her. Den sendes når den som gjorde den, logger inn igjen i samme verv."
        : `${n} ting ligger låst her. De sendes når den som gjorde dem, logger inn igjen i samme verv.`,
    unavailable:
      "Denne nettleseren kan ikke lagre noe trygt, så Varde trenger nett her. Et privat vindu er en vanlig grunn.",
  },
  copy: {
    act: "Ta en kopi av det som venter",
    warning:
      "En siste utvei. Fila har fornavn og det du skrev: lagre den et trygt sted, og slett den når den er brukt.",
  },
  install: {
    title: "Varde på hjemskjermen",
    body: "Da åpner den raskt, også uten nett.",
    act: "Legg til",
    apple: "Trykk på Del, og velg «Legg til på Hjem-skjerm».",
    no: "Ikke nå",
  },
};
