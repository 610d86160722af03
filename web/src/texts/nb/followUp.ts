export const followUp = {
  log: {
    heading: "Oppfølging",
    lead: "Det dere som følger laget har skrevet ned, og det som er sendt og svart. Fadder, <region> og nasjonalt leser det. Styret ser det aldri her.",
    none: "Ingen har skrevet ned noe ennå. Har dere snakket med styret, skriv det i én linje.",
    write: "Skriv ned kontakt",
    nextOn: (day: string) => `Neste kontakt: ${day}.`,
    more: (n: string) => `Vis ${n} til`,
    change: "Rett",
    changeOne: (what: string) => `Rett: ${what}`,
    remove: "Ta bort",
    removeOne: (what: string) => `Ta bort: ${what}`,
    how: { CALL: "Ringte", MEETING: "Møttes", MESSAGE: "Skrev" },
    nudged: "Hilsen til styret",
    answered: (answer: string) => `Styret svarte «${answer}».`,
    waiver: (name: string, yes: boolean) =>
      yes ? `«${name}» ble satt til ikke aktuelt` : `«${name}» gjelder fortsatt: svaret ble nei`,
    time: (name: string, yes: boolean) =>
      yes ? `Laget fikk mer tid til «${name}»` : `Laget fikk ikke mer tid til «${name}»`,
    given: (name: string) => `Laget fikk mer tid til «${name}», uten å spørre`,
    takenOver: (name: string, still: boolean) =>
      still
        ? `Nasjonalt gjorde «${name}» på vegne av laget`
        : `Nasjonalt gjorde «${name}» på vegne av laget. Styret har rettet den selv siden`,
    by: (name: string, role: string) => `${name}, ${role}`,
    again: (day: string) => `Tar kontakt igjen ${day}.`,
    kept: "Den som skrev, kan rette og ta bort i sju dager. Alt er borte etter 24 måneder.",
  },
  form: {
    title: (chapter: string) => `Kontakt med styret i ${chapter}`,
    changeTitle: "Rett kontakten",
    how: "Hvordan?",
    ways: { CALL: "Ringte", MEETING: "Møttes", MESSAGE: "Skrev" },
    on: "Når?",
    note: "Kort notat",
    noteHelp: "Hva dere ble enige om. Skriv ikke om medlemmer, og ikke om noens helse.",
    nextOn: "Ta kontakt igjen",
    nextHelp: "Dagen står på oversikten den siste uka før.",
    save: "Lagre",
    day: "Velg en dag.",
  },
  remove: {
    title: "Ta bort kontakten?",
    body: "Linja blir borte for alle som følger laget.",
    act: "Ta bort",
  },
  takeOver: {
    heading: "Gjør på vegne av laget",
    lead: "Én om gangen, når det ikke kan vente. Åpne oppgaven, les hvordan den gjøres, og meld den. Styret ser det når noen er tilbake.",
  },
  queue: {
    dueOn: (day: string) => `frist ${day}`,
    heading: "Det som venter i laget",
    because: {
      NO_BOARD: "Laget har ikke noe styre som kan logge inn, så dere som følger det, ser køen for dem.",
      NEVER_SEEN: "Ingen i styret har vært inne ennå, så dere som følger laget, ser køen for dem.",
      SILENT: (day: string) => `Ingen i styret har vært inne siden ${day}, så dere som følger laget, ser køen for dem.`,
    },
    none: "Ingen av lagets egne oppgaver har frist de neste to ukene.",
    duty: (n: string, one: boolean) => (one ? "1 oppgave" : `${n} oppgaver`),
    due: (day: string) => `første frist ${day}`,
    overdue: (n: string) => `${n} over fristen`,
    members: "Oppgaver om medlemmer telles ikke her. Uten et styre kan noen vente på svar.",
    above:
      "Det som venter, er vist for lag der ingen har et styreverv, eller ingen har vært inne på 30 dager. Oppgaver om medlemmer vises ikke ovenfra.",
    next: "Neste steg",
    step: {
      invite: "Inviter et styre. Køen er deres når noen har logget inn.",
      askInvite: "Finn noen som vil, og be nasjonalt invitere dem. Køen er deres når noen har logget inn.",
      write: "Ring eller skriv til styret. Spør hvordan det går, før dere spør om oppgavene.",
    },
  },
  changes: {
    heading: "Nytt siden sist",
    since: (moment: string) => `Siden du var her ${moment}. Oppgaver om medlemmer er ikke med.`,
    none: "Ingenting er nytt siden sist.",
    inNeed: "Kan trenge en prat nå.",
    wellAgain: "Trenger ikke lenger en prat.",
    done: (n: string, one: boolean) => (one ? "1 oppgave er gjort." : `${n} oppgaver er gjort.`),
    missed: (n: string, one: boolean) => (one ? "1 oppgave gikk ut." : `${n} oppgaver gikk ut.`),
    asked: (n: string, one: boolean) =>
      one ? "Har 1 ønske som venter på svar." : `Har ${n} ønsker som venter på svar.`,
    answer: {
      ON_IT: "Svarte «Vi er i gang» på en hilsen.",
      NEED_HELP: "Svarte «Vi trenger hjelp» på en hilsen.",
    },
    seatsTaken: (n: string, one: boolean) => (one ? "1 ny i styret." : `${n} nye i styret.`),
    seatsEnded: (n: string, one: boolean) => (one ? "1 har gått ut av styret." : `${n} har gått ut av styret.`),
    due: "Avtalt kontakt",
    dueOn: (day: string) => `Ta kontakt ${day}.`,
    duePast: (day: string) => `Skulle vært ${day}.`,
    more: (n: string) => `${n} lag til med noe nytt`,
  },
};
