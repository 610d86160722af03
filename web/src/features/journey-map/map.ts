import type { MapEvidence } from "@varde/domain";
import type {
  JourneyMapCard_CardFragment,
  JourneyMapPageQuery,
  JourneyMapView_JourneyMapFragment,
} from "../../../../graphql/generated/graphql";
import { readFragment } from "../../../../graphql/generated";
import { JourneyMapCard_CardFragmentDoc } from "../../../../graphql/generated/graphql";

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
