import type { HelpTexts } from ".";

export const help: HelpTexts = {
  ask: "Kven kan eg spørje?",
  person: (name, role, unit) => `${name}, ${role} i ${unit}`,
  nobody: "Det er ingen andre med verv her enno.",
  more: "All hjelp",
  pageTitle: "Hjelp",
  pageLead: "Kort om kvar side, og kven du kan spørje.",
  practice: "Prøv ei oppgåve på liksom",
  practiceBody: "Fem minutt med ein oppdikta medlem. Ingenting av det tel, og ingenting blir sendt.",
  rehearsal: {
    at: (n, of) => `Øving, ${n} av ${of}`,
    skip: "Hopp over øvinga",
    name: "Velkomstsamtale",
    member: "Kari",
    invented: "Kari er oppdikta. Ingenting her tel eller blir sendt.",
    guide:
      "## Opning\nHei, Kari! Det er meg frå laget. Velkommen til oss. Har du eit par minutt?\n\n## Undervegs\nKva fekk deg til å bli med? Vi har treff ein kveld i månaden. Skal eg seie frå når det er neste gong?\n\n## Avslutning\nTakk for praten. Du kan ringje meg viss det er noko.",
    steps: { read: "Lese rettleiinga", call: "Ringt Kari" },
    question: "Vil ho bli med på neste treff?",
    coach: {
      read: {
        title: "Slik ser ei oppgåve ut",
        body: "Rettleiinga har orda du kan bruke. Trykk på fanene i ho, og les kva du ikkje skal spørje om. «Trygg ramme» øvst er der viss det blir tungt.",
        next: "Eg har lese rettleiinga",
      },
      call: {
        title: "Så ringjer du",
        body: "På ordentleg står det ein knapp som ringjer for deg. Her lèt vi som.",
        next: "Lat som du ringjer Kari",
      },
      tick: {
        title: "Kryss av det du har gjort",
        body: "Under «Steg» kryssar du av undervegs. Då ser resten av styret at nokon er i gang.",
      },
      outcome: {
        title: "Meld frå nedst",
        body: "Ho tok telefonen og vil gjerne kome på treff. Vel «Nådd», og svar på det eine spørsmålet.",
      },
      notReached: "Det hender. Då kjem oppgåva tilbake om nokre dagar. Prøv «Nådd» denne gongen.",
    },
    doneTitle: "Du er klar",
    doneBody:
      "Det var alt: les, ring, kryss av, meld frå. Angrar du på ordentleg, har du ti sekund. Utan nett ventar det på telefonen og blir sendt sidan.",
    toToday: "Gå til «I dag»",
    again: "Øv ein gong til",
    offerTitle: "Ny i styret? Prøv ei oppgåve først",
    offerBody: "To minutt med ein oppdikta medlem. Ingenting tel.",
    offerStart: "Prøv",
    offerSkip: "Nei takk",
  },
  topics: {
    today: {
      name: "I dag",
      steps: [
        "Øvst står det som hastar mest. Byrj der.",
        "Trykk på oppgåva: du får rettleiinga, kven det gjeld, og knappane du treng.",
        "Ferdig? Meld frå med eitt trykk. Angrar du, har du ti sekund.",
        "Er det ingenting her, er alt gjort. Då kan du lukke sida med godt samvit.",
      ],
    },
    tasks: {
      name: "Oppgåver",
      steps: [
        "Her er alt laget skal gjere, også det som kjem seinare.",
        "Vel kva du vil sjå øvst. Adressa hugsar valet, så du kan dele ho med resten av styret.",
        "Det som er merkt «over fristen», kan framleis gjerast.",
      ],
    },
    task: {
      name: "Oppgåva",
      steps: [
        "Les rettleiinga først. Ho har orda du kan bruke.",
        "Kryss av stega etter kvart. Andre i styret ser kor langt du er komen.",
        "Vel korleis det gjekk nedst. «Ikkje svar» kjem tilbake om nokre dagar.",
        "Blir samtalen tung, trykk «Trygg ramme». Der står det kven som kan ta over.",
      ],
    },
    report: {
      name: "Rapporten",
      steps: [
        "Svar på det du veit. Det som alt er kjent, er fylt ut.",
        "Teksten din blir lagra på denne eininga medan du skriv.",
        "Du kan rette rapporten til oppgåva går ut, og i minst sju dagar etter at han er send.",
      ],
    },
    members: {
      name: "Medlemmer",
      steps: [
        "Søk på namn, eller vel eit utval.",
        "Nye medlemmer legg du til sjølv, eller du les inn ei fil frå medlemssystemet.",
        "Skriv aldri om helsa til nokon. Det er ikkje plass til det, og det er med vilje.",
      ],
    },
    member: {
      name: "Medlemmen",
      steps: [
        "Her er det laget treng for å halde kontakten, og ikkje meir.",
        "Ønsket om kontakt styrer kva oppgåver som kjem. Rett det når nokon bed om det.",
        "Bed nokon om innsyn eller sletting, finn du begge delar nedst.",
      ],
    },
    import: {
      name: "Les inn medlemmer",
      steps: [
        "Slepp fila frå medlemssystemet her. Ingenting blir endra før du har sett kva som vil skje.",
        "Sjå over kva kolonnane tyder. Valet blir hugsa til neste gong.",
        "Dei som manglar i fila, blir aldri sletta. Du får eit forslag du kan ta stilling til.",
      ],
    },
    journey: {
      name: "Medlemsreisa",
      steps: [
        "Figuren viser kor langt dei som melde seg inn, er komne, og kvar nokre fell av.",
        "Tabellen under har dei same tala.",
        "Sjå etter det største fallet. Der hjelper det mest å gjere noko.",
      ],
    },
    meetings: {
      name: "Treff",
      steps: [
        "Legg inn treff og møte med dato og stad. Då blir meldingane fylte ut av seg sjølve.",
        "Etterpå skriv du kor mange som kom. Då er rapporten nesten ferdig.",
        "Frå treffet kan du invitere alle medlemmene på éin gong.",
      ],
    },
    board: {
      name: "Styret",
      steps: [
        "Her ser de kven som har verv i laget, og når verva går ut.",
        "Leiaren inviterer nye. Dei får ei lenkje på e-post.",
        "Avslutt vervet når nokon går ut av styret. Då er tilgangen borte med ein gong.",
      ],
    },
    own: {
      name: "Laget",
      steps: [
        "Her ser de korleis det går, mot dykkar eigne tidlegare periodar.",
        "Orda seier det viktigaste. Stolpen viser det same.",
        "Tala her er berre dykkar.",
      ],
    },
    adapt: {
      name: "Tilpass",
      steps: [
        "Nokre delar av ei oppgåve kan laget skrive med eigne ord.",
        "Det som er låst, er likt for alle lag, slik at det kan samanliknast.",
        "Vart det bra? Foreslå det, så kan alle lag få det.",
      ],
    },
    messages: {
      name: "Meldingar",
      steps: ["Her står det som er skrive til styra.", "Merk som lese, så veit avsendaren at laget har sett det."],
    },
    account: {
      name: "Konto",
      steps: [
        "Her vel du språk, og når du vil ha påminningar.",
        "Kalenderlenkja viser fristar og treff i din eigen kalender, utan namn.",
        "Har du fleire verv, byter du mellom dei her.",
      ],
    },
    queue: {
      name: "Utan nett",
      steps: [
        "Det du gjer utan nett, ventar her og blir sendt av seg sjølv.",
        "Du kan angre det som ikkje er sendt.",
        "Har nokon andre gjort det same, ser du begge delar og vel.",
      ],
    },
    wishes: {
      name: "Ønske frå laga",
      steps: [
        "Her bed styra om å sleppe ei oppgåve eller om meir tid.",
        "Svar med ei setning. Styret får melding.",
        "Du kan gjere om svaret i sju dagar.",
      ],
    },
    overview: {
      name: "Oversikt",
      steps: [
        "«Treng ein prat» er laga som kan trenge hjelp, med grunn og neste steg. Dei som har bede om det, står først.",
        "Skriv til styret derifrå. Ei venleg helsing hjelper meir enn ei purring.",
        "Kjernepakka er dei viktigaste punkta. Orda først, så tala.",
      ],
    },
    mentor: {
      name: "Oversikt",
      steps: [
        "Her er oppgåvene til laget for eitt punkt og ein periode. Trykk på laget for å sjå dei éi for éi.",
        "«:» tyder at talet er skjult fordi det handlar om få personar.",
        "Under «Lag» kan du skrive til styret. Ei venleg helsing hjelper meir enn ei purring.",
      ],
    },
    follow: {
      name: "Oppgåva",
      steps: [
        "Styret i laget gjer oppgåva. Her les du kva ho ber om, og det laget har sendt.",
        "Koordinatoren og nasjonalt kan gje meir tid, òg utan at nokon har spurt. Laget les kvifor.",
        "Manglar noko i rapporten, kan dei sende han tilbake med nokre ord. Han tel som før så lenge.",
      ],
    },
    compare: {
      name: "Samanlikn",
      steps: [
        "Vel punkt og periode. Adressa hugsar alt.",
        "Små lag svingar mykje. Les setninga øvst før du les tala.",
        "«:» tyder at talet er skjult fordi det handlar om få personar.",
      ],
    },
    answers: {
      name: "Svar",
      steps: [
        "Her er svara frå rapportane, lagde saman.",
        "Tekstar blir berre viste for oppgåver som ikkje handlar om éin person.",
        "Hent ei CSV-fil om du vil rekne vidare.",
      ],
    },
    chapters: {
      name: "Lag",
      steps: [
        "Her er alle laga du følgjer.",
        "Opne eit lag for å sjå styret, skrive til det, og sjå kva det svarte.",
        "Lag utan styre står merkte.",
      ],
    },
    templates: {
      name: "Interaksjonspunkt",
      steps: [
        "Kvart punkt er noko alle lag skal gjere. Kjernepakka står øvst.",
        "Rediger eit utkast, prøv det i nokre lag, og rull det ut når det verkar.",
        "Eit publisert punkt blir aldri endra. Du lagar ein ny versjon.",
      ],
    },
    editor: {
      name: "Utkastet",
      steps: [
        "Skriv mål først, så tiltak, så kva laget skal svare på. Fem felt held.",
        "Til høgre ser du oppgåva slik styret får ho.",
        "Eit minutt å rapportere er nok. Du får melding når det blir meir.",
      ],
    },
    rollout: {
      name: "Utrulling",
      steps: [
        "Vel kven som får versjonen, og frå når.",
        "Sjå over kva som blir endra i kvart lag før du rullar ut.",
        "Oppgåver nokon har byrja på, blir aldri endra.",
      ],
    },
    settings: {
      name: "Innstillingar",
      steps: [
        "Namn, nivå og tal som gjeld heile organisasjonen.",
        "Sjekk telefonnumra i «Trygg ramme» kvart halvår.",
        "Kvar endring står i endringsloggen.",
      ],
    },
    audit: {
      name: "Endringslogg",
      steps: ["Her står kven som endra kva, og når.", "Loggen kan ikkje rettast. Han viser aldri namn på medlemmer."],
    },
    year: {
      name: "Året",
      steps: [
        "Hjulet viser heile året: årsmøtet, fristar, møte og feriar. Lista viser det same.",
        "«Det neste» er det som kjem først. Trykk på det for å kome dit.",
        "Nedst kan året skrivast ut som plakat.",
      ],
    },
    plan: {
      name: "Handlingsplan",
      steps: [
        "Lim inn tabellen de har, eller vel ei fil. Du ser korleis ho blir lesen, før noko blir lagra.",
        "Kvar rad blir lagra medan du skriv. Manglar ho noko å telje, får du tre forslag.",
        "Knyt rada til noko som blir talt, så ser de kor langt de er komne.",
        "Når årsmøtet har vedteke planen, står orda fast. Det de endrar etterpå, blir ein ny versjon.",
      ],
    },
    annualMeeting: {
      name: "Årsmøtet",
      steps: [
        "Innkalling og sakliste er gjorde klare. Fyll ut sakene, og skriv dei ut.",
        "Stemmelista har dei som har betalt, og plass til dei som betaler i døra. Ta ho ut same dag.",
        "Etter møtet kjem protokollen, og overlevering til det nye styret.",
      ],
    },
    annualReport: {
      name: "Årsmelding",
      steps: [
        "Ved sida av kvar del står setningar frå det laget har gjort, og kva som er talt. Ta med dei du vil.",
        "Teksten blir lagra medan du skriv. To kan skrive samtidig.",
        "Eit bilete blir teke med når dei som er på det, har sagt ja.",
        "Les alt på «Les og skriv ut» før du gjer ho ferdig.",
      ],
    },
    grantReturn: {
      name: "Årsrapport",
      steps: [
        "Øvst står kva som trengst, og kva som er klart.",
        "Manglar nokon eit beløp eller ein dato, rettar du det herifrå. Tala blir rekna på nytt med ein gong.",
        "Leiaren signerer, eller to i styret. Det går frå 1. januar.",
        "Kjem han tilbake, står det kvifor. Rett det, og signer igjen.",
      ],
    },
    plans: {
      name: "Handlingsplanar",
      steps: [
        "Her ser du kva lag som har ein plan, og kva mål planane byggjer på.",
        "Vel lag, og sjå planane side om side, mål for mål.",
        "Ingen blir rangerte. Planane er laga sine eigne.",
      ],
    },
    grantReturns: {
      name: "Årsrapportar",
      steps: [
        "Her ser du kven som har levert, kven som manglar, og kor lenge det har venta.",
        "Opne ein for å godkjenne han, eller send han tilbake med kva som må rettast.",
        "Alle kan takast ut som rekneark, og med papira i ei ZIP-fil.",
      ],
    },
    surveys: {
      name: "Undersøkingar",
      steps: [
        "Kvart lag har si eiga lenkje og plakat. Ingen loggar inn, og ingen svar kan knytast til nokon.",
        "Resultata kjem når undersøkinga er over. Der få har svart, blir ingenting vist.",
        "Det som er skrive fritt, blir berre lese nasjonalt.",
      ],
    },
    journeyMap: {
      name: "Kart over medlemsreisa",
      steps: [
        "Kolonnane er stega ein medlem går gjennom. Korta er det som skjer, det som er vanskeleg, og idear.",
        "Flytt korta med fingeren, musa eller piltastane.",
        "Kartet kan samanliknast med eit eldre, og skrivast ut som plakat.",
      ],
    },
    coreChoice: {
      name: "Vel kjernepakka",
      steps: [
        "Kvart punkt får tal for kor viktig det er, korleis det går, kven det når og kva det krev. Bak kvart tal står kjelda.",
        "I ein verkstad røystar alle med prikkar på sin eigen telefon, og storskjermen tel.",
        "Valet gjeld for året, og grunnen står ved det. Laga får beskjed.",
      ],
    },
    throughYears: {
      name: "Gjennom åra",
      steps: [
        "Sida følgjer eitt punkt: versjonar, tal, svar og forslag, år for år.",
        "Kvart val står med dato og grunn.",
        "Bruk ho når de skal avgjere kva som bør endrast.",
      ],
    },
    practice: {
      name: "Øving",
      steps: [
        "Alt her er på liksom. Prøv gjerne feil.",
        "Når du er ferdig, går du til «I dag» og gjer det på ordentleg.",
      ],
    },
  },
};
