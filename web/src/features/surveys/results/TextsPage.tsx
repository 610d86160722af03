import { useState } from "react";
import { Link, useParams } from "react-router";
import { readFragment } from "../../../../../graphql/generated";
import {
  ResultQuestions_SurveyFragmentDoc,
  SetSurveyTextAsideDocument,
  type SurveyTextsQuery,
  type SurveyTextsQueryVariables,
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
  Pager,
  Row,
  Rows,
  Skeleton,
} from "../../../ui";
import "./results.css";

type Text = SurveyTextsQuery["surveyTexts"]["nodes"][number];

/** What was written to a question, for national, a page at a time: folded where it seems to hold what nobody should have written. */
export function Component() {
  const { id = "", question = "" } = useParams();
  const all = useAllTexts().surveyResults;
  const { texts } = all;
  const format = useFormat();
  const { language } = useLanguage();
  // new each time the page is opened, and one order for all its parts
  const [draw] = useState(() => Math.floor(Math.random() * 2 ** 31));
  const [{ data, error, fetching }, reload] = useSurveyTextsQuery({ variables: { id, question, draw, after: null } });
  const [cursors, setCursors] = useState<readonly (string | null)[]>([null]);
  const [setAside, setSetAside] = useState<readonly string[]>([]);
  const [asked, setAsked] = useState<Text | null>(null);
  const failure = errorOf(error);
  const questions = data ? readFragment(ResultQuestions_SurveyFragmentDoc, data.survey).definition.questions : [];
  const title = questions.find(({ key }) => key === question)?.title;
  const total = (data?.surveyTexts.totalCount ?? 0) - setAside.length;
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
      {data && total <= 0 && <EmptyState title={texts.none}>{texts.noneBody}</EmptyState>}
      {total > 0 && (
        <Card title={texts.count(format.number(total))}>
          {cursors.map((after, index) => (
            <Part
              key={after ?? "first"}
              variables={{ id, question, draw, after }}
              hidden={setAside}
              onAside={setAsked}
              last={index === cursors.length - 1}
              onMore={(next) => setCursors([...cursors, next])}
            />
          ))}
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

type PartProps = {
  variables: SurveyTextsQueryVariables;
  hidden: readonly string[];
  onAside: (text: Text) => void;
  last: boolean;
  onMore: (next: string) => void;
};

/** One page of what was written; the last one offers the next. */
function Part({ variables, hidden, onAside, last, onMore }: PartProps) {
  const [{ data, error, fetching }, retry] = useSurveyTextsQuery({ variables });
  const failure = errorOf(error);
  if (failure && !data) return <ErrorState {...failure} busy={fetching} onRetry={() => retry()} />;
  if (!data) return <Skeleton of="text" count={6} />;
  const { nodes, pageInfo } = data.surveyTexts;
  const next = pageInfo.hasNextPage ? pageInfo.endCursor : null;
  const shown = nodes.filter((text) => !hidden.includes(text.id));
  return (
    <>
      <Rows>
        {shown.map((text) => (
          <Row key={text.id}>
            <Written text={text} onAside={() => onAside(text)} />
          </Row>
        ))}
      </Rows>
      {last && next && <Pager shown={shown.length} hasMore busy={fetching} onMore={() => onMore(next)} />}
    </>
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
