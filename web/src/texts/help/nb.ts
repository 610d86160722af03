/** «Slik gjør du», side for side: hva siden er til, og hva man gjør først. Lastes når noen spør. */
export const help = {
  ask: "Hvem kan jeg spørre?",
  person: (name: string, role: string, unit: string) => `${name}, ${role} i ${unit}`,
  nobody: "Det er ingen andre med verv her ennå.",
  more: "All hjelp",
  pageTitle: "Hjelp",
  pageLead: "Kort om hver side, og hvem du kan spørre.",
  practice: "Prøv en oppgave på liksom",
  practiceBody: "Fem minutter med et oppdiktet medlem. Ingenting av det teller, og ingenting blir sendt.",
  rehearsal: {
    at: (n: number, of: number) => `Øvelse, ${n} av ${of}`,
    skip: "Hopp over øvelsen",
    name: "Velkomstsamtale",
    member: "Kari",
    invented: "Kari er oppdiktet. Ingenting her teller eller blir sendt.",
    guide:
      "## Åpning\nHei, Kari! Det er meg fra laget. Velkommen til oss. Har du et par minutter?\n\n## Underveis\nHva fikk deg til å bli med? Vi har treff en kveld i måneden. Skal jeg si fra når det er neste gang?\n\n## Avslutning\nTakk for praten. Du kan ringe meg hvis det er noe.",
    steps: { read: "Lest guiden", call: "Ringt Kari" },
    question: "Vil hun bli med på neste treff?",
    coach: {
      read: {
        title: "Slik ser en oppgave ut",
        body: "Guiden har ordene du kan bruke. Trykk på fanene i den, og les hva du ikke skal spørre om. «Trygg ramme» øverst er der hvis det blir tungt.",
        next: "Jeg har lest guiden",
      },
      call: {
        title: "Så ringer du",
        body: "På ordentlig står det en knapp som ringer for deg. Her later vi som.",
        next: "Lat som du ringer Kari",
      },
      tick: {
        title: "Kryss av det du har gjort",
        body: "Under «Steg» krysser du av underveis. Da ser resten av styret at noen er i gang.",
      },
      outcome: {
        title: "Meld fra nederst",
        body: "Hun tok telefonen og vil gjerne komme på treff. Velg «Nådd», og svar på det ene spørsmålet.",
      },
      notReached: "Det hender. Da kommer oppgaven tilbake om noen dager. Prøv «Nådd» denne gangen.",
    },
    doneTitle: "Du er klar",
    doneBody:
      "Det var alt: les, ring, kryss av, meld fra. Angrer du på ordentlig, har du ti sekunder. Uten nett venter det på telefonen og sendes siden.",
    toToday: "Gå til «I dag»",
    again: "Øv en gang til",
    offerTitle: "Ny i styret? Prøv en oppgave først",
    offerBody: "To minutter med et oppdiktet medlem. Ingenting teller.",
    offerStart: "Prøv",
    offerSkip: "Nei takk",
  },
  topics: {
    today: {
      name: "I dag",
      steps: [
        "Øverst står det som haster mest. Begynn der.",
        "Trykk på oppgaven: du får guiden, hvem det gjelder, og knappene du trenger.",
        "Ferdig? Meld fra med ett trykk. Angrer du, har du ti sekunder.",
        "Er det ingenting her, er alt gjort. Da kan du lukke siden med god samvittighet.",
      ],
    },
    tasks: {
      name: "Oppgaver",
      steps: [
        "Her er alt laget skal gjøre, også det som kommer senere.",
        "Velg hva du vil se øverst. Adressen husker valget, så du kan dele den med resten av styret.",
        "Det som er merket «over fristen», kan fortsatt gjøres.",
      ],
    },
    task: {
      name: "Oppgaven",
      steps: [
        "Les guiden først. Den har ordene du kan bruke.",
        "Kryss av stegene etter hvert. Andre i styret ser hvor langt du er kommet.",
        "Velg hvordan det gikk nederst. «Ikke svar» kommer tilbake om noen dager.",
        "Blir samtalen tung, trykk «Trygg ramme». Der står det hvem som kan ta over.",
      ],
    },
    report: {
      name: "Rapporten",
      steps: [
        "Svar på det du vet. Det som alt er kjent, er fylt ut.",
        "Teksten din lagres på denne enheten mens du skriver.",
        "Du kan rette rapporten til oppgaven går ut, og i minst sju dager etter at den er sendt.",
      ],
    },
    members: {
      name: "Medlemmer",
      steps: [
        "Søk på navn, eller velg et utvalg.",
        "Nye medlemmer legger du til selv, eller du leser inn en fil fra medlemssystemet.",
        "Skriv aldri om helsen til noen. Det er ikke plass til det, og det er med vilje.",
      ],
    },
    member: {
      name: "Medlemmet",
      steps: [
        "Her er det laget trenger for å holde kontakten, og ikke mer.",
        "Ønsket om kontakt styrer hvilke oppgaver som kommer. Rett det når noen ber om det.",
        "Ber noen om innsyn eller sletting, finner du begge deler nederst.",
      ],
    },
    import: {
      name: "Les inn medlemmer",
      steps: [
        "Slipp filen fra medlemssystemet her. Ingenting endres før du har sett hva som vil skje.",
        "Se over hva kolonnene betyr. Valget huskes til neste gang.",
        "De som mangler i filen, blir aldri slettet. Du får et forslag du kan ta stilling til.",
      ],
    },
    journey: {
      name: "Medlemsreisen",
      steps: [
        "Figuren viser hvor langt de som meldte seg inn, er kommet, og hvor noen faller av.",
        "Tabellen under har de samme tallene.",
        "Se etter det største fallet. Der hjelper det mest å gjøre noe.",
      ],
    },
    meetings: {
      name: "Treff",
      steps: [
        "Legg inn treff og møter med dato og sted. Da fylles meldingene ut av seg selv.",
        "Etterpå skriver du hvor mange som kom. Da er rapporten nesten ferdig.",
        "Fra treffet kan du invitere alle medlemmene på én gang.",
      ],
    },
    board: {
      name: "Styret",
      steps: [
        "Her ser dere hvem som har verv i laget, og når vervene går ut.",
        "Lederen inviterer nye. De får en lenke på e-post.",
        "Avslutt vervet når noen går ut av styret. Da er tilgangen borte med en gang.",
      ],
    },
    own: {
      name: "Laget",
      steps: [
        "Her ser dere hvordan det går, mot deres egne tidligere perioder.",
        "Ordene sier det viktigste. Stolpen viser det samme.",
        "Tallene her er bare deres.",
      ],
    },
    adapt: {
      name: "Tilpass",
      steps: [
        "Noen deler av en oppgave kan laget skrive med egne ord.",
        "Det som er låst, er likt for alle lag, slik at det kan sammenlignes.",
        "Ble det bra? Foreslå det, så kan alle lag få det.",
      ],
    },
    messages: {
      name: "Beskjeder",
      steps: ["Her står det som er skrevet til styrene.", "Merk som lest, så vet avsenderen at laget har sett det."],
    },
    account: {
      name: "Konto",
      steps: [
        "Her velger du språk, og når du vil ha påminnelser.",
        "Kalenderlenken viser frister og treff i din egen kalender, uten navn.",
        "Har du flere verv, bytter du mellom dem her.",
      ],
    },
    queue: {
      name: "Uten nett",
      steps: [
        "Det du gjør uten nett, venter her og sendes av seg selv.",
        "Du kan angre det som ikke er sendt.",
        "Har noen andre gjort det samme, ser du begge deler og velger.",
      ],
    },
    wishes: {
      name: "Ønsker fra lagene",
      steps: [
        "Her ber styrene om å slippe en oppgave eller om mer tid.",
        "Svar med en setning. Styret får beskjed.",
        "Du kan gjøre om svaret i sju dager.",
      ],
    },
    overview: {
      name: "Oversikt",
      steps: [
        "«Trenger en prat» er lagene som kan trenge hjelp, med grunn og neste steg. De som har bedt om det, står først.",
        "Skriv til styret derfra. En vennlig hilsen hjelper mer enn en purring.",
        "Kjernepakken er de viktigste punktene. Ordene først, så tallene.",
      ],
    },
    mentor: {
      name: "Oversikt",
      steps: [
        "Her er lagets oppgaver for ett punkt og en periode. Trykk på laget for å se dem én for én.",
        "«:» betyr at tallet er skjult fordi det handler om få personer.",
        "Under «Lag» kan du skrive til styret. En vennlig hilsen hjelper mer enn en purring.",
      ],
    },
    follow: {
      name: "Oppgaven",
      steps: [
        "Styret i laget gjør oppgaven. Her leser du hva den ber om, og det laget har sendt.",
        "Koordinatoren og nasjonalt kan gi mer tid, også uten at noen har spurt. Laget leser hvorfor.",
        "Mangler noe i rapporten, kan de sende den tilbake med noen ord. Den teller som før imens.",
      ],
    },
    compare: {
      name: "Sammenlign",
      steps: [
        "Velg punkt og periode. Adressen husker alt.",
        "Små lag svinger mye. Les setningen øverst før du leser tallene.",
        "«:» betyr at tallet er skjult fordi det handler om få personer.",
      ],
    },
    answers: {
      name: "Svar",
      steps: [
        "Her er svarene fra rapportene, lagt sammen.",
        "Tekster vises bare for oppgaver som ikke handler om én person.",
        "Hent en CSV-fil om du vil regne videre.",
      ],
    },
    chapters: {
      name: "Lag",
      steps: [
        "Her er alle lagene du følger.",
        "Åpne et lag for å se styret, skrive til det, og se hva det svarte.",
        "Lag uten styre står merket.",
      ],
    },
    templates: {
      name: "Interaksjonspunkter",
      steps: [
        "Hvert punkt er noe alle lag skal gjøre. Kjernepakken står øverst.",
        "Rediger et utkast, prøv det i noen lag, og rull det ut når det virker.",
        "Et publisert punkt endres aldri. Du lager en ny versjon.",
      ],
    },
    editor: {
      name: "Utkastet",
      steps: [
        "Skriv mål først, så tiltak, så hva laget skal svare på. Fem felt holder.",
        "Til høyre ser du oppgaven slik styret får den.",
        "Et minutt å rapportere er nok. Du får beskjed når det blir mer.",
      ],
    },
    rollout: {
      name: "Utrulling",
      steps: [
        "Velg hvem som får versjonen, og fra når.",
        "Se over hva som endres i hvert lag før du ruller ut.",
        "Oppgaver noen har begynt på, blir aldri endret.",
      ],
    },
    settings: {
      name: "Innstillinger",
      steps: [
        "Navn, nivåer og tall som gjelder hele organisasjonen.",
        "Sjekk telefonnumrene i «Trygg ramme» hvert halvår.",
        "Hver endring står i endringsloggen.",
      ],
    },
    audit: {
      name: "Endringslogg",
      steps: ["Her står hvem som endret hva, og når.", "Loggen kan ikke rettes. Den viser aldri navn på medlemmer."],
    },
    year: {
      name: "Året",
      steps: [
        "Hjulet viser hele året: årsmøtet, frister, møter og ferier. Listen viser det samme.",
        "«Det neste» er det som kommer først. Trykk på det for å komme dit.",
        "Nederst kan året skrives ut som plakat.",
      ],
    },
    plan: {
      name: "Handlingsplan",
      steps: [
        "Lim inn tabellen dere har, eller velg en fil. Du ser hvordan den leses, før noe lagres.",
        "Hver rad lagres mens du skriver. Mangler den noe å telle, får du tre forslag.",
        "Knytt raden til noe som telles, så ser dere hvor langt dere er kommet.",
        "Når årsmøtet har vedtatt planen, står ordene fast. Det dere endrer etterpå, blir en ny versjon.",
      ],
    },
    annualMeeting: {
      name: "Årsmøtet",
      steps: [
        "Innkalling og saksliste er gjort klare. Fyll ut sakene, og skriv dem ut.",
        "Stemmelista har dem som har betalt, og plass til dem som betaler i døra. Ta den ut samme dag.",
        "Etter møtet kommer protokollen, og overlevering til det nye styret.",
      ],
    },
    annualReport: {
      name: "Årsmelding",
      steps: [
        "Ved siden av hver del står setninger fra det laget har gjort, og hva som er telt. Ta med dem du vil.",
        "Teksten lagres mens du skriver. To kan skrive samtidig.",
        "Et bilde tas med når de som er på det, har sagt ja.",
        "Les alt på «Les og skriv ut» før du gjør den ferdig.",
      ],
    },
    grantReturn: {
      name: "Årsrapport",
      steps: [
        "Øverst står hva som trengs, og hva som er klart.",
        "Mangler noen et beløp eller en dato, retter du det herfra. Tallene regnes på nytt med en gang.",
        "Lederen signerer, eller to i styret. Det går fra 1. januar.",
        "Kommer den tilbake, står det hvorfor. Rett det, og signer igjen.",
      ],
    },
    plans: {
      name: "Handlingsplaner",
      steps: [
        "Her ser du hvilke lag som har en plan, og hvilke mål planene bygger på.",
        "Velg lag, og se planene side om side, mål for mål.",
        "Ingen rangeres. Planene er lagenes egne.",
      ],
    },
    grantReturns: {
      name: "Årsrapporter",
      steps: [
        "Her ser du hvem som har levert, hvem som mangler, og hvor lenge det har ventet.",
        "Åpne en for å godkjenne den, eller send den tilbake med hva som må rettes.",
        "Alle kan tas ut som regneark, og med papirene i en ZIP-fil.",
      ],
    },
    surveys: {
      name: "Undersøkelser",
      steps: [
        "Hvert lag har sin egen lenke og plakat. Ingen logger inn, og ingen svar kan knyttes til noen.",
        "Resultatene kommer når undersøkelsen er over. Der få har svart, vises ingenting.",
        "Det som er skrevet fritt, leses bare nasjonalt.",
      ],
    },
    journeyMap: {
      name: "Kart over medlemsreisen",
      steps: [
        "Kolonnene er stegene et medlem går gjennom. Kortene er det som skjer, det som er vanskelig, og ideer.",
        "Flytt kortene med fingeren, musen eller piltastene.",
        "Kartet kan sammenlignes med et eldre, og skrives ut som plakat.",
      ],
    },
    coreChoice: {
      name: "Velg kjernepakken",
      steps: [
        "Hvert punkt får tall for hvor viktig det er, hvordan det går, hvem det når og hva det krever. Bak hvert tall står kilden.",
        "I et verksted stemmer alle med prikker på sin egen telefon, og storskjermen teller.",
        "Valget gjelder for året, og grunnen står ved det. Lagene får beskjed.",
      ],
    },
    throughYears: {
      name: "Gjennom årene",
      steps: [
        "Siden følger ett punkt: versjoner, tall, svar og forslag, år for år.",
        "Hvert valg står med dato og grunn.",
        "Bruk den når dere skal bestemme hva som bør endres.",
      ],
    },
    practice: {
      name: "Øvelse",
      steps: [
        "Alt her er på liksom. Prøv gjerne feil.",
        "Når du er ferdig, går du til «I dag» og gjør det på ordentlig.",
      ],
    },
  },
};
