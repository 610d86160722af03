import type { funnel as source } from "../nb/funnel";

export const funnel: typeof source = {
  inside: (counts) => `Innanfor venta variasjon: ${counts} lag.`,
  noise: "Dei fleste skilnader mellom små lag er tilfeldige.",
  allFew: "Alle lag har under ti her.",
  alike: "Laga er like her.",
  picture: (name) => `${name}: kor stor del laga har i tide, etter kor mange dei har`,
  caption: (name) => `Laga mot det vi ventar: ${name}`,
  about:
    "Di færre eit lag har, di meir rår slumpen. Difor er det tona feltet breitt for få og smalt for mange. Er eit lag inne i feltet, er skilnaden for liten til å bety noko. Rundt eitt av tjue lag hamnar utanfor utan annan grunn enn slump.",
  few: (n, one) =>
    one
      ? "Eitt lag har under ti. Det er ikkje teikna, og blir ikkje dømt."
      : `${n} lag har under ti. Dei er ikkje teikna, og blir ikkje dømde.`,
  hidden: (n, one) =>
    one ? "Eitt lag er ikkje teikna, fordi talet er skjult." : `${n} lag er ikkje teikna, fordi tala er skjulte.`,
  hint: "Peik på eit lag, eller gå frå lag til lag med piltastane, i same rekkjefølgje som i tabellen.",
  across: "talet på gjorde eller gått ut",
  upwards: "del i tide",
  all: (percent) => `alle samla ${percent}`,
  zone: {
    FAR_BELOW: "Godt under det vi ventar",
    BELOW: "Under det vi ventar",
    INSIDE: "Innanfor det vi ventar",
    ABOVE: "Over det vi ventar",
    FAR_ABOVE: "Godt over det vi ventar",
  },
  range: (low, high) => `${low} til ${high}`,
  point: (name, counts, percent) => `${name}: ${counts} i tide, ${percent}.`,
  expected: (range) => `Vi ventar ${range}.`,
  outside: (name, counts) => `${name}: ${counts} i tide.`,
  above: "Spør kva som gjer det.",
  below: "Ring og høyr kva som kunne hjelpe.",
  see: (name) => `Gå til ${name}`,
  more: (n, one) => (one ? "Eitt lag til står i tabellen." : `${n} lag til står i tabellen.`),
  legend: {
    inside: "innanfor",
    outside: "utanfor",
    far: "langt utanfor",
    expected: "venta, 95 %",
    rare: "sjeldan, 99,8 %",
  },
  table: { chapter: "Lag", onTime: "I tide", expected: "Venta", rare: "Sjeldan utanfor", verdict: "Dømt" },
  tooFew: "Under ti, blir ikkje dømt",
  none: "ikkje rekna ut",
  method:
    "Grensene ligg rundt delen for alle samla, p. Frå tretti er dei p ± z · √(p(1 − p) / n), med z = 1,96 og 3,09. Under tretti er dei eksakte: det minste og det største talet som den binomiske fordelinga gir meir enn 2,5 % og 0,1 % sjanse for å nå eller passere.",
};
