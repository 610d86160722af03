import type { MapEvidence, ToldJourney } from "@varde/domain";
import type {
  JourneyMapCard_CardFragment,
  JourneyMapPageQuery,
  JourneyMapView_JourneyMapFragment,
} from "../../../../graphql/generated/graphql";
import { readFragment } from "../../../../graphql/generated";
import {
  JourneyFigure_JourneyPathFragmentDoc,
  JourneyMapCard_CardFragmentDoc,
} from "../../../../graphql/generated/graphql";

export type Card = JourneyMapCard_CardFragment;
export type Numbers = JourneyMapPageQuery["journeyMapNumbers"];
/** The map with its cards unwrapped, so that one can move them. */
export type Map = Omit<JourneyMapView_JourneyMapFragment, "cards" | "before"> & {
  cards: readonly Card[];
  before: (Omit<NonNullable<JourneyMapView_JourneyMapFragment["before"]>, "cards"> & { cards: readonly Card[] }) | null;
};
export type Feeling = Map["feelings"][number];

export function unwrapped(map: JourneyMapView_JourneyMapFragment): Map {
  const cards = (of: JourneyMapView_JourneyMapFragment["cards"]) => readFragment(JourneyMapCard_CardFragmentDoc, of);
  return {
    ...map,
    cards: cards(map.cards),
    before: map.before ? { ...map.before, cards: cards(map.before.cards) } : null,
  };
}

export type Evidence = Card["evidence"][number];
/** A piece of evidence that says all it must: what is half written is not sent. */
export function isWhole(one: Evidence): boolean {
  const kind: MapEvidence["kind"] = one.kind;
  if (kind === "QUOTE") return (one.text ?? "").trim() !== "";
  if (kind === "NUMBER") return one.measure !== null && (one.measure !== "DONE" || one.templateId !== null);
  return one.surveyId !== null && one.question !== null;
}

/** What the page tells of those who joined: the own chapter's own, above it what is published; null where there is nothing to tell from. */
export function toldJourney(
  { journey, ownJourney, journeyMapNumbers }: JourneyMapPageQuery,
  written: (day: string) => string,
): ToldJourney | null {
  const told =
    journey ?? (ownJourney?.cohort ? { ...ownJourney.cohort, referenceDate: ownJourney.referenceDate } : null);
  if (!told || told.referenceDate === null) return null;
  const { joined, activated, referenceDate } = told;
  const paths = readFragment(JourneyFigure_JourneyPathFragmentDoc, told.paths);
  const k = journey ? (journeyMapNumbers?.hiddenBelow ?? null) : null;
  return { joined, activated, paths, day: written(referenceDate), k };
}
