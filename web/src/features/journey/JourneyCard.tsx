import { readFragment, type FragmentType } from "../../../../graphql/generated";
import { JourneyCard_OwnJourneyFragmentDoc } from "../../../../graphql/generated/graphql";
import { useFormat } from "../../app/format";
import { useAllTexts } from "../../texts";
import { ButtonLink, Card, DefinitionLine } from "../../ui";

/** How many of the new came to a meeting: the chapter's own number, and the way to the whole journey. */
export function JourneyCard({ journey }: { journey: FragmentType<typeof JourneyCard_OwnJourneyFragmentDoc> }) {
  const { cohort, setting } = readFragment(JourneyCard_OwnJourneyFragmentDoc, journey);
  const texts = useAllTexts().journey;
  const format = useFormat();
  const told = cohort && cohort.joined > 0;
  return (
    <Card title={texts.card.title}>
      <p>
        {told
          ? texts.card.share(format.outOf(cohort.activated, cohort.joined))
          : setting.byName
            ? texts.card.none
            : texts.card.noNames}
      </p>
      {told && (
        <DefinitionLine>{`${texts.cohort(format.fullDate(cohort.from), format.fullDate(cohort.to))}.`}</DefinitionLine>
      )}
      <div>
        <ButtonLink variant="secondary" to="/medlemmer/reisen">
          {texts.card.see}
        </ButtonLink>
      </div>
    </Card>
  );
}
