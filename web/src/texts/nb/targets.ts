import type { TargetStatus } from "@varde/domain";

/** Targets of an interaction point: what national wants to reach, and how far one has come. Never a rank, never blame. */
export const targets = {
  title: "Mål",
  own: "Dette vil vi nå",
  none: "Ikke noe å måle ennå.",
  notPublished: "Tallene kommer når kvartalet er omme.",
  hidden: "Tallet er skjult.",
  status: {
    REACHED: "Nådd",
    ON_TRACK: "På vei",
    BEHIND: "Et stykke igjen",
    TOO_FEW: "Få så langt",
    NOT_YET: "Ikke ennå",
  } satisfies Record<TargetStatus, string>,
  over: "Ble ikke nådd",
  fewOver: "Få å dømme etter",
  isHidden: "Skjult",
  measured: (how: string, least: string, period: string) => `${how}: minst ${least}. ${period}.`,
  inMonths: (least: string, months: string) => `${least} på ${months} måneder`,
  soFar: (counts: string) => `${counts} så langt.`,
  was: (counts: string) => `Det ble ${counts}.`,
  percent: (counts: string, percent: string) => `${counts}, ${percent}`,
  heading: (forecast: string) => `På vei til ${forecast}.`,
  mean: (mean: string, sum: string, n: string) => `${mean} i snitt (${sum} på ${n})`,
  sumOver: (sum: string, n: string) => `${sum} til sammen på ${n}`,
  begun: "Perioden har så vidt begynt.",
  all: "Alle samlet",
  tally: {
    OVER: (n: string, one: boolean) => (one ? "ett lag nådde det ikke" : `${n} lag nådde det ikke`),
    HIDDEN: (n: string, one: boolean) => (one ? "ett lag er skjult" : `${n} lag er skjult`),
    REACHED: (n: string, one: boolean) => (one ? "ett lag har nådd det" : `${n} lag har nådd det`),
    ON_TRACK: (n: string, one: boolean) => (one ? "ett lag er på vei" : `${n} lag er på vei`),
    BEHIND: (n: string, one: boolean) => (one ? "ett lag har et stykke igjen" : `${n} lag har et stykke igjen`),
    TOO_FEW: (n: string, one: boolean) =>
      one ? "ett lag har for få til å si noe om" : `${n} lag har for få til å si noe om`,
    NOT_YET: (n: string, one: boolean) =>
      one ? "hos ett lag er det ikke noe å måle ennå" : `hos ${n} lag er det ikke noe å måle ennå`,
  } satisfies Record<TargetStatus | "OVER" | "HIDDEN", (n: string, one: boolean) => string>,
  chapters: "Lag for lag",
  caption: (target: string) => `Lag for lag: ${target}`,
  chapter: "Lag",
  stands: "Hvor langt",
  counts: "Tallene",
  how: [
    "Et mål er nådd når det holder også om ingenting av det som står åpent, blir gjort.",
    "På vei og et stykke igjen sier vi først fra ti og oppover: slik går det om resten går som hittil. Under ti står bare tallene.",
    "Et antall eller en sum er hvert lags eget mål, og legges ikke sammen. Om perioden nettopp har begynt, sier farten ingenting.",
  ],
  howPersons:
    "Det som teller personer, kommer fra øyeblikksbildet av kvartalet og gjelder ett til tre år. Et antall per måned, kvartal, halvår eller år er da regnet om til den tiden. Et snitt av personer vises ikke ovenfra.",
};
