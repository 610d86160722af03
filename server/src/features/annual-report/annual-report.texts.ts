import type { Sentence } from "../../kernel/errors/say.js";

export const REPORT_TEXTS = {
  year: {
    nb: "Årsmelding kan du begynne på for i år og de to årene før.",
    nn: "Årsmelding kan du byrje på for i år og dei to åra før.",
    en: "You can begin the annual report of this year and of the two years before.",
  },
  exists: {
    nb: "Noen i styret har alt begynt på denne årsmeldinga. Last siden på nytt, så ser du den.",
    nn: "Nokon i styret har alt byrja på denne årsmeldinga. Last sida på nytt, så ser du ho.",
    en: "Someone on the board has already begun this annual report. Reload the page to see it.",
  },
  finished: {
    nb: "Årsmeldinga er ferdig og kan ikke endres. Åpne den igjen hvis noe må rettes.",
    nn: "Årsmeldinga er ferdig og kan ikkje endrast. Opne ho igjen om noko må rettast.",
    en: "The annual report is finished and cannot be changed. Open it again if something must be corrected.",
  },
  notFinished: {
    nb: "Årsmeldinga er alt åpen. Du kan skrive videre.",
    nn: "Årsmeldinga er alt open. Du kan skrive vidare.",
    en: "The annual report is already open. You can go on writing.",
  },
  empty: {
    nb: "Skriv noe i minst én del før du gjør den ferdig.",
    nn: "Skriv noko i minst éin del før du gjer ho ferdig.",
    en: "Write something in at least one section before you finish it.",
  },
  altMissing: {
    nb: "Fortell hva hvert bilde viser, så de som ikke ser det også får det med seg.",
    nn: "Fortel kva kvart bilete viser, så dei som ikkje ser det òg får det med seg.",
    en: "Say what each photo shows, so that those who cannot see it know too.",
  },
  nationalId: {
    nb: "Her ser det ut til å stå et fødselsnummer. Ta det bort.",
    nn: "Her ser det ut til å stå eit fødselsnummer. Ta det bort.",
    en: "There seems to be a national identity number here. Remove it.",
  },
  because: {
    nb: "Skriv kort hvorfor den åpnes igjen.",
    nn: "Skriv kort kvifor ho blir opna igjen.",
    en: "Write briefly why it is opened again.",
  },
  consent: {
    nb: "Bildet trenger ja fra alle som kan kjennes igjen, og fra foresatte til dem under 15.",
    nn: "Biletet treng ja frå alle som kan kjennast att, og frå føresette til dei under 15.",
    en: "The photo needs a yes from everybody who can be recognised, and from a guardian of those under 15.",
  },
  notPhoto: {
    nb: "Dette er ikke et bilde vi kan bruke. Velg et bilde i JPEG, PNG eller WebP.",
    nn: "Dette er ikkje eit bilete vi kan bruke. Vel eit bilete i JPEG, PNG eller WebP.",
    en: "This is not a photo we can use. Choose one in JPEG, PNG or WebP.",
  },
  heic: {
    nb: "Bildet er i HEIC, som iPhone bruker, og det kan vi ikke lese. Lagre det som JPEG, eller send det fra telefonen i stedet.",
    nn: "Biletet er i HEIC, som iPhone bruker, og det kan vi ikkje lese. Lagre det som JPEG, eller send det frå telefonen i staden.",
    en: "The photo is in HEIC, which iPhones use, and we cannot read that. Save it as JPEG, or send it from the phone instead.",
  },
  tooLarge: {
    nb: "Bildet er for stort. Det kan være på høyst 20 MB og 50 millioner punkter.",
    nn: "Biletet er for stort. Det kan vere på høgst 20 MB og 50 millionar punkt.",
    en: "The photo is too large. It can be at most 20 MB and 50 million pixels.",
  },
  tooSlow: {
    nb: "Mange sender bilder akkurat nå, og nettet ditt er tregt. Prøv igjen om litt.",
    nn: "Mange sender bilete akkurat no, og nettet ditt er tregt. Prøv igjen om litt.",
    en: "Many are sending photos right now, and your connection is slow. Try again in a while.",
  },
  tooMany: {
    nb: "Det er plass til 12 bilder. Ta bort et før du legger til et nytt.",
    nn: "Det er plass til 12 bilete. Ta bort eit før du legg til eit nytt.",
    en: "There is room for 12 photos. Remove one before you add another.",
  },
} satisfies Record<string, Sentence>;
