export const calendarPage = {
  title: "Kalender",
  lead: "Få møtene og fristene i laget inn i kalenderen på mobilen. Ingen navn følger med.",
  withYear: "Ta med året",
  withYearHelp:
    "Frister for årsmøtet, rapporter og skoleferier, og det som står i den vedtatte handlingsplanen. Det som kan nevne noen, står bare som et antall.",
  hasYear: "Året er med.",
  create: "Lag en lenke",
  madeOn: (day: string) => `Du laget en lenke ${day}. Den virker til vervet ditt tar slutt.`,
  fresh: "Her er lenken. Vi viser den bare nå, så kopier den med en gang.",
  copy: "Kopier lenken",
  address: "Lenken til kalenderen din",
  secret: "Den som har lenken, kan se møtene og fristene. Ikke del den.",
  again: "Lag en ny",
  againHelp: "Da slutter den gamle å virke.",
  revoke: "Slutt å bruke lenken",
  revoked: "Lenken virker ikke lenger.",
  how: "Slik legger du den inn",
  apple:
    "iPhone: Innstillinger → Apper → Kalender → Kalenderkontoer → Legg til konto → Annen → Legg til kalenderabonnement. Lim inn lenken.",
  google:
    "Google Kalender på en datamaskin: Andre kalendere → + → Fra nettadresse. Lim inn lenken. Etterpå er den også på mobilen.",
  outlook: "Outlook: Legg til kalender → Abonner fra nettet. Lim inn lenken.",
  slow: "Kalenderen henter nytt av seg selv. Det kan ta noen timer.",
};
