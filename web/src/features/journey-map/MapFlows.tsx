import type { JourneyMapPageQuery } from "../../../../graphql/generated/graphql";
import { useAllTexts } from "../../texts";
import { Disclosure } from "../../ui";
import { JourneyFigure } from "../journey";

/** How members went from stage to stage: as published above the chapter, the own chapter's own. Nothing where it is not told. */
export function MapFlows({ page }: { page: JourneyMapPageQuery }) {
  const texts = useAllTexts().journeyMap;
  const { journey, ownJourney } = page;
  const told =
    journey ?? (ownJourney?.cohort ? { ...ownJourney.cohort, referenceDate: ownJourney.referenceDate } : null);
  if (!told || told.referenceDate === null || told.joined === null || told.activated === null || told.joined === 0)
    return null;
  return (
    <Disclosure summary={texts.flows}>
      <JourneyFigure joined={told.joined} activated={told.activated} paths={told.paths} asOf={told.referenceDate} />
    </Disclosure>
  );
}
