/** What may tell who somebody is, or how they are: to be looked at by whoever typed it, never a proof. */
export const TELLING = ["NAME", "HEALTH", "CONTACT"] as const;
export type Telling = (typeof TELLING)[number];

// two words with a capital beside each other; organizations and places are seen too
const FULL_NAME = /\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?\s+\p{Lu}\p{Ll}{2,}/u;
// «heter Emil», «hilsen Emil»
const CALLED = /\b(?:heter|heiter|hilsen|helsing|navnet mitt er|my name is|regards,?)\s+\p{Lu}\p{Ll}+/iu;
// stems, of the words members use about themselves
const HEALTH =
  /\b(?:diagnos|depre|angst|anxiet|selvmord|sjølvmord|suicid|selvskad|sjølvskad|self-?harm|spiseforst|eteforst|eating disorder|psykose|psychos|bipolar|adhd|autis|medisin|medicat|innlagt|innlagd|hospitali|behandling|psykolog|psycholog|terapi|therap|rusmid|overgrep|abuse)/iu;
const CONTACT = /[^\s@]+@[^\s@]+\.[a-zæøå]{2,}|(?<!\d)(?:\+47[ .]?)?[49]\d(?:[ .]?\d){6}(?!\d)/iu;

/** What in a text one should look at before others read it, in a fixed order; empty where nothing was seen. */
export function tellingIn(text: string): Telling[] {
  const found: Telling[] = [];
  if (FULL_NAME.test(text) || CALLED.test(text)) found.push("NAME");
  if (HEALTH.test(text)) found.push("HEALTH");
  if (CONTACT.test(text)) found.push("CONTACT");
  return found;
}
