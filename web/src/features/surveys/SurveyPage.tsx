import { useState } from "react";
import { useParams } from "react-router";
import { useSurveyQuery } from "../../../../graphql/generated/hooks";
import { errorOf } from "../../app/errors";
import { useAllTexts } from "../../texts";
import { ErrorState, Page, Skeleton } from "../../ui";
import { readSurvey } from "./editor/read-survey";
import { SurveyEditor } from "./editor/SurveyEditor";
import { OpenedSurvey } from "./OpenedSurvey";
import { SurveyCrumb } from "./SurveyCrumb";

/** A survey: national writes it while it is a draft, and everybody finds its links when it is open. */
export function Component() {
  const { id = "" } = useParams();
  return <SurveyById key={id} id={id} />;
}

function SurveyById({ id }: { id: string }) {
  const texts = useAllTexts().surveys;
  const [{ data, error, fetching }, reload] = useSurveyQuery({ variables: { id }, requestPolicy: "cache-and-network" });
  const failure = errorOf(error);
  // an editor that has begun keeps what is written, whatever is read meanwhile
  const [writing, setWriting] = useState<ReturnType<typeof readSurvey> | null>(null);
  const survey = data?.survey;
  if (survey?.state === "DRAFT" && !writing && !fetching) setWriting(readSurvey(survey));
  if (survey && survey.state !== "DRAFT")
    return <OpenedSurvey survey={survey} onChange={() => reload({ requestPolicy: "network-only" })} />;
  if (writing) return <SurveyEditor draft={writing} onOpened={() => reload({ requestPolicy: "network-only" })} />;
  return (
    <Page title={texts.title} crumb={<SurveyCrumb />}>
      {failure ? (
        <ErrorState {...failure} busy={fetching} onRetry={() => reload({ requestPolicy: "network-only" })} />
      ) : (
        <Skeleton of="cards" count={2} />
      )}
    </Page>
  );
}
