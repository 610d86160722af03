/**
 * What a text may hold that nobody should have written: from a survey it is folded with a warning until somebody opens it; where
 * somebody writes a quote down, it is pointed at.
 */

export const TEXT_WARNINGS = ["NAME", "HEALTH", "CONTACT"] as const;
export type TextWarning = (typeof TEXT_WARNINGS)[number];

/**
 * Common first names in Norway of all ages and several origins. A list of its own, and short: the members' own names are not asked,
 * since a warning would then say that somebody of that name is a member.
 */
const NAMES = new Set(
  `aksel alexander ali amalie amina amira amund anders andrea andreas anette anita anja anna anne anniken ann anton arild arne arvid
  asbjørn astrid aurora axel beate benjamin bente berit birgit birgitte bjarne bjørg bjørnar brage camilla caroline cathrine celine
  cecilie charlotte christian christina christine christoffer dag dagny daniel david edvard egil einar eirik elias eline elin elise
  ella ellen ellinor elisabeth else emil emilie emma erik erika erlend espen eva eskil fatima fredrik frida frode fillip filip geir
  georg gerd gina grete greta gro gunn gunnar gunnhild guro gustav halvor hanna hannah hanne hans harald hassan hege heidi helena
  helene helge henriette henrik henry herman hilde hussein håkon håvard ibrahim ida iben ina inga inger ingeborg ingrid ingunn ingvild
  irene isabella isak ivar iver jakob jacob jannicke janne jens jenny jesper joakim johan johanna johannes john jon jonas jonathan
  jorunn josefine julia julian julie jørgen jørn kaja karen kari karin karina karl karoline kasper katarina katrine kevin kim kine
  kjell kjersti kjetil knut konrad kristian kristin kristina kristine kristoffer lars lasse laila lea leah leif lena leon liam lilly
  lina linda line linn linnea lisa lise live lotte louise lucas ludvig lukas magnhild magnus malin maren margrethe mari maria mariann
  marianne marie marit marius markus marte martin martine marthe mathias mathilde mats max maya merete mette mia michael mikael mikkel
  milla mina mohamed mohammad mohammed mona monica monika morten nadia natalie nathalie nicolai nikolai nils nina noah nora odin oda
  ola olaf olav ole oliver olivia omar oscar oskar ove pernille per petter peder pål ragnhild ragnar rebecca rebekka renate robert robin
  roger rolf ronja rune runar ruth sabrina samira samuel sander sandra sara sarah sebastian selma sigrid sigurd silje simen simon sindre
  siri siv sivert snorre sofia sofie solveig sondre stein stian stine susanne svein sverre synne synnøve tale terje theodor thea therese
  thomas thor tiril tina tobias tommy tom tone tonje tor torbjørn tore torhild torill torstein torunn trine trond trude trygve tuva
  ulrik una unni vegard vanessa vera veronica vetle vibeke victor victoria vidar viktor viktoria vilde wenche william yasmin ylva
  yngve yusuf øystein øyvind åge åse åshild åsmund`
    .split(/\s+/)
    .filter((name) => name !== ""),
);
/** Names that are words as well, in one of the languages (Even, Hans, Anna, Tale): only with a capital, and not first in a sentence. */
const NAMES_THAT_ARE_WORDS = new Set(
  "ann anna bjørn dag even elin else gro glenn hans inga jan kim lea liv live line linn mai mari max mina odd oda per rune sol siv stein storm tale tone tom tor tore ulv una vera vilde vår".split(
    " ",
  ),
);

/** Beginnings of words, in bokmål, nynorsk and English. */
const HEALTH =
  /(?<!\p{L})(?:adhd|alkohol|alcohol|angst|anoreks|anorex|antidepr|anxi|asperger|autis|bipolar|borderline|bulimi|bup(?!\p{L})|cutt|depr[ei]|diagnos|dps(?!\p{L})|eating disorder|hallusin|hospital|innlagt|innlegg(?:else|ing)|kreft|cancer|kutt(?:e|et|a|er) (?:meg|seg)|legevakt|medication|medisin|misbruk|ocd(?!\p{L})|overdos|overgrep|panikk|panic attack|psykia|psykisk sy?k|psykisk sjuk|psykolog|psykos|psychia|psychos|psycholog|ptsd|rape|rusa|rusmi|schizo|schizof|self[- ]?harm|selvmord|selvska|sjølvmord|sjølvska|spiseforst|eteforst|suicid|(?:syk|sjuk|sick|ill)(?!\p{L})|sykehus|sjukehus|sykdom|sjukdom|ta livet|tok livet|terap|therap|tourette|traum|vold(?:t|en|elig|s)|abuse)/iu;

/** An address, a name on a social medium, or so many digits as a telephone or an identity number has. */
const CONTACT =
  /\S@\S+\.\p{L}{2,}|(?<![\p{L}\d])@[\p{L}\d_.]{3,}|(?<!\d)(?:\+|00)?\d(?:[ .-]?\d){7,}(?!\d)|https?:\/\//iu;

/** «heter Emil», «hilsen Emil»: whatever the name. */
const CALLED =
  /(?<!\p{L})(?:[Hh]eter|[Hh]eiter|[Hh]ilsen|[Hh]elsing|[Nn]avnet mitt er|[Mm]y name is|[Rr]egards,?)\s+\p{Lu}\p{Ll}+/u;

const hasName = (text: string): boolean =>
  CALLED.test(text) ||
  [...text.matchAll(/\p{L}+/gu)].some(({ 0: word, index }) => {
    const name = word.toLowerCase();
    // one's name's: «Kari sin», «Karis»
    const bare = name.endsWith("s") && !NAMES.has(name) ? name.slice(0, -1) : name;
    if (!NAMES_THAT_ARE_WORDS.has(bare)) return NAMES.has(bare);
    const before = text.slice(0, index).trimEnd();
    return word[0] !== name[0] && before !== "" && !/[.!?:\n]$/.test(before);
  });

/**
 * What to warn of before a text is read: a first name, words about health, or a way to reach somebody. A guess that errs on the side of
 * warning; a text without a warning can still name somebody.
 */
export function textWarnings(text: string): TextWarning[] {
  const found: Record<TextWarning, boolean> = {
    NAME: hasName(text),
    HEALTH: HEALTH.test(text),
    CONTACT: CONTACT.test(text),
  };
  return TEXT_WARNINGS.filter((warning) => found[warning]);
}
