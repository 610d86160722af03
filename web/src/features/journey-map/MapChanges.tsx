import { compareMaps, JOURNEY_MAP_WORDS, mapCardTitle } from "@varde/domain";
import { useAllTexts, useLanguage } from "../../texts";
import { Card as Frame } from "../../ui";
import type { Card, Map } from "./map";

export type Changes = ReturnType<typeof compareMaps<Card>>;

/** What is other than on the map of the year before; null where there is none. */
export const changesOf = ({ cards, feelings, before }: Map): Changes | null =>
  before && compareMaps<Card>(before, { cards, feelings });

/** The changes in words. */
export function MapChanges({ year, changes }: { year: number; changes: Changes }) {
  const texts = useAllTexts().journeyMap.changes;
  const { language } = useLanguage();
  const { stages, marks } = JOURNEY_MAP_WORDS[language];
  const names = (cards: readonly Card[]): string => cards.map((card) => mapCardTitle(card, language)).join(" · ");
  const lines = [
    ...(changes.fresh.length > 0 ? [texts.fresh(names(changes.fresh))] : []),
    ...(changes.gone.length > 0 ? [texts.gone(names(changes.gone))] : []),
    ...changes.moved.map(({ card, from }) =>
      texts.moved(mapCardTitle(card, language), stages[from], stages[card.stage]),
    ),
    ...changes.feelings.map(({ stage, before, after }) =>
      (after > before ? texts.up : texts.down)(stages[stage], marks[String(before)] ?? "", marks[String(after)] ?? ""),
    ),
  ];
  return (
    <Frame title={texts.title(year)}>
      {lines.length === 0 ? (
        <p>{texts.none}</p>
      ) : (
        <ul className="v-map-changes">
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
    </Frame>
  );
}
