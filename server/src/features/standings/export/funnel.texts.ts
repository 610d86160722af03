import type { Sentence } from "../../../kernel/errors/say.js";

/** The words of the funnel in the printed report; `{0}` and `{1}` are put in. The page's are in the web's texts and say the same. */
export const FUNNEL_TEXTS = {
  title: {
    nb: "Er forskjellene større enn tilfeldighet?",
    nn: "Er skilnadene større enn slump?",
    en: "Are the differences more than chance?",
  },
  of: { nb: "av", nn: "av", en: "of" },
  inside: {
    nb: "Innenfor forventet variasjon: {0} lag.",
    nn: "Innanfor venta variasjon: {0} lag.",
    en: "Within expected variation: {0} chapters.",
  },
  noise: {
    nb: "De fleste forskjeller mellom små lag er tilfeldige.",
    nn: "Dei fleste skilnader mellom små lag er tilfeldige.",
    en: "Most differences between small chapters are chance.",
  },
  about: {
    nb: "Det tonede feltet er der vi venter at et lag ligger: bredt for få, smalt for mange. Rundt ett av tjue lag havner utenfor uten annen grunn enn tilfeldighet.",
    nn: "Det tona feltet er der vi ventar at eit lag ligg: breitt for få, smalt for mange. Rundt eitt av tjue lag hamnar utanfor utan annan grunn enn slump.",
    en: "The tinted field is where we expect a chapter to be: wide for few, narrow for many. About one chapter in twenty ends up outside for no other reason than chance.",
  },
  all: { nb: "alle samlet {0}", nn: "alle samla {0}", en: "all together {0}" },
  across: { nb: "antall gjort eller gått ut", nn: "talet på gjorde eller gått ut", en: "number done or missed" },
  upwards: { nb: "andel i tide", nn: "del i tide", en: "share on time" },
  range: { nb: "{0} til {1}", nn: "{0} til {1}", en: "{0} to {1}" },
  outside: { nb: "{0}: {1} i tide.", nn: "{0}: {1} i tide.", en: "{0}: {1} on time." },
  expected: { nb: "Vi venter {0}.", nn: "Vi ventar {0}.", en: "We expect {0}." },
  FAR_BELOW: {
    nb: "Godt under det vi venter",
    nn: "Godt under det vi ventar",
    en: "Well below what we expect",
  },
  BELOW: { nb: "Under det vi venter", nn: "Under det vi ventar", en: "Below what we expect" },
  INSIDE: { nb: "Innenfor det vi venter", nn: "Innanfor det vi ventar", en: "Within what we expect" },
  ABOVE: { nb: "Over det vi venter", nn: "Over det vi ventar", en: "Above what we expect" },
  FAR_ABOVE: {
    nb: "Godt over det vi venter",
    nn: "Godt over det vi ventar",
    en: "Well above what we expect",
  },
  more: {
    nb: "Flere utenfor feltet: {0}. De står i tabellen.",
    nn: "Fleire utanfor feltet: {0}. Dei står i tabellen.",
    en: "More outside the field: {0}. They are in the table.",
  },
  few: {
    nb: "{0} lag har under ti. De er ikke tegnet, og bedømmes ikke.",
    nn: "{0} lag har under ti. Dei er ikkje teikna, og blir ikkje dømde.",
    en: "{0} chapters have fewer than ten. They are not drawn, and not judged.",
  },
  fewOne: {
    nb: "Ett lag har under ti. Det er ikke tegnet, og bedømmes ikke.",
    nn: "Eitt lag har under ti. Det er ikkje teikna, og blir ikkje dømt.",
    en: "One chapter has fewer than ten. It is not drawn, and not judged.",
  },
  hidden: {
    nb: "{0} lag er ikke tegnet, fordi tallene er skjult.",
    nn: "{0} lag er ikkje teikna, fordi tala er skjulte.",
    en: "{0} chapters are not drawn, because their numbers are hidden.",
  },
  hiddenOne: {
    nb: "Ett lag er ikke tegnet, fordi tallet er skjult.",
    nn: "Eitt lag er ikkje teikna, fordi talet er skjult.",
    en: "One chapter is not drawn, because its number is hidden.",
  },
  is_inside: { nb: "innenfor", nn: "innanfor", en: "inside" },
  is_outside: { nb: "utenfor", nn: "utanfor", en: "outside" },
  is_far: { nb: "langt utenfor", nn: "langt utanfor", en: "far outside" },
  lineExpected: { nb: "ventet, 95 %", nn: "venta, 95 %", en: "expected, 95%" },
  lineRare: { nb: "sjelden, 99,8 %", nn: "sjeldan, 99,8 %", en: "rare, 99.8%" },
} satisfies Record<string, Sentence>;
