import type { editor as source } from "../nb/editor";

export const editor: typeof source = {
  preview: {
    screen: "Skjerm",
    screens: { phone: "Telefon", desk: "Skrivebord" },
    frame: { phone: "Slik ser laget utkastet på telefon", desk: "Slik ser laget utkastet på skrivebord" },
    language: "Vis på",
    chapter: "Vis for laget",
    withMeeting: "Laget har valt eit treff",
    people: { member: "Ida", sender: "Jonas", place: "Kulturhuset" },
  },
  sort: {
    drag: (name) => `Dra ${name}`,
    role: "kan flyttast",
    how: "Pil opp og pil ned flyttar. Med mus eller finger: hald og dra.",
    lifted: (name, place, of) => `${name} er løfta frå plass ${place} av ${of}`,
    over: (name, place, of) => `${name} er på plass ${place} av ${of}`,
    dropped: (name, place, of) => `${name} er sleppt på plass ${place} av ${of}`,
    cancelled: (name) => `${name} er tilbake der det var`,
  },
  problemsHere: (n) => (n === 1 ? "1 ting her" : `${n} ting her`),
  frozen: {
    title: (type) => `Svartype: ${type}`,
    why: "Typen er låst fordi spørsmålet er brukt i ein tidlegare versjon, og svara skal kunne samanliknast. Fjern spørsmålet og lag eit nytt for å spørje på ein annan måte.",
    remove: "Fjernar du spørsmålet, blir svara som er gitt, ståande i eksporten. Nye oppgåver spør ikkje om det.",
  },
  frame: {
    title: "Trygg ramme",
    why: "Står i alle samtaleguidar og er alltid låst.",
    locked: "Guidar er alltid låste: laget kan ikkje endre dei.",
  },
  sms: {
    signs: "Teikn utanfor SMS-alfabetet",
    signsWhy: (n) =>
      n === 1
        ? "Eitt teikn gjer at kvar SMS rommar 70 teikn, ikkje 160."
        : `${n} teikn gjer at kvar SMS rommar 70 teikn, ikkje 160.`,
    words: "Kan lesast på ein låst skjerm",
    wordsWhy: "Nokon andre kan sjå skjermen. Orda kan røpe medlemskapen.",
    find: "vis i teksten",
    replace: (what) => `Byt til ${what}`,
    leaveOut: "Ta bort",
    replaceAll: "Byt alle",
    space: "mellomrom",
    more: (n) => `og ${n} til`,
    instead: {
      NAME: "Skriv {{kortnavn}} eller «laget».",
      HEALTH: "Skriv om treffet og tidspunktet, og ta resten når de snakkar saman.",
      CRISIS: "Skriv «ring meg gjerne», og ta resten når de snakkar saman.",
      TREATMENT: "Skriv «avtalen» eller «opplegget».",
      SUBSTANCES: "La det vere, eller skriv «det vi snakka om».",
      PEERS: "Skriv «ein frå laget» eller «ein frivillig».",
    },
  },
  burden: {
    measured: (n) => `Målt: midtarste av ${n} rapportar.`,
    estimated: "Anslått ut frå spørsmåla.",
    over: "Meir enn eitt minutt får færre til å svare. Ta bort eit spørsmål, eller spør éin gong i perioden.",
  },
  found: {
    title: "Vi fann noko du ikkje fekk lagra",
    body: (when) => `Skrive ${when}, på denne eininga.`,
    restore: "Hent det fram",
    discard: "Kast det",
    differs: "Sjå kva som er ulikt",
  },
  conflict: {
    differs: "Ulikt frå det som er lagra, til det du har skrive",
  },
  locks:
    "Laga kan tilpasse det du ikkje låser: skrive om tiltak og meldingar, og setje ein eigen, tidlegare frist. Det som skal vere likt i alle lag, låser du her. Spørsmåla i rapporten og samtaleguidane er alltid låste.",
};
