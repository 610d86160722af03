import { useState } from "react";
import { Link, useNavigate } from "react-router";
import { CreateSurveyDocument } from "../../../../graphql/generated/graphql";
import { useSurveysQuery } from "../../../../graphql/generated/hooks";
import { errorOf } from "../../app/errors";
import { newId } from "../../app/ids";
import { useAction } from "../../app/useAction";
import { useCan } from "../../app/viewer";
import { useAllTexts } from "../../texts";
import { Alert, Button, EmptyState, ErrorState, Page, RowCard, RowCards, Skeleton, Stack, Tag } from "../../ui";
import { PlusIcon } from "../../ui/icons";
import { useSurveyWords } from "./useSurveyWords";

/** Every survey one may see: national's drafts first, then what is open and what has been. */
export function Component() {
  const texts = useAllTexts().surveys;
  const words = useSurveyWords();
  const navigate = useNavigate();
  const mayMake = useCan("SURVEY_WRITE");
  const [{ data, error, fetching }, reload] = useSurveysQuery({ requestPolicy: "cache-and-network" });
  const failure = errorOf(error);
  const create = useAction(CreateSurveyDocument);
  const [id] = useState(newId);
  const make = async (): Promise<void> => {
    const made = await create.run({ id });
    if (made?.createSurvey.survey) await navigate(`/medlemsreisen/undersokelser/${id}`);
  };
  const action = mayMake && (
    <Button variant="primary" icon={PlusIcon} busy={create.busy} onClick={() => void make()}>
      {texts.make}
    </Button>
  );
  return (
    <Page
      narrow
      title={texts.title}
      lead={texts.lead}
      crumb={mayMake && <Link to="/medlemsreisen">{texts.crumb}</Link>}
      action={data && data.surveys.length > 0 && action}
    >
      {failure && !data && (
        <ErrorState {...failure} busy={fetching} onRetry={() => reload({ requestPolicy: "network-only" })} />
      )}
      {!failure && !data && <Skeleton of="cards" count={2} />}
      {create.error && <ErrorState {...create.error} />}
      {create.problems.map(({ message }) => (
        <Alert key={message} tone="warn" live>
          {message}
        </Alert>
      ))}
      {data && (
        <Stack>
          {data.surveys.length === 0 && (
            <EmptyState title={texts.none} action={action}>
              {mayMake ? texts.noneHelp : texts.noneChapter}
            </EmptyState>
          )}
          {data.surveys.length > 0 && (
            <RowCards joined>
              {data.surveys.map((survey) => (
                <RowCard
                  key={survey.id}
                  to={`/medlemsreisen/undersokelser/${survey.id}`}
                  title={words.name(survey)}
                  status={
                    words.days(survey) || texts.facts(survey.definition.questions.length, words.time(survey.seconds))
                  }
                  aside={
                    <Tag tone={survey.state === "OPEN" ? "good" : survey.state === "DRAFT" ? "attention" : "plain"}>
                      {texts.states[survey.state]}
                    </Tag>
                  }
                />
              ))}
            </RowCards>
          )}
        </Stack>
      )}
    </Page>
  );
}
