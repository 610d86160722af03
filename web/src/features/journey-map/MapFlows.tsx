import { JOURNEY_FLOW_WORDS, mapFlow, type ToldJourney } from "@varde/domain";
import type { JourneyMapPageQuery } from "../../../../graphql/generated/graphql";
import { useLanguage } from "../../texts";
import { Disclosure } from "../../ui";
import { JourneyFigure } from "../journey";

type Props = { page: JourneyMapPageQuery; journey: ToldJourney | null };

/** How members went from stage to stage: as published above the chapter, the own chapter's own. What is hidden is said. */
export function MapFlows({ page: { journey: published, ownJourney }, journey }: Props) {
  const { language } = useLanguage();
  if (!journey) return null;
  const { joined, activated } = journey;
  const asOf = published?.referenceDate ?? ownJourney?.referenceDate ?? null;
  const told = joined !== null && activated !== null && joined > 0 && asOf !== null;
  return (
    <Disclosure summary={JOURNEY_FLOW_WORDS[language].title}>
      {told ? (
        <JourneyFigure
          joined={joined}
          activated={activated}
          paths={published?.paths ?? ownJourney?.cohort?.paths ?? []}
          asOf={asOf}
        />
      ) : (
        <p>{mapFlow(journey, language).note}</p>
      )}
    </Disclosure>
  );
}
