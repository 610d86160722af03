/** Versions of a template: their states, what differs, the number a draft gets, and what is taken up after a roll-out. */
export const versions = {
  inForce: (chapters: string) => `i bruk i ${chapters}`,
  tried: (date: string) => `prøvd fra ${date}`,
  compareWith: (number: string) => `Sammenlign med ${number}`,
  crumb: "Forskjell",
  answer: (count: number, before: string, after: string) =>
    count === 0
      ? `${before} og ${after} er like`
      : count === 1
        ? `Én endring fra ${before} til ${after}`
        : `${count} endringer fra ${before} til ${after}`,
  breaks: "Noe av dette endrer hva lagene gjør, så tallene begynner på nytt.",
  comparable: "Bare ordlyd skiller dem, så tallene kan sammenlignes.",
  from: "Fra",
  to: "Til",
  only: "Det finnes bare én versjon ennå.",
  draft: (number: string) => `Utkast ${number}`,
  several: (parts: string) => `Lagene er på vei over: ${parts}.`,
  trying: (chapters: string, number: string) => `${chapters} prøver ${number}.`,
  share: (chapters: string, number: string) => `${chapters} har ${number}`,
  publish: {
    stays: (before: string) =>
      `${before} gjelder i lagene til du ruller ut den nye der. Det som er påbegynt, blir gjort ferdig som det er.`,
    changes: "Se hva som er endret",
    asMajor: "Begynn en ny tallserie likevel",
    asMajorHelp: (number: string) => `Versjonen blir ${number}, og figurene viser et brudd.`,
  },
};
