import { readFragment } from "../../../../graphql/generated";
import { SafePeople_SafePeopleFragmentDoc } from "../../../../graphql/generated/graphql";
import { useSafePeopleQuery } from "../../../../graphql/generated/hooks";
import { errorOf } from "../../app/errors";
import { useCan, useViewer } from "../../app/viewer";
import { useAllTexts } from "../../texts";
import { Card, ErrorState, Page, Skeleton, Stack } from "../../ui";
import { OwnPapers } from "./OwnPapers";
import { PapersCard } from "./PapersCard";
import { RulesCard } from "./RulesCard";
import "./safe-people.css";

/** What is asked of those who see members: one's own papers, those one looks after, and for national what is asked. */
export function Component() {
  const texts = useAllTexts().safePeople;
  const { seat, papers } = useViewer();
  const maySet = useCan("SETTINGS_WRITE");
  const mayRecord = useCan("SEAT_GRANT_BOARD") || maySet;
  const [{ data, error, fetching }, retry] = useSafePeopleQuery();
  const failure = errorOf(error);
  const again = () => retry({ requestPolicy: "network-only" });
  const asked = data && readFragment(SafePeople_SafePeopleFragmentDoc, data.safePeople);
  return (
    <Page narrow title={texts.title} lead={texts.lead}>
      {failure && !asked && (
        <ErrorState code={failure.code} requestId={failure.requestId} busy={fetching} onRetry={again} />
      )}
      {!failure && !asked && <Skeleton of="cards" count={2} />}
      {asked && (
        <Stack>
          {asked.required && papers && <OwnPapers asked={asked} onChanged={again} />}
          {asked.required && !papers && !mayRecord && <Card>{texts.notYou}</Card>}
          {!asked.required && !maySet && <Card>{texts.notRequired}</Card>}
          {asked.required && mayRecord && <PapersCard chapterId={seat.chapterId} />}
          {maySet && <RulesCard key={asked.rev} asked={asked} onChanged={again} />}
        </Stack>
      )}
    </Page>
  );
}
