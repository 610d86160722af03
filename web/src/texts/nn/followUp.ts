import type { followUp as nb } from "../nb/followUp";

export const followUp: typeof nb = {
  log: {
    heading: "Oppfølging",
    lead: "Det de som følgjer laget har skrive ned, og det som er sendt og svart. Fadder, <region> og nasjonalt les det. Styret ser det aldri her.",
    none: "Ingen har skrive ned noko enno. Har de snakka med styret, skriv det i éi linje.",
    write: "Skriv ned kontakt",
    nextOn: (day) => `Neste kontakt: ${day}.`,
    more: (n) => `Vis ${n} til`,
    change: "Rett",
    changeOne: (what) => `Rett: ${what}`,
    remove: "Ta bort",
    removeOne: (what) => `Ta bort: ${what}`,
    how: { CALL: "Ringde", MEETING: "Møttest", MESSAGE: "Skreiv" },
    nudged: "Helsing til styret",
    answered: (answer) => `Styret svarte «${answer}».`,
    waiver: (name, yes) =>
      yes ? `«${name}» blei sett til ikkje aktuelt` : `«${name}» gjeld framleis: svaret blei nei`,
    time: (name, yes) => (yes ? `Laget fekk meir tid til «${name}»` : `Laget fekk ikkje meir tid til «${name}»`),
    given: (name) => `Laget fekk meir tid til «${name}», utan å spørje`,
    takenOver: (name, still) =>
      still
        ? `Nasjonalt gjorde «${name}» på vegner av laget`
        : `Nasjonalt gjorde «${name}» på vegner av laget. Styret har retta oppgåva sjølv sidan`,
    by: (name, role) => `${name}, ${role}`,
    again: (day) => `Tek kontakt igjen ${day}.`,
    kept: "Den som skreiv, kan rette og ta bort i sju dagar. Alt er borte etter 24 månader.",
  },
  form: {
    title: (chapter) => `Kontakt med styret i ${chapter}`,
    changeTitle: "Rett kontakten",
    how: "Korleis?",
    ways: { CALL: "Ringde", MEETING: "Møttest", MESSAGE: "Skreiv" },
    on: "Når?",
    note: "Kort notat",
    noteHelp: "Kva de blei samde om. Skriv ikkje om medlemmar, og ikkje om helsa til nokon.",
    nextOn: "Ta kontakt igjen",
    nextHelp: "Dagen står på oversikta den siste veka før.",
    save: "Lagre",
    day: "Vel ein dag.",
  },
  remove: {
    title: "Ta bort kontakten?",
    body: "Linja blir borte for alle som følgjer laget.",
    act: "Ta bort",
  },
  takeOver: {
    heading: "Gjer på vegner av laget",
    lead: "Éi om gongen, når det ikkje kan vente. Opne oppgåva, les korleis ho blir gjord, og meld henne. Styret ser det når nokon er tilbake.",
  },
  queue: {
    dueOn: (day) => `frist ${day}`,
    heading: "Det som ventar i laget",
    because: {
      NO_BOARD: "Laget har ikkje noko styre som kan logge inn, så de som følgjer det, ser køen for dei.",
      NEVER_SEEN: "Ingen i styret har vore inne enno, så de som følgjer laget, ser køen for dei.",
      SILENT: (day) => `Ingen i styret har vore inne sidan ${day}, så de som følgjer laget, ser køen for dei.`,
    },
    none: "Ingen av laget sine eigne oppgåver har frist dei neste to vekene.",
    duty: (n, one) => (one ? "1 oppgåve" : `${n} oppgåver`),
    due: (day) => `første frist ${day}`,
    overdue: (n) => `${n} over fristen`,
    members: "Oppgåver om medlemmar blir ikkje talde her. Utan eit styre kan nokon vente på svar.",
    above:
      "Det som ventar, er vist for lag der ingen har eit styreverv, eller ingen har vore inne på 30 dagar. Oppgåver om medlemmar blir ikkje viste ovanfrå.",
    next: "Neste steg",
    step: {
      invite: "Inviter eit styre. Køen er deira når nokon har logga inn.",
      askInvite: "Finn nokon som vil, og be nasjonalt invitere dei. Køen er deira når nokon har logga inn.",
      write: "Ring eller skriv til styret. Spør korleis det går, før de spør om oppgåvene.",
    },
  },
  changes: {
    heading: "Nytt sidan sist",
    since: (moment) => `Sidan du var her ${moment}. Oppgåver om medlemmar er ikkje med.`,
    none: "Ingenting er nytt sidan sist.",
    inNeed: "Kan trenge ein prat no.",
    wellAgain: "Treng ikkje lenger ein prat.",
    done: (n, one) => (one ? "1 oppgåve er gjord." : `${n} oppgåver er gjorde.`),
    missed: (n, one) => (one ? "1 oppgåve gjekk ut." : `${n} oppgåver gjekk ut.`),
    asked: (n, one) => (one ? "Har 1 ønske som ventar på svar." : `Har ${n} ønske som ventar på svar.`),
    answer: {
      ON_IT: "Svarte «Vi er i gang» på ei helsing.",
      NEED_HELP: "Svarte «Vi treng hjelp» på ei helsing.",
    },
    seatsTaken: (n, one) => (one ? "1 ny i styret." : `${n} nye i styret.`),
    seatsEnded: (n, one) => (one ? "1 har gått ut av styret." : `${n} har gått ut av styret.`),
    due: "Avtalt kontakt",
    dueOn: (day) => `Ta kontakt ${day}.`,
    duePast: (day) => `Skulle vore ${day}.`,
    more: (n) => `${n} lag til med noko nytt`,
  },
};
