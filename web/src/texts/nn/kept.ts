import type { kept as source } from "../nb/kept";

export const kept: typeof source = {
  notRenewed: "Nye tal kom ikkje fram. Her står dei som kom sist.",
  regions: {
    title: "<TheRegions>",
    asIs: (date) =>
      `Lag har bytt <region> sidan ${date}. Her er tala etter kva for <a> <region> kvart lag høyrer til no.`,
    asWas: (date) => `<TheRegions> er slik dei var ${date}.`,
    snapshot: (date) =>
      `<TheRegions> er slik dei var ${date}, då augneblinksbiletet vart laga. Sidan har lag bytt <region>.`,
    seeWas: (date) => `Sjå <theRegions> slik dei var ${date}`,
    seeIs: "Sjå <theRegions> slik dei er no",
    elsewhere: (names, one) =>
      one
        ? `${names} høyrde til her då, og er flytta sidan. Tala derifrå er ikkje med.`
        : `Desse laga høyrde til her då, og er flytta sidan: ${names}. Tala derifrå er ikkje med.`,
    closed: (name) => `${name} (nedlagd)`,
  },
  check: {
    never: "Tala blir etterrekna kvar natt. Det er ikkje gjort enno.",
    same: (day) => `Tala vart etterrekna ${day}: ingen skilnad.`,
    late: (day) => `Tala vart sist etterrekna ${day}.`,
    lateBody: "Det skal skje kvar natt. Be den som driftar Varde sjå etter om nattjobbane går.",
    differs: (day, n, one) =>
      one
        ? `Tala vart etterrekna ${day}: eitt av dei stemmer ikkje.`
        : `Tala vart etterrekna ${day}: ${n} av dei stemmer ikkje.`,
    some: "Det gjeld mellom anna:",
    cell: (chapter, name, month, of) => `${chapter}, ${name}, ${month}: ${of}`,
    of: { CLOSED: "det som er avgjort", UNCLOSED: "det som er ope eller gjekk ut", ANSWERS: "svara" },
    members: "Det gjeld tal om medlemmar. Kvar dei høyrer til, blir ikkje vist her.",
    rebuild: "Ingenting er mista: tala kan lagast på nytt av oppgåvene. Den som driftar Varde gjer det med",
  },
};
