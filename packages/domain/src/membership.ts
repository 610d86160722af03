/**
 * Who is a member when, and what a chapter's number of members grew and shrank by.
 * Source: domain rules «what everyone compares» (active, growth in five parts, retention).
 *
 * A month is the grain. A membership is valid from the day of joining until the day of ending, whether this year's fee is paid or not: that is
 * told apart, since at the turn of every year nobody has paid. Days of those who ended long ago are kept as months only, so whatever
 * is counted here must come out the same when days become the first of their month.
 */
import { addMonths } from "./calendar.js";
import type { LocalDate } from "./calendar.js";

export const STAY_BEGINNINGS = ["JOINED", "MOVED_IN"] as const;
export const STAY_ENDINGS = ["LEFT", "MOVED_OUT", "AGED_OUT", "DIED"] as const;
export type StayBeginning = (typeof STAY_BEGINNINGS)[number];
export type StayEnding = (typeof STAY_ENDINGS)[number];

/** Some members' time in one chapter; `from` and `to` are the first of a month, `to` and `ended` null while they are there. */
export type Stay = {
  from: LocalDate;
  came: StayBeginning;
  to: LocalDate | null;
  ended: StayEnding | null;
};
export type StayCount = Stay & { n: number };

/** What the register holds of one member in one chapter. */
export type RegisteredStay = {
  joinedOn: LocalDate;
  joinedChapterOn: LocalDate;
  leftOn: LocalDate | null;
  /** null with `leftOn`: it was not written down, and is told as having left */
  endReason: "LEFT" | "MOVED" | "AGED_OUT" | "DIED" | "MERGED" | null;
};

const monthOf = (day: LocalDate): LocalDate => `${day.slice(0, 7)}-01`;
const later = (a: LocalDate, b: LocalDate): LocalDate => (a > b ? a : b);

/**
 * A registered membership as a stay, or null when it counts nowhere:
 * - a row that was merged into another was never a second person
 * - who moved on in the month they came has been in the chapter at the end of no month; they are counted where they went, as having joined there
 *   when they joined the same month. So every move is out of one chapter and into another, once each
 */
export function stayOf({ joinedOn, joinedChapterOn, leftOn, endReason }: RegisteredStay): Stay | null {
  if (endReason === "MERGED") return null;
  const from = monthOf(later(joinedOn, joinedChapterOn));
  const came = from > monthOf(joinedOn) ? "MOVED_IN" : "JOINED";
  if (leftOn === null) return { from, came, to: null, ended: null };
  // written down with a day before they came here: they ended as they came
  const to = later(monthOf(leftOn), from);
  if (endReason === "MOVED") return to === from ? null : { from, came, to, ended: "MOVED_OUT" };
  return { from, came, to, ended: endReason ?? "LEFT" };
}

/** Whether a stay is a valid membership at the end of the month that begins on `month`. */
export const isActive = ({ from, to }: Stay, month: LocalDate): boolean => from <= month && (to === null || to > month);

/** Whole months, both included, as the first of each. */
export type Months = { first: LocalDate; last: LocalDate };

/** `opening` + `joined` + `movedIn` - `left` - `movedOut` - `agedOut` - `died` = `closing`. Months add up: those of a year are the year's. */
export type Growth = {
  opening: number;
  joined: number;
  movedIn: number;
  left: number;
  movedOut: number;
  agedOut: number;
  died: number;
  closing: number;
};

const countOf = (stays: readonly StayCount[], wanted: (stay: Stay) => boolean): number =>
  stays.reduce((sum, stay) => sum + (wanted(stay) ? stay.n : 0), 0);

/** active(t) at the end of a month. */
export const activeAt = (stays: readonly StayCount[], month: LocalDate): number =>
  countOf(stays, (stay) => isActive(stay, month));

/** The chapter's growth in those months. Who joined and left in the same month is in both parts. */
export function growthOf(stays: readonly StayCount[], { first, last }: Months): Growth {
  const within = (month: LocalDate | null): boolean => month !== null && first <= month && month <= last;
  const began = (came: StayBeginning) => countOf(stays, (stay) => stay.came === came && within(stay.from));
  const ended = (how: StayEnding) => countOf(stays, (stay) => stay.ended === how && within(stay.to));
  return {
    opening: activeAt(stays, addMonths(first, -1)),
    joined: began("JOINED"),
    movedIn: began("MOVED_IN"),
    left: ended("LEFT"),
    movedOut: ended("MOVED_OUT"),
    agedOut: ended("AGED_OUT"),
    died: ended("DIED"),
    closing: activeAt(stays, last),
  };
}

/** How many of those who were there when the months began are members still. */
export type Retention = {
  stayed: number;
  /** without those who grew too old or died meanwhile */
  of: number;
};

/**
 * retention of those who were in the chapter when the months began. Who has moved is a member still: what became of them in another
 * chapter is that chapter's to know.
 */
export function retentionOf(stays: readonly StayCount[], { first, last }: Months): Retention {
  const opening = stays.filter((stay) => isActive(stay, addMonths(first, -1)));
  const gone = (...how: StayEnding[]) =>
    countOf(opening, ({ to, ended }) => to !== null && to <= last && ended !== null && how.includes(ended));
  const of = countOf(opening, () => true) - gone("AGED_OUT", "DIED");
  return { stayed: of - gone("LEFT"), of };
}
