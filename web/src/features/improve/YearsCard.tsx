import type { OutcomeOf_CountsFragment } from "../../../../graphql/generated/graphql";
import { useAllTexts } from "../../texts";
import { Card, DefinitionLine, OutcomeBar } from "../../ui";
import { OnTimeOf, outcomeOf, usePeriodName } from "../standings";
import type { Story } from "./story";

type Year = Omit<Story["years"][number], "counts"> & { counts: OutcomeOf_CountsFragment };

/** A bar a year, with its count beside it. */
export function YearsCard({
  name,
  years,
  aboutMember,
}: {
  name: string;
  years: readonly Year[];
  aboutMember: boolean;
}) {
  const texts = useAllTexts().improve;
  const periodName = usePeriodName();
  return (
    <Card title={texts.years} lead={[texts.yearsNone, texts.yearsOne][years.length] ?? texts.yearsLead}>
      {years.length > 0 && (
        <ul className="v-story__years">
          {years.map(({ period, counts }) => (
            <li key={period}>
              <p className="v-story__head">
                <strong>{periodName(period)}</strong>
                <span>
                  <OnTimeOf counts={counts} /> {!!counts.closed && counts.onTime !== null && texts.onTime}
                </span>
              </p>
              <OutcomeBar outcome={outcomeOf(counts)} label={texts.outcomeOf(name, periodName(period))} size="small" />
            </li>
          ))}
        </ul>
      )}
      {years[0] && (
        <DefinitionLine asOf={years[0].referenceDate} how={aboutMember ? texts.howMembers : texts.howDuties} />
      )}
    </Card>
  );
}
