import type { MoreTexts } from "../nb/more";

export const versions: MoreTexts["versions"] = {
  inForce: (chapters) => `i bruk i ${chapters}`,
  tried: (date) => `prøvd frå ${date}`,
  compareWith: (number) => `Samanlikn med ${number}`,
  crumb: "Skilnad",
  answer: (count, before, after) =>
    count === 0
      ? `${before} og ${after} er like`
      : count === 1
        ? `Éi endring frå ${before} til ${after}`
        : `${count} endringar frå ${before} til ${after}`,
  breaks: "Noko av dette endrar kva laga gjer, så tala byrjar på nytt.",
  comparable: "Berre ordlyden skil dei, så tala kan samanliknast.",
  from: "Frå",
  to: "Til",
  only: "Det finst berre éin versjon enno.",
  draft: (number) => `Utkast ${number}`,
  several: (parts) => `Laga er på veg over: ${parts}.`,
  trying: (chapters, number) => `${chapters} prøver ${number}.`,
  share: (chapters, number) => `${chapters} har ${number}`,
  publish: {
    stays: (before) =>
      `${before} gjeld i laga til du rullar ut den nye der. Det som er påbegynt, blir gjort ferdig som det er.`,
    changes: "Sjå kva som er endra",
    asMajor: "Byrj ein ny talserie likevel",
    asMajorHelp: (number) => `Versjonen blir ${number}, og figurane viser eit brot.`,
  },
};
