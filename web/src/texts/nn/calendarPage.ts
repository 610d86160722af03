import type { calendarPage as source } from "../nb/calendarPage";

export const calendarPage: typeof source = {
  title: "Kalender",
  lead: "Få møta og fristane i laget inn i kalenderen på mobilen. Ingen namn følgjer med.",
  withYear: "Ta med året",
  withYearHelp:
    "Fristar for årsmøtet, rapportar og skuleferiar, og det som står i den vedtekne handlingsplanen. Det som kan nemne nokon, står berre som eit tal.",
  hasYear: "Året er med.",
  create: "Lag ei lenkje",
  madeOn: (day) => `Du laga ei lenkje ${day}. Ho verkar til vervet ditt tek slutt.`,
  fresh: "Her er lenkja. Vi viser henne berre no, så kopier henne med ein gong.",
  copy: "Kopier lenkja",
  address: "Lenkja til kalenderen din",
  secret: "Den som har lenkja, kan sjå møta og fristane. Ikkje del henne.",
  again: "Lag ei ny",
  againHelp: "Då sluttar den gamle å verke.",
  revoke: "Slutt å bruke lenkja",
  revoked: "Lenkja verkar ikkje lenger.",
  how: "Slik legg du henne inn",
  apple:
    "iPhone: Innstillingar → Appar → Kalender → Kalenderkontoar → Legg til konto → Anna → Legg til kalenderabonnement. Lim inn lenkja.",
  google:
    "Google Kalender på ei datamaskin: Andre kalendrar → + → Frå nettadresse. Lim inn lenkja. Etterpå er ho også på mobilen.",
  outlook: "Outlook: Legg til kalender → Abonner frå nettet. Lim inn lenkja.",
  slow: "Kalenderen hentar nytt av seg sjølv. Det kan ta nokre timar.",
};
