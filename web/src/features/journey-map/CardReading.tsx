import { JOURNEY_MAP_WORDS, mapCardTitle, mapEvidenceWords, mapOutcomeWords } from "@varde/domain";
import { useAllTexts, useLanguage } from "../../texts";
import { Dialog } from "../../ui";
import { KindMark } from "./KindMark";
import type { Card, Map, Numbers } from "./map";

/** A card as it is read: with what it rests on, in this reader's numbers. */
export function CardReading({
  map,
  card,
  numbers,
  onClose,
}: {
  map: Map;
  card: Card;
  numbers: Numbers;
  onClose: () => void;
}) {
  const texts = useAllTexts().journeyMap;
  const { language } = useLanguage();
  const outcome = mapOutcomeWords(card.templateId, numbers ?? null, language);
  return (
    <Dialog open title={mapCardTitle(card, language)} onClose={onClose}>
      <div className="v-map-form">
        <p>
          <KindMark kind={card.kind} /> {texts.kinds[card.kind]}, {JOURNEY_MAP_WORDS[language].stages[card.stage]}
        </p>
        {outcome && <p>{outcome}</p>}
        {card.owner && <p>{texts.owner(card.owner)}</p>}
        {card.text && <p className="v-map-form__text">{card.text}</p>}
        {card.evidence.length > 0 && (
          <>
            <h3>{texts.card.evidence}</h3>
            <ul>
              {card.evidence.map((one) => (
                <li key={one.key}>{mapEvidenceWords(one, map, numbers ?? null, language)}</li>
              ))}
            </ul>
          </>
        )}
      </div>
    </Dialog>
  );
}
