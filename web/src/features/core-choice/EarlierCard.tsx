import { Link } from "react-router";
import { useFormat } from "../../app/format";
import { localized, useAllTexts, useLanguage } from "../../texts";
import { Card } from "../../ui";
import type { Candidates } from "./words";

/** What was chosen, this year's first, with why and what was known then. */
export function EarlierCard({ choices }: Pick<Candidates, "choices">) {
  const texts = useAllTexts().coreChoice;
  const { language } = useLanguage();
  const format = useFormat();
  if (choices.length === 0) return null;
  return (
    <Card title={texts.earlier}>
      {choices.map(({ id, year, by, at, chosen, minutes, limitMinutes, effortReason }, place) => (
        <div key={id} className="v-core__vote">
          <h3>{texts.choice(year)}</h3>
          <p>{texts.choiceBy(by ?? "", format.moment(at))}</p>
          {choices.findIndex((one) => one.year === year) !== place && <p>{texts.replaced}</p>}
          <ol className="v-core__tallies">
            {chosen.map((one) => (
              <li key={one.templateId}>
                <Link to={`/punkter/${one.templateId}/gjennom-arene`}>{localized(one.name, language)}</Link>: {one.why}
              </li>
            ))}
          </ol>
          <p>{texts.sum(format.minutes(minutes), format.minutes(limitMinutes))}</p>
          {effortReason && <p>{effortReason}</p>}
        </div>
      ))}
    </Card>
  );
}
