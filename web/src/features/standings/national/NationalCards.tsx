import { useNationalOverviewQuery } from "../../../../../graphql/generated/hooks";
import { errorOf } from "../../../app/errors";
import { useAllTexts } from "../../../texts";
import { ErrorState, Section, Skeleton, Stack } from "../../../ui";
import { AdoptionCard } from "./AdoptionCard";
import { BurdenCard } from "./BurdenCard";
import { MemberGoalCard } from "./MemberGoalCard";
import "./national.css";

/** The federation as a whole, under what asks for an answer: members, versions, hours. It is fetched by itself, after the page. */
export function NationalCards() {
  const texts = useAllTexts().national;
  const [{ data, error, fetching }, again] = useNationalOverviewQuery();
  const failure = errorOf(error);
  return (
    <Section title={texts.title}>
      {!data && failure && (
        <ErrorState code={failure.code} requestId={failure.requestId} busy={fetching} onRetry={() => again()} />
      )}
      {!data && !failure && <Skeleton of="cards" count={3} />}
      {data && (
        <Stack columns>
          <MemberGoalCard progress={data.nationalOverview.memberGoal ?? null} />
          <BurdenCard burden={data.nationalOverview.burden} />
          <AdoptionCard adoption={data.nationalOverview.adoption} />
        </Stack>
      )}
    </Section>
  );
}
