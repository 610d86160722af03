/** The funnel of the comparison page: which differences are more than chance. */
export const funnel = {
  inside: (counts: string) => `Innenfor forventet variasjon: ${counts} lag.`,
  noise: "De fleste forskjeller mellom små lag er tilfeldige.",
  allFew: "Alle lag har under ti her.",
  alike: "Lagene er like her.",
  picture: (name: string) => `${name}: lagenes andel i tide etter hvor mange de har`,
  caption: (name: string) => `Lagene mot det vi venter: ${name}`,
  about:
    "Jo færre et lag har, jo mer rår tilfeldigheten. Derfor er det tonede feltet bredt for få og smalt for mange. Er et lag inne i feltet, er forskjellen for liten til å bety noe. Rundt ett av tjue lag havner utenfor uten annen grunn enn tilfeldighet.",
  few: (n: string, one: boolean) =>
    one
      ? "Ett lag har under ti. Det er ikke tegnet, og bedømmes ikke."
      : `${n} lag har under ti. De er ikke tegnet, og bedømmes ikke.`,
  hidden: (n: string, one: boolean) =>
    one ? "Ett lag er ikke tegnet, fordi tallet er skjult." : `${n} lag er ikke tegnet, fordi tallene er skjult.`,
  hint: "Pek på et lag, eller gå fra lag til lag med piltastene, i samme rekkefølge som i tabellen.",
  across: "antall gjort eller gått ut",
  upwards: "andel i tide",
  all: (percent: string) => `alle samlet ${percent}`,
  zone: {
    FAR_BELOW: "Godt under det vi venter",
    BELOW: "Under det vi venter",
    INSIDE: "Innenfor det vi venter",
    ABOVE: "Over det vi venter",
    FAR_ABOVE: "Godt over det vi venter",
  },
  range: (low: string, high: string) => `${low} til ${high}`,
  point: (name: string, counts: string, percent: string) => `${name}: ${counts} i tide, ${percent}.`,
  expected: (range: string) => `Vi venter ${range}.`,
  outside: (name: string, counts: string) => `${name}: ${counts} i tide.`,
  above: "Spør hva som gjør det.",
  below: "Ring og hør hva som kunne hjelpe.",
  see: (name: string) => `Gå til ${name}`,
  more: (n: string, one: boolean) => (one ? "Ett lag til står i tabellen." : `${n} lag til står i tabellen.`),
  legend: {
    inside: "innenfor",
    outside: "utenfor",
    far: "langt utenfor",
    expected: "ventet, 95 %",
    rare: "sjelden, 99,8 %",
  },
  table: { chapter: "Lag", onTime: "I tide", expected: "Ventet", rare: "Sjelden utenfor", verdict: "Bedømt" },
  tooFew: "Under ti, bedømmes ikke",
  none: "ikke regnet ut",
  method:
    "Grensene ligger rundt andelen for alle samlet, p. Fra tretti er de p ± z · √(p(1 − p) / n), med z = 1,96 og 3,09. Under tretti er de eksakte: det minste og det største antallet som den binomiske fordelingen gir mer enn 2,5 % og 0,1 % sjanse for å nå eller passere.",
};
