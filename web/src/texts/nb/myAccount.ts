type Words = { what: string; why: string };

/** Where one is signed in, what one's seats show, what is kept about oneself. */
export const myAccount = {
  devices: {
    title: "Der du er logget inn",
    lead: "Kjenner du ikke igjen en enhet, avslutt den. Den er ute med en gang.",
    on: (browser: string, system: string) => `${browser} på ${system}`,
    browsers: {
      CHROME: "Chrome",
      EDGE: "Edge",
      FIREFOX: "Firefox",
      OPERA: "Opera",
      SAFARI: "Safari",
      SAMSUNG: "Samsung Internet",
      OTHER: "Nettleser",
    },
    systems: {
      ANDROID: "Android",
      CHROMEBOOK: "Chromebook",
      IPAD: "iPad",
      IPHONE: "iPhone",
      LINUX: "Linux",
      MAC: "Mac",
      WINDOWS: "Windows",
      OTHER: "ukjent enhet",
    },
    begun: (moment: string) => `Logget inn ${moment}`,
    used: (moment: string) => `Sist brukt ${moment}`,
    current: "Denne",
    end: "Avslutt",
    endOf: (device: string) => `Avslutt ${device}`,
    ended: (device: string) => `${device} er logget ut.`,
    endOthers: "Logg ut alle andre",
    endedOthers: "Alle andre enheter er logget ut.",
    onlyThis: "Du er bare logget inn her.",
    forgets:
      "Det enheten har lagret for bruk uten nett, blir borte neste gang den får kontakt. Arbeid som venter på å bli sendt, ligger igjen der så ingen kan lese det.",
  },
  access: {
    title: "Det du kan se",
    lead: "Rollen bestemmer hva du ser. Du bruker én rolle om gangen.",
    why: "Hvorfor",
    fromTo: (from: string, to: string) => `Fra ${from} til ${to}`,
    from: (from: string) => `Fra ${from}, uten sluttdato`,
    over: (to: string) => `Slutt ${to}. Gir ingen tilgang.`,
    notYet: (from: string) => `Begynner ${from}. Gir ingen tilgang ennå.`,
    noneTitle: "Du har ingen verv",
    noneBody: "Uten verv ser du bare din egen konto.",
    areas: {
      members: {
        what: "Medlemmene i laget: navn, kontakt og oppfølging.",
        why: "Styret følger opp medlemmene sine.",
      },
      noMembers: {
        what: "Ingen medlemmer: verken navn, kontakt eller svar.",
        why: "Medlemmene hører til i laget. Utenfor laget vises tall, ikke personer.",
      },
      addMembers: {
        what: "Du kan legge inn medlemmer fra fil, men ikke lese dem.",
        why: "Noen lag får hjelp til å komme i gang.",
      },
      tasks: {
        what: "Alle oppgavene i laget, også de som gjelder ett medlem.",
        why: "Styret deler på dem.",
      },
      duties: {
        what: "Det lagene gjør som ikke gjelder ett medlem, med svarene.",
        why: "Slik ser du hvem som trenger hjelp.",
      },
      meetings: { what: "Treffene i laget, og hvem som kom.", why: "Styret holder treffene." },
      meetingsAbove: { what: "Treffene i lagene: dato og antall.", why: "Slik ser du om det skjer noe." },
      numbersExact: {
        what: "Lagets egne tall, nøyaktige. Små tall fra andre lag er skjult.",
        why: "Egne tall skal kunne brukes. Andres små tall kunne pekt på noen.",
      },
      numbers: {
        what: "Tall om personer én gang i kvartalet. Små tall er skjult.",
        why: "Små tall kunne pekt på noen.",
      },
      boards: { what: "Hvem som sitter i styrene, og til når.", why: "Noen må se når et styre mangler folk." },
      grantBoard: { what: "Du kan invitere til styret og avslutte verv der.", why: "Lederen setter sammen styret." },
      grant: { what: "Du kan invitere til alle verv og avslutte dem.", why: "Noen må kunne hjelpe et lag uten styre." },
      settings: { what: "Innstillingene for organisasjonen.", why: "De gjelder alle, og noen må ha ansvaret." },
      trail: {
        what: "Loggen over hvem som endret hva.",
        why: "Den som gir tilgang, skal kunne se hvordan den brukes.",
      },
    } satisfies Record<string, Words>,
  },
  data: {
    title: "Det vi har om deg",
    email: "Du logger inn med",
    copyTitle: "Last ned",
    copyBody:
      "En fil med kontoen din, vervene, innloggingene, påminnelsene og det du har gjort. Ingenting om medlemmer.",
    copy: "Last ned filen",
    copied: "Filen er lastet ned.",
    deleteTitle: "Slett kontoen",
    ends: "Vervene dine tar slutt i dag, og du blir logget ut overalt.",
    endsSeats: (units: string) => `Du går ut av ${units}.`,
    goes: "Navnet, e-postadressen, innstillingene og påminnelsene dine blir borte.",
    stays: "Det laget har gjort, blir i laget. Der du sto, står det «Slettet konto».",
    noWayBack: "Det kan ikke angres.",
    lastAdmin: (names: string) =>
      `Du er den siste nasjonale administratoren i ${names}. Inviter en ny før du sletter kontoen.`,
    act: "Slett kontoen",
    confirmTitle: "Slette kontoen din?",
    confirm: "Slett den nå",
    again: "Logg inn på nytt først. Det som ikke kan angres, krever at du nettopp logget inn.",
    signIn: "Logg inn på nytt",
  },
};
