/** The editor of a draft: what is not said elsewhere in `templates.editor`. */
export const editor = {
  preview: {
    screen: "Skjerm",
    screens: { phone: "Telefon", desk: "Skrivebord" },
    frame: { phone: "Slik ser laget utkastet på telefon", desk: "Slik ser laget utkastet på skrivebord" },
    language: "Vis på",
    chapter: "Vis for laget",
    withMeeting: "Laget har valgt et treff",
    people: { member: "Ida", sender: "Jonas", place: "Kulturhuset" },
  },
  sort: {
    drag: (name: string) => `Dra ${name}`,
    role: "kan flyttes",
    how: "Pil opp og pil ned flytter. Med mus eller finger: hold og dra.",
    lifted: (name: string, place: number, of: number) => `${name} er løftet fra plass ${place} av ${of}`,
    over: (name: string, place: number, of: number) => `${name} er på plass ${place} av ${of}`,
    dropped: (name: string, place: number, of: number) => `${name} er sluppet på plass ${place} av ${of}`,
    cancelled: (name: string) => `${name} er tilbake der den var`,
  },
  problemsHere: (n: number) => (n === 1 ? "1 ting her" : `${n} ting her`),
  frozen: {
    title: (type: string) => `Svartype: ${type}`,
    why: "Typen er låst fordi spørsmålet er brukt i en tidligere versjon, og svarene skal kunne sammenlignes. Fjern spørsmålet og lag et nytt for å spørre på en annen måte.",
    remove: "Fjerner du spørsmålet, blir svarene som er gitt, stående i eksporten. Nye oppgaver spør ikke om det.",
  },
  frame: {
    title: "Trygg ramme",
    why: "Står i alle samtaleguider og er alltid låst.",
    locked: "Guider er alltid låst: laget kan ikke endre dem.",
  },
  sms: {
    signs: "Tegn utenfor SMS-alfabetet",
    signsWhy: (n: number) =>
      n === 1
        ? "Ett tegn gjør at hver SMS rommer 70 tegn, ikke 160."
        : `${n} tegn gjør at hver SMS rommer 70 tegn, ikke 160.`,
    words: "Kan leses på en låst skjerm",
    wordsWhy: "Noen andre kan se skjermen. Ordene kan røpe medlemskapet.",
    find: "vis i teksten",
    replace: (what: string) => `Bytt til ${what}`,
    leaveOut: "Ta bort",
    replaceAll: "Bytt alle",
    space: "mellomrom",
    more: (n: number) => `og ${n} til`,
    instead: {
      NAME: "Skriv {{kortnavn}} eller «laget».",
      HEALTH: "Skriv om treffet og tidspunktet, og ta resten når dere snakker sammen.",
      CRISIS: "Skriv «ring meg gjerne», og ta resten når dere snakker sammen.",
      TREATMENT: "Skriv «avtalen» eller «opplegget».",
      SUBSTANCES: "La det være, eller skriv «det vi snakket om».",
      PEERS: "Skriv «en fra laget» eller «en frivillig».",
    },
  },
  burden: {
    measured: (n: number) => `Målt: midterste av ${n} rapporter.`,
    estimated: "Anslått ut fra spørsmålene.",
    over: "Mer enn ett minutt får færre til å svare. Ta bort et spørsmål, eller spør én gang i perioden.",
  },
  found: {
    title: "Vi fant noe du ikke fikk lagret",
    body: (when: string) => `Skrevet ${when}, på denne enheten.`,
    restore: "Hent det fram",
    discard: "Kast det",
    differs: "Se hva som er ulikt",
  },
  conflict: {
    differs: "Ulikt fra det som er lagret, til det du har skrevet",
  },
  locks:
    "Lagene kan tilpasse det du ikke låser: skrive om tiltak og meldinger, og sette en egen, tidligere frist. Det som skal være likt i alle lag, låser du her. Spørsmålene i rapporten og samtaleguidene er alltid låst.",
};
