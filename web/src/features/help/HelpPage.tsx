import { Suspense } from "react";
import { useCan, useViewer } from "../../app/viewer";
import { Card, Disclosure, Page, RowCard, RowCards, Skeleton, Stack } from "../../ui";
import { SunIcon } from "../../ui/icons";
import { HelpSteps } from "./HelpSteps";
import { topicsFor } from "./topics";
import { useHelpTexts } from "./useHelpTexts";
import { WhomToAsk } from "./WhomToAsk";
import "./help.css";

/** All the help a seat has, whom one can ask, and the way to a task that does not count. */
export function Component() {
  return (
    <Suspense fallback={<Skeleton of="page" />}>
      <All />
    </Suspense>
  );
}

function All() {
  const texts = useHelpTexts();
  const { capabilities } = useViewer();
  const board = useCan("TOUCHPOINT_WRITE");
  return (
    <Page narrow title={texts.pageTitle} lead={texts.pageLead}>
      <Stack>
        <Card title={texts.ask}>
          <WhomToAsk />
        </Card>
        {board && (
          <RowCards>
            <RowCard to="/ovelse" icon={SunIcon} title={texts.practice} status={texts.practiceBody} />
          </RowCards>
        )}
        {topicsFor(capabilities).map((topic) => (
          <Disclosure key={topic} summary={texts.topics[topic].name}>
            <HelpSteps topic={topic} />
          </Disclosure>
        ))}
      </Stack>
    </Page>
  );
}
