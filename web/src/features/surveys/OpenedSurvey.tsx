import { useState } from "react";
import { useNavigate } from "react-router";
import { CloseSurveyDocument, CreateSurveyDocument, type SurveyQuery } from "../../../../graphql/generated/graphql";
import { newId } from "../../app/ids";
import { useAction } from "../../app/useAction";
import { useCan, useViewer } from "../../app/viewer";
import { useAllTexts } from "../../texts";
import { Alert, Button, ButtonLink, Dialog, ErrorState, Page, Stack, Tag } from "../../ui";
import { SurveyCrumb } from "./SurveyCrumb";
import { SurveyLinks } from "./SurveyLinks";
import { useSurveyWords } from "./useSurveyWords";
import "./surveys.css";

type OpenedSurveyProps = { survey: SurveyQuery["survey"]; onChange: () => void };

/** A survey that has been opened: its days, its links, and for national the end of it and the next one. */
export function OpenedSurvey({ survey, onChange }: OpenedSurveyProps) {
  const { surveys: texts, surveyResults, ui } = useAllTexts();
  const { seat } = useViewer();
  const words = useSurveyWords();
  const navigate = useNavigate();
  const mayWrite = useCan("SURVEY_WRITE");
  const close = useAction(CloseSurveyDocument);
  const again = useAction(CreateSurveyDocument);
  const [closing, setClosing] = useState(false);
  const [copy] = useState(newId);
  const end = async (): Promise<void> => {
    if (!(await close.run({ id: survey.id, rev: survey.rev }))) return;
    setClosing(false);
    onChange();
  };
  const makeAgain = async (): Promise<void> => {
    const made = await again.run({ id: copy, copyOf: survey.id });
    if (made?.createSurvey.survey) await navigate(`/medlemsreisen/undersokelser/${copy}`);
  };
  return (
    <Page
      title={words.name(survey)}
      crumb={<SurveyCrumb />}
      lead={words.days(survey)}
      action={
        <>
          <Tag tone={survey.state === "OPEN" ? "good" : "plain"}>{texts.states[survey.state]}</Tag>
          <ButtonLink
            to={`/medlemsreisen/undersokelser/${survey.id}/resultater`}
            {...(survey.state === "CLOSED" && { variant: "primary" as const })}
          >
            {seat.unitKind === "CHAPTER" ? surveyResults.openOwn : surveyResults.open}
          </ButtonLink>
          {mayWrite && (
            <Button busy={again.busy} onClick={() => void makeAgain()}>
              {texts.makeAgain}
            </Button>
          )}
          {mayWrite && survey.state === "OPEN" && (
            <Button variant="plain" onClick={() => setClosing(true)}>
              {texts.closing.open}
            </Button>
          )}
        </>
      }
    >
      <Stack>
        {again.error && <ErrorState {...again.error} />}
        {survey.state === "OPEN" && <SurveyLinks survey={survey} />}
      </Stack>
      <Dialog
        open={closing}
        onClose={() => setClosing(false)}
        title={texts.closing.title}
        actions={
          <>
            <Button onClick={() => setClosing(false)}>{ui.actions.cancel}</Button>
            <Button variant="danger" busy={close.busy} onClick={() => void end()}>
              {texts.closing.submit}
            </Button>
          </>
        }
      >
        <p>{texts.closing.body}</p>
        {close.problems.map(({ message }) => (
          <Alert key={message} tone="warn" live>
            {message}
          </Alert>
        ))}
        {close.error && <ErrorState {...close.error} />}
      </Dialog>
    </Page>
  );
}
