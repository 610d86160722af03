import { useState } from "react";
import { useParams } from "react-router";
import {
  AnswerPilotDocument,
  type PilotQuestionsQuery,
  type PilotVerdict,
} from "../../../../graphql/generated/graphql";
import { usePilotQuestionsQuery } from "../../../../graphql/generated/hooks";
import { errorOf } from "../../app/errors";
import { useFormat } from "../../app/format";
import { useAction } from "../../app/useAction";
import { localized, useLanguage, useAllTexts } from "../../texts";
import {
  Alert,
  Button,
  ButtonLink,
  Card,
  EmptyState,
  ErrorState,
  Form,
  Page,
  RadioCards,
  Skeleton,
  TextArea,
} from "../../ui";
import "./pilots.css";

type Question = PilotQuestionsQuery["pilotQuestions"][number];
const MOST = 500;

/** Two questions to the board of a pilot chapter. */
export function Component() {
  const { pilotId = "" } = useParams();
  const { pilots, news } = useAllTexts();
  const texts = pilots.ask;
  const [result, reload] = usePilotQuestionsQuery();
  const refresh = () => reload({ requestPolicy: "network-only" });
  const problem = errorOf(result.error);
  const question = result.data?.pilotQuestions.find((one) => one.pilotId === pilotId);
  if (question) return <QuestionForm question={question} onChanged={refresh} />;
  return (
    <Page narrow title={news.pilot.cardLead(1)}>
      {problem ? (
        <ErrorState {...problem} busy={result.fetching} onRetry={refresh} />
      ) : result.data && !result.fetching ? (
        <EmptyState title={texts.gone} action={<ButtonLink to="/">{texts.back}</ButtonLink>}>
          {texts.goneLead}
        </EmptyState>
      ) : (
        <Skeleton of="text" />
      )}
    </Page>
  );
}

function QuestionForm({ question, onChanged }: { question: Question; onChanged: () => void }) {
  const texts = useAllTexts().pilots;
  const words = texts.ask;
  const { language } = useLanguage();
  const format = useFormat();
  const act = useAction(AnswerPilotDocument);
  const { answer } = question;
  const [verdict, setVerdict] = useState<PilotVerdict | null>(answer?.verdict ?? null);
  const [why, setWhy] = useState(answer?.why ?? "");
  const [sent, setSent] = useState(false);

  const submit = async (): Promise<void> => {
    if (!verdict) return;
    const done = await act.run({ pilotId: question.pilotId, rev: answer?.rev ?? 0, verdict, why });
    setSent(done !== null);
    onChanged();
  };
  return (
    <Page
      narrow
      title={words.title(localized(question.templateName, language))}
      lead={words.lead(format.date(question.startsOn), format.date(question.endsOn))}
    >
      <Card>
        {question.notes && (
          <div>
            <h2>{words.news}</h2>
            <p className="v-pilot__text">{question.notes}</p>
          </div>
        )}
        <Form onSubmit={() => void submit()} problems={act.otherProblems(["verdict", "why"])}>
          <RadioCards
            label={words.verdict}
            value={verdict}
            problem={act.problemAt("verdict")}
            onChange={(value) => {
              setVerdict(value);
              setSent(false);
            }}
            options={(["KEEP", "CHANGE", "DROP"] as const).map((value) => ({ value, ...words.options[value] }))}
          />
          <TextArea
            label={words.why}
            help={words.whyHelp}
            optional
            value={why}
            maxLength={MOST}
            footnote={words.footnote}
            problem={act.problemAt("why")}
            onChange={(value) => {
              setWhy(value);
              setSent(false);
            }}
          />
          {act.error && <ErrorState {...act.error} />}
          {sent ? (
            <Alert tone="success" live title={words.sent} action={<ButtonLink to="/">{words.back}</ButtonLink>}>
              {words.sentHelp}
            </Alert>
          ) : (
            <Button
              type="submit"
              variant="primary"
              wide
              busy={act.busy}
              disabled={!verdict || [...why.trim()].length > MOST}
            >
              {answer ? words.change : words.submit}
            </Button>
          )}
        </Form>
        {answer && !sent && <p className="v-pilot__note">{words.answered(texts.verdicts[answer.verdict])}</p>}
      </Card>
    </Page>
  );
}
