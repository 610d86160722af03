import { Link } from "react-router";
import { useCoreChoiceQuery } from "../../../../graphql/generated/hooks";
import { useFormat } from "../../app/format";
import { localized, useAllTexts, useLanguage } from "../../texts";
import { Card } from "../../ui";
import "./core-choice.css";

/** Why the few were chosen, for those who are asked to carry them out. Beside the page's own matter: nothing stands there without a choice. */
export function WhyTheseCard() {
  const texts = useAllTexts().improve;
  const { language } = useLanguage();
  const format = useFormat();
  const [{ data }] = useCoreChoiceQuery();
  const choice = data?.coreChoice;
  if (!choice) return null;
  return (
    <Card
      title={texts.whyThese(format.words(choice.chosen.length))}
      lead={texts.chosenFor(choice.year, choice.by ?? "")}
    >
      <ol className="v-core__why">
        {choice.chosen.map(({ templateId, name, why }) => (
          <li key={templateId}>
            <Link to={`/punkter/${templateId}/gjennom-arene`}>{localized(name, language)}</Link>
            <p>{why}</p>
          </li>
        ))}
      </ol>
    </Card>
  );
}
