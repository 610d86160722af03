import type { funnel as source } from "../nb/funnel";

export const funnel: typeof source = {
  inside: (counts) => `Within expected variation: ${counts} chapters.`,
  noise: "Most differences between small chapters are chance.",
  allFew: "Every chapter has fewer than ten here.",
  alike: "The chapters are alike here.",
  picture: (name) => `${name}: the chapters' share on time by how many they have`,
  caption: (name) => `The chapters against what we expect: ${name}`,
  about:
    "The fewer a chapter has, the more chance decides. That is why the tinted field is wide for few and narrow for many. Inside the field a difference is too small to mean anything. About one chapter in twenty ends up outside for no other reason than chance.",
  few: (n, one) =>
    one
      ? "One chapter has fewer than ten. It is not drawn, and not judged."
      : `${n} chapters have fewer than ten. They are not drawn, and not judged.`,
  hidden: (n, one) =>
    one
      ? "One chapter is not drawn, because its number is hidden."
      : `${n} chapters are not drawn, because their numbers are hidden.`,
  hint: "Point at a chapter, or go from one to the next with the arrow keys, in the order of the table.",
  across: "number done or missed",
  upwards: "share on time",
  all: (percent) => `all together ${percent}`,
  zone: {
    FAR_BELOW: "Well below what we expect",
    BELOW: "Below what we expect",
    INSIDE: "Within what we expect",
    ABOVE: "Above what we expect",
    FAR_ABOVE: "Well above what we expect",
  },
  range: (low, high) => `${low} to ${high}`,
  point: (name, counts, percent) => `${name}: ${counts} on time, ${percent}.`,
  expected: (range) => `We expect ${range}.`,
  outside: (name, counts) => `${name}: ${counts} on time.`,
  above: "Ask what does it.",
  below: "Call and hear what could help.",
  see: (name) => `Go to ${name}`,
  more: (n, one) => (one ? "One more chapter is in the table." : `${n} more chapters are in the table.`),
  legend: {
    inside: "inside",
    outside: "outside",
    far: "far outside",
    expected: "expected, 95%",
    rare: "rare, 99.8%",
  },
  table: { chapter: "Chapter", onTime: "On time", expected: "Expected", rare: "Rarely outside", verdict: "Judged" },
  tooFew: "Fewer than ten, not judged",
  none: "not computed",
  method:
    "The limits lie around the share of all together, p. From thirty they are p ± z · √(p(1 − p) / n), with z = 1.96 and 3.09. Below thirty they are exact: the smallest and the largest number that the binomial distribution gives more than a 2.5% and a 0.1% chance of reaching or passing.",
};
