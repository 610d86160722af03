export const privacy = {
  whoSeesMe: "Hvem kan se meg",
  link: "Personvern",
  rights: {
    title: "Rettigheter",
    lead: "Medlemmet kan be om en kopi, om at noe rettes, og om å bli slettet. Svar innen en måned.",
    correct: "Er noe feil, retter du det under «Rett opplysninger» på denne siden.",
    copy: "Lag en kopi av alt",
    erase: "Slett medlemmet",
    who: "Hvem ba om det?",
    reasons: {
      MEMBER_ASKED: "Medlemmet selv",
      GUARDIAN_ASKED: "En foresatt",
      NEVER_A_MEMBER: "Ingen: personen skulle ikke vært i registeret",
    },
    cancel: "Avbryt",
    copyTitle: "Kopi av alt om medlemmet",
    copyBody:
      "Du får to filer: én til å lese (PDF) og én andre systemer kan lese (JSON). At du tok ut kopien, står i endringsloggen.",
    make: "Lag kopien",
    madeTitle: "Kopien er klar",
    madeBody:
      "Vær sikker på hvem du gir den til. Ikke send den i vanlig e-post, og slett filene når medlemmet har fått dem.",
    pdf: "Last ned PDF",
    json: "Last ned JSON",
    close: "Ferdig",
    eraseTitle: "Slette alt om medlemmet?",
    eraseLead: "Dette skjer med en gang:",
    eraseWhat: [
      "Navn, fødselsdato, e-post, mobil, postnummer og foresatt blir borte.",
      "Åpne oppgaver om medlemmet blir avlyst.",
      "Det som er gjort, teller fortsatt i lagets tall, men kan ikke knyttes til noen.",
      "Hvilke treff medlemmet var på, blir borte. Antallet står.",
      "Har medlemmet betalt kontingent, blir navn, fødselsdato og betaling låst i fem år, slik reglene for tilskudd krever. Ingen i laget ser det.",
    ],
    next: "Gå videre",
    sureTitle: "Dette kan ikke angres",
    sureBody:
      "Heller ikke nasjonalt eller den som driver Varde, kan hente medlemmet tilbake. Skal medlemmet bare melde seg ut, velger du «Har meldt seg ut» i stedet. Står medlemmet fortsatt i organisasjonens medlemssystem, kommer det inn igjen med neste fil. Da må det slettes der også.",
    eraseNow: "Slett for godt",
    back: "Tilbake",
    doneTitle: "Medlemmet er slettet",
    done: (tasks: string) => `${tasks} teller fortsatt i lagets tall. Det som er igjen, har ikke navn.`,
    doneNone: "Det som er igjen i lagets tall, har ikke navn.",
    tasks: (n: number) => (n === 1 ? "Én oppgave" : `${n} oppgaver`),
    toMembers: "Til medlemmene",
  },
  page: {
    title: "Personvern i Varde",
    lead: "Kort om hva vi vet om deg, hvorfor, og hva du kan be om.",
    sections: [
      {
        title: "Er du medlem?",
        body: [
          "Laget ditt har navnet ditt, når du er født, e-post, mobil, postnummer, når du meldte deg inn, om kontingenten er betalt, og hvordan du vil bli kontaktet.",
          "Laget ser også at det har tatt kontakt med deg, og hvordan det gikk, for eksempel «Nådd». Noen lag skriver ned hvem som kom på treff. Andre skriver bare hvor mange.",
          "Vi spør aldri om helsa di, og ingen skal skrive notater om hvordan du har det. Vi tar ikke imot fødselsnummer.",
        ],
      },
      {
        title: "Hvem ser det?",
        body: [
          "Lederen og styret i laget ditt. Ingen andre lag. De som jobber nasjonalt og i regionen, ser bare antall, og små antall er skjult. En administrator kan slå opp ett medlem i tre timer, med en grunn som lederen i laget får vite.",
          "E-post og mobil er kryptert. Ingenting selges eller deles, og ingenting spores.",
        ],
      },
      {
        title: "Hvor lenge?",
        body: [
          "Så lenge du er medlem. Melder du deg ut, er kontaktopplysningene borte etter 30 dager.",
          "Etter 24 måneder er det laget gjorde, bare et tall uten navn.",
          "Har du betalt kontingent, må organisasjonen kunne vise det i fem år for å få tilskudd. Da ligger navn, fødselsdato og betaling låst, og brukes ikke til noe annet.",
        ],
      },
      {
        title: "Hva du kan be om",
        body: [
          "En kopi av alt laget har om deg. At noe feil blir rettet. At du blir slettet. At ingen kontakter deg, nå eller i det hele tatt.",
          "Si det til lederen i laget ditt. Du får svar innen en måned, og det koster ingenting.",
          "Er du uenig i svaret, kan du si det til organisasjonen, eller klage til Datatilsynet på datatilsynet.no.",
        ],
      },
      {
        title: "Er du mellom 13 og 15?",
        body: [
          "Du har de samme rettighetene som alle andre. Du kan spørre selv, og du trenger ikke si hvorfor.",
          "Er du for ung til å melde deg inn alene, har laget også navnet og nummeret til en foresatt. Da kan laget ta kontakt med den foresatte i stedet for deg.",
          "At du er medlem, er din sak. Laget skal ikke fortelle det til venner, skole eller andre. Meldinger fra laget skal ikke vise på skjermen hva slags organisasjon det er.",
          "Er du usikker på noe, kan du spørre lederen i laget, eller en voksen du stoler på.",
        ],
      },
      {
        title: "Har du verv?",
        body: [
          "Vi har navnet ditt, e-posten din, vervene dine, når du sist var inne, og hva du har endret. Det trengs for å logge inn og for å se hvem som gjorde hva.",
          "Du har taushetsplikt om hvem som er medlem, også når vervet er slutt.",
        ],
      },
    ],
    home: "Til forsiden",
    draft:
      "Organisasjonen din er ansvarlig for opplysningene. Denne siden sier hvordan Varde virker. Organisasjonen kan ha en egen personvernerklæring i tillegg.",
  },
};
