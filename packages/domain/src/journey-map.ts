import { STAGES } from "./definition.js";
import type { Stage } from "./definition.js";

export const MAP_CARD_KINDS = ["TOUCHPOINT", "IDEA", "PAIN"] as const;
export type MapCardKind = (typeof MAP_CARD_KINDS)[number];

/** DONE: of a template, how it went. CAME: of those who joined, who came within 90 days. MEMBERS: how many there are. */
export const MAP_MEASURES = ["DONE", "CAME", "MEMBERS"] as const;
export type MapMeasure = (typeof MAP_MEASURES)[number];

/** What a card rests on. A number is never kept: it is looked up for whoever reads, in what they may see. */
export type MapEvidence =
  | { key: string; kind: "QUOTE"; text: string; source: string }
  | { key: string; kind: "NUMBER"; measure: MapMeasure; templateId: string | null }
  | { key: string; kind: "SURVEY"; surveyId: string; question: string };

export type MapCard = {
  id: string;
  stage: Stage;
  kind: MapCardKind;
  /** may be empty where a template gives the name */
  title: string;
  text: string;
  /** a role or a group, in words */
  owner: string;
  templateId: string | null;
  evidence: MapEvidence[];
  /** the first card it was copied from, year after year; null for a new one */
  origin: string | null;
  rev: number;
};

/** How a stage feels to a member, -2..2; null when nobody has said. */
export type MapFeeling = { stage: Stage; mark: number | null; words: string; rev: number };

/** More than one page can hold, and less than one can be made slow with. */
export const MOST_MAP_CARDS = 120;

export const emptyFeelings = (): MapFeeling[] => STAGES.map((stage) => ({ stage, mark: null, words: "", rev: 0 }));

/** The cards of a stage, in their order: that of the whole list. */
export const cardsIn = <Card extends { stage: Stage }>(cards: readonly Card[], stage: Stage): Card[] =>
  cards.filter((card) => card.stage === stage);

/**
 * The cards with one moved to a stage, before another there; last where that one is none, itself, or elsewhere by now. By the
 * neighbour and not by a number, so that two who move at once both get what they meant. The same list where there is no such card.
 */
export function moveMapCard<Card extends { id: string; stage: Stage }>(
  cards: readonly Card[],
  id: string,
  stage: Stage,
  beforeId: string | null,
): Card[] {
  const moved = cards.find((card) => card.id === id);
  if (!moved) return [...cards];
  const rest = cards.filter((card) => card.id !== id);
  const at = rest.findIndex((card) => card.id === beforeId && card.stage === stage);
  return rest.toSpliced(at < 0 ? rest.length : at, 0, { ...moved, stage });
}

/** The cards with one put in: in its place where it is there already, else last. Its stage is changed by moving it. */
export function putMapCard(cards: readonly MapCard[], card: MapCard): MapCard[] {
  const at = cards.findIndex(({ id }) => id === card.id);
  return at < 0 ? [...cards, card] : cards.with(at, { ...card, stage: cards[at]!.stage });
}

/** The cards of a new year: each of its own, knowing where it is from. `newId` makes an id. */
export const carriedOver = (cards: readonly MapCard[], newId: () => string): MapCard[] =>
  cards.map((card) => ({ ...card, id: newId(), origin: card.origin ?? card.id, rev: 1 }));

type Compared = Pick<MapCard, "id" | "stage" | "title" | "templateId" | "origin">;
export type MapChanges<Card> = {
  fresh: Card[];
  gone: Card[];
  moved: { card: Card; from: Stage }[];
  /** only those that both have a mark for, and that differ */
  feelings: { stage: Stage; before: number; after: number }[];
};

/**
 * What is other than the year before. A card is the same when one was made from the other, or when both stand for the same template;
 * each card of one year is held against one of the other at most.
 */
export function compareMaps<Card extends Compared>(
  before: { cards: readonly Card[]; feelings: readonly Pick<MapFeeling, "stage" | "mark">[] },
  now: { cards: readonly Card[]; feelings: readonly Pick<MapFeeling, "stage" | "mark">[] },
): MapChanges<Card> {
  const left = new Map(before.cards.map((card) => [card.id, card]));
  const pairs = new Map<string, Card>();
  const pair = (same: (card: Card, earlier: Card) => boolean): void => {
    for (const card of now.cards) {
      if (pairs.has(card.id)) continue;
      const earlier = [...left.values()].find((one) => same(card, one));
      if (!earlier) continue;
      pairs.set(card.id, earlier);
      left.delete(earlier.id);
    }
  };
  pair((card, earlier) => card.origin !== null && card.origin === (earlier.origin ?? earlier.id));
  pair((card, earlier) => card.templateId !== null && card.templateId === earlier.templateId);
  const markOf = (feelings: readonly Pick<MapFeeling, "stage" | "mark">[], stage: Stage): number | null =>
    feelings.find((feeling) => feeling.stage === stage)?.mark ?? null;
  return {
    fresh: now.cards.filter(({ id }) => !pairs.has(id)),
    gone: [...left.values()],
    moved: now.cards.flatMap((card) => {
      const from = pairs.get(card.id)?.stage;
      return from !== undefined && from !== card.stage ? [{ card, from }] : [];
    }),
    feelings: STAGES.flatMap((stage) => {
      const [was, is] = [markOf(before.feelings, stage), markOf(now.feelings, stage)];
      return was !== null && is !== null && was !== is ? [{ stage, before: was, after: is }] : [];
    }),
  };
}
