import { useState } from "react";
import { Link, useParams } from "react-router";
import { readFragment } from "../../../../../graphql/generated";
import {
  ResultQuestions_SurveyFragmentDoc,
  SetSurveyTextAsideDocument,
  type SurveyTextsQuery,
} from "../../../../../graphql/generated/graphql";
import { useSurveyTextsQuery } from "../../../../../graphql/generated/hooks";
import { errorOf } from "../../../app/errors";
import { useFormat } from "../../../app/format";
import { useAction } from "../../../app/useAction";
import { localized, useAllTexts, useLanguage } from "../../../texts";
import {
  Alert,
  Button,
  Card,
  Dialog,
  Disclosure,
  EmptyState,
  ErrorState,
  Page,
  Row,
  Rows,
  Skeleton,
} from "../../../ui";
import "./results.css";

type Text = SurveyTextsQuery["surveyTexts"][number];

/** What was written to a question, for national: folded where it seems to hold what nobody should have written. */
export function Component() {
  const { id = "", question = "" } = useParams();
  const all = useAllTexts().surveyResults;
  const { texts } = all;
  const format = useFormat();
  const { language } = useLanguage();
  const [{ data, error, fetching }, reload] = useSurveyTextsQuery({
    variables: { id, question },
    requestPolicy: "network-only",
  });
  const [setAside, setSetAside] = useState<readonly string[]>([]);
  const [asked, setAsked] = useState<Text | null>(null);
  const failure = errorOf(error);
  const questions = data ? readFragment(ResultQuestions_SurveyFragmentDoc, data.survey).definition.questions : [];
  const title = questions.find(({ key }) => key === question)?.title;
  const shown = data?.surveyTexts.filter((text) => !setAside.includes(text.id)) ?? [];
  return (
    <Page
      narrow
      title={title ? localized(title, language) : texts.title}
      crumb={<Link to={`/medlemsreisen/undersokelser/${id}/resultater`}>{all.title}</Link>}
      lead={texts.lead}
    >
      {failure && !data && (
        <ErrorState {...failure} busy={fetching} onRetry={() => reload({ requestPolicy: "network-only" })} />
      )}
      {!failure && !data && <Skeleton of="text" count={6} />}
      {data && shown.length === 0 && <EmptyState title={texts.none}>{texts.noneBody}</EmptyState>}
      {shown.length > 0 && (
        <Card title={texts.count(format.number(shown.length))}>
          <Rows>
            {shown.map((text) => (
              <Row key={text.id}>
                <Written text={text} onAside={() => setAsked(text)} />
              </Row>
            ))}
          </Rows>
        </Card>
      )}
      {asked && (
        <AsideDialog
          surveyId={id}
          text={asked}
          onClose={() => setAsked(null)}
          onDone={() => {
            setSetAside([...setAside, asked.id]);
            setAsked(null);
          }}
        />
      )}
    </Page>
  );
}

function Written({ text: { text, warnings }, onAside }: { text: Text; onAside: () => void }) {
  const { texts } = useAllTexts().surveyResults;
  const format = useFormat();
  const body = (
    <>
      <blockquote className="v-result__text">{text}</blockquote>
      <Button variant="plain" onClick={onAside} aria-label={`${texts.aside}: ${text.slice(0, 60)}`}>
        {texts.aside}
      </Button>
    </>
  );
  if (warnings.length === 0) return <div className="v-result__written">{body}</div>;
  const why = format.list(warnings.map((warning) => texts.warnings[warning]));
  return <Disclosure summary={texts.folded(why)}>{body}</Disclosure>;
}

type AsideProps = { surveyId: string; text: Text; onClose: () => void; onDone: () => void };

function AsideDialog({ surveyId, text, onClose, onDone }: AsideProps) {
  const { surveyResults, ui } = useAllTexts();
  const { texts } = surveyResults;
  const aside = useAction(SetSurveyTextAsideDocument);
  const put = async (): Promise<void> => {
    const told = await aside.run({ id: text.id, rev: text.rev, surveyId });
    if (told?.setSurveyTextAside.done) onDone();
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={texts.asideTitle}
      actions={
        <>
          <Button onClick={onClose}>{ui.actions.cancel}</Button>
          <Button variant="danger" busy={aside.busy} onClick={() => void put()}>
            {texts.aside}
          </Button>
        </>
      }
    >
      <p>{texts.asideBody}</p>
      {aside.problems.map(({ message }) => (
        <Alert key={message} tone="warn" live>
          {message}
        </Alert>
      ))}
      {aside.error && <ErrorState {...aside.error} />}
    </Dialog>
  );
}
