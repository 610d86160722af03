import type { Catalogue } from "../nb";

export const privacy: Catalogue["privacy"] = {
  whoSeesMe: "Kven kan sjå meg",
  link: "Personvern",
  rights: {
    title: "Rettar",
    lead: "Medlemmen kan be om ein kopi, om at noko blir retta, og om å bli sletta. Svar innan ein månad.",
    correct: "Er noko feil, rettar du det under «Rett opplysningar» på denne sida.",
    copy: "Lag ein kopi av alt",
    erase: "Slett medlemmen",
    who: "Kven bad om det?",
    reasons: {
      MEMBER_ASKED: "Medlemmen sjølv",
      GUARDIAN_ASKED: "Ein føresett",
      NEVER_A_MEMBER: "Ingen: personen skulle ikkje vore i registeret",
    },
    cancel: "Avbryt",
    copyTitle: "Kopi av alt om medlemmen",
    copyBody:
      "Du får to filer: éi til å lese (PDF) og éi andre system kan lese (JSON). At du tok ut kopien, står i endringsloggen.",
    make: "Lag kopien",
    madeTitle: "Kopien er klar",
    madeBody:
      "Ver sikker på kven du gir han til. Ikkje send han i vanleg e-post, og slett filene når medlemmen har fått dei.",
    pdf: "Last ned PDF",
    json: "Last ned JSON",
    close: "Ferdig",
    eraseTitle: "Slette alt om medlemmen?",
    eraseLead: "Dette skjer med ein gong:",
    eraseWhat: [
      "Namn, fødselsdato, e-post, mobil, postnummer og føresett blir borte.",
      "Opne oppgåver om medlemmen blir avlyste.",
      "Det som er gjort, tel framleis i tala til laget, men kan ikkje knytast til nokon.",
      "Kva treff medlemmen var på, blir borte. Talet står.",
      "Har medlemmen betalt kontingent, blir namn, fødselsdato og betaling låst i fem år, slik reglane for tilskot krev. Ingen i laget ser det.",
    ],
    next: "Gå vidare",
    sureTitle: "Dette kan ikkje angrast",
    sureBody:
      "Heller ikkje nasjonalt eller den som driv Varde, kan hente medlemmen tilbake. Skal medlemmen berre melde seg ut, vel du «Har meldt seg ut» i staden. Står medlemmet framleis i medlemssystemet til organisasjonen, kjem det inn att med neste fil. Då må det slettast der òg.",
    eraseNow: "Slett for godt",
    back: "Tilbake",
    doneTitle: "Medlemmen er sletta",
    done: (tasks) => `${tasks} tel framleis i tala til laget. Det som er att, har ikkje namn.`,
    doneNone: "Det som er att i tala til laget, har ikkje namn.",
    tasks: (n) => (n === 1 ? "Éi oppgåve" : `${n} oppgåver`),
    toMembers: "Til medlemmane",
  },
  page: {
    title: "Personvern i Varde",
    lead: "Kort om kva vi veit om deg, kvifor, og kva du kan be om.",
    sections: [
      {
        title: "Er du medlem?",
        body: [
          "Laget ditt har namnet ditt, når du er fødd, e-post, mobil, postnummer, når du melde deg inn, om kontingenten er betalt, og korleis du vil bli kontakta.",
          "Laget ser òg at det har teke kontakt med deg, og korleis det gjekk, til dømes «Nådd». Nokre lag skriv ned kven som kom på treff. Andre skriv berre kor mange.",
          "Vi spør aldri om helsa di, og ingen skal skrive notat om korleis du har det. Vi tek ikkje imot fødselsnummer.",
        ],
      },
      {
        title: "Kven ser det?",
        body: [
          "Leiaren og styret i laget ditt. Ingen andre lag. Dei som jobbar nasjonalt og i regionen, ser berre tal, og små tal er skjulte. Ein administrator kan slå opp éin medlem i tre timar, med ein grunn som leiaren i laget får vite.",
          "E-post og mobil er krypterte. Ingenting blir selt eller delt, og ingenting blir spora.",
        ],
      },
      {
        title: "Kor lenge?",
        body: [
          "Så lenge du er medlem. Melder du deg ut, er kontaktopplysningane borte etter 30 dagar.",
          "Etter 24 månader er det laget gjorde, berre eit tal utan namn.",
          "Har du betalt kontingent, må organisasjonen kunne vise det i fem år for å få tilskot. Da ligg namn, fødselsdato og betaling låst, og blir ikkje brukt til noko anna.",
        ],
      },
      {
        title: "Kva du kan be om",
        body: [
          "Ein kopi av alt laget har om deg. At noko feil blir retta. At du blir sletta. At ingen kontaktar deg, no eller i det heile.",
          "Sei det til leiaren i laget ditt. Du får svar innan ein månad, og det kostar ingenting.",
          "Er du usamd i svaret, kan du seie det til organisasjonen, eller klage til Datatilsynet på datatilsynet.no.",
        ],
      },
      {
        title: "Er du mellom 13 og 15?",
        body: [
          "Du har dei same rettane som alle andre. Du kan spørje sjølv, og du treng ikkje seie kvifor.",
          "Er du for ung til å melde deg inn åleine, har laget òg namnet og nummeret til ein føresett. Da kan laget ta kontakt med den føresette i staden for deg.",
          "At du er medlem, er di sak. Laget skal ikkje fortelje det til venner, skule eller andre. Meldingar frå laget skal ikkje vise på skjermen kva slags organisasjon det er.",
          "Er du usikker på noko, kan du spørje leiaren i laget, eller ein vaksen du stoler på.",
        ],
      },
      {
        title: "Har du verv?",
        body: [
          "Vi har namnet ditt, e-posten din, verva dine, når du sist var inne, og kva du har endra. Det trengst for å logge inn og for å sjå kven som gjorde kva.",
          "Du har teieplikt om kven som er medlem, også når vervet er slutt.",
        ],
      },
    ],
    home: "Til framsida",
    draft:
      "Organisasjonen din er ansvarleg for opplysningane. Denne sida seier korleis Varde verkar. Organisasjonen kan ha ei eiga personvernerklæring i tillegg.",
  },
};
