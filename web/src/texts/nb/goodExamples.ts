export const goodExamples = {
  title: "Spurt fordi de skiller seg ut",
  lead: "Et lag som ligger klart over det tilfeldigheter gir, får ett spørsmål: Hva gjør dere? Svaret kommer her som et forslag. Bare laget og nasjonalt vet hvem som er spurt.",
  off: "Ingen lag blir spurt nå.",
  none: "Ingen er spurt ennå. Det trengs minst ti avgjorte oppgaver, og tall som ligger utenfor 99,8 prosent av det tilfeldigheter gir.",
  asked: (template: string, chapter: string) => `${template} · ${chapter}`,
  when: (asked: string, until: string) => `Spurt ${asked}, ut fra tall til og med ${until}`,
  states: {
    OPEN: "Venter på laget",
    ANSWERED: "Har svart",
    DECLINED: "Sa «ikke nå»",
    LAPSED: "Ikke besvart",
  },
  stop: "Slutt å spørre",
  start: "Spør lag som skiller seg ut",
  stopTitle: "Slutte å spørre lag?",
  stopBody: "Spørsmål som venter, forsvinner fra lagene. Det som alt er skrevet, blir stående.",
  startTitle: "Spørre lag som skiller seg ut?",
  startBody:
    "Mandag morgen får lag som ligger klart over det tilfeldigheter gir, ett spørsmål om hva de gjør. Et lag spørres høyst én gang i måneden.",
};
