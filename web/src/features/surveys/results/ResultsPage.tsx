import type { SurveyQuestion } from "@varde/domain";
import { Link, useParams, useSearchParams } from "react-router";
import { readFragment } from "../../../../../graphql/generated";
import { ResultQuestions_SurveyFragmentDoc, type SurveyResultsQuery } from "../../../../../graphql/generated/graphql";
import { useSurveyResultsQuery } from "../../../../../graphql/generated/hooks";
import { errorOf } from "../../../app/errors";
import { useFormat } from "../../../app/format";
import { useCan, useViewer } from "../../../app/viewer";
import { useAllTexts } from "../../../texts";
import { Alert, Card, EmptyState, ErrorState, Page, Select, Skeleton, Stack } from "../../../ui";
import { useSurveyWords } from "../useSurveyWords";
import { QuestionCard } from "./QuestionCard";
import { ResultsFile } from "./ResultsFile";
import { chosenIn, chosenText, groupOf, rateOf, WHOLE, type Chosen, type Results } from "../../../app/survey-numbers";
import "../surveys.css";
import "./results.css";

/** What members answered: a board its own beside the whole, the others any group that is shown. The address holds which. */
export function Component() {
  const { id = "" } = useParams();
  const texts = useAllTexts().surveyResults;
  const words = useSurveyWords();
  const { seat } = useViewer();
  const [{ data, error, fetching }, reload] = useSurveyResultsQuery({
    variables: { id },
    requestPolicy: "cache-and-network",
  });
  const failure = errorOf(error);
  const survey = data?.survey;
  const crumb = <Link to={`/medlemsreisen/undersokelser/${id}`}>{survey ? words.name(survey) : texts.title}</Link>;
  return (
    <Page
      narrow
      title={seat.unitKind === "CHAPTER" ? texts.titleOwn : texts.title}
      crumb={crumb}
      lead={survey && words.days(survey)}
    >
      {failure && !data && (
        <ErrorState {...failure} busy={fetching} onRetry={() => reload({ requestPolicy: "network-only" })} />
      )}
      {!failure && !data && <Skeleton of="cards" count={3} />}
      {data && (data.surveyResults.publishedOn ? <Published {...data} /> : <NotYet {...data} />)}
    </Page>
  );
}

/** Before the results are there: about how many have answered, as of the day's beginning. */
function NotYet({ survey, surveyResults: { answeredAtLeast } }: SurveyResultsQuery) {
  const { surveyResults: texts, workday } = useAllTexts();
  const format = useFormat();
  const { seat } = useViewer();
  const mayWrite = useCan("SURVEY_WRITE");
  if (survey.state === "CLOSED") return <EmptyState title={texts.counting}>{texts.countingBody}</EmptyState>;
  const few = answeredAtLeast === 0;
  const soFar =
    answeredAtLeast === null
      ? texts.soFarNone
      : few && seat.unitKind === "CHAPTER"
        ? texts.soFarFew
        : (seat.unitKind === "CHAPTER" ? workday.surveys.soFar : workday.surveys.soFarWhole)(
            format.number(answeredAtLeast),
          );
  return (
    <EmptyState title={texts.running}>
      <p>{texts.runningBody(format.date(survey.closesOn ?? ""))}</p>
      {(seat.unitKind === "CHAPTER" || mayWrite) && <p>{soFar}</p>}
    </EmptyState>
  );
}

function Published({ survey, surveyResults: results }: SurveyResultsQuery) {
  const texts = useAllTexts().surveyResults;
  const format = useFormat();
  const { seat } = useViewer();
  const [search, setSearch] = useSearchParams();
  const placeName = usePlaceNames(results);
  const own: Chosen =
    seat.unitKind === "CHAPTER"
      ? { level: "CHAPTER", id: seat.chapterId }
      : seat.unitKind === "REGION"
        ? { level: "REGION", id: seat.regionId }
        : WHOLE;
  const chosen = chosenIn(search.get("hvem"), results.places, own);
  const forms = results.tables.find(({ question }) => question === "")?.groups ?? [];
  const sent = groupOf(forms, chosen);
  const { questions } = readFragment(ResultQuestions_SurveyFragmentDoc, survey).definition;
  const day = survey.comparedWith ? format.fullDate(survey.comparedWith.closesOn) : "";
  const choose = (text: string): void => {
    const to = text === chosenText(own) ? {} : { hvem: text };
    setSearch(new URLSearchParams(to), { preventScrollReset: true });
  };
  return (
    <Stack>
      {seat.unitKind !== "CHAPTER" && (
        <Select
          label={texts.who}
          value={chosenText(chosen)}
          options={[WHOLE, ...results.places].map((place) => ({ value: chosenText(place), label: placeName(place) }))}
          onChange={choose}
        />
      )}
      {results.tables.length === 0 && <EmptyState title={texts.nothing} />}
      {results.tables.length > 0 && (
        <>
          {sent ? (
            <Card title={texts.sent(format.number(sent.n))}>
              <Rate results={results} chosen={chosen} closesOn={survey.closesOn ?? ""} membersOn={results.membersOn} />
              {sent.chapterCount !== null && <p>{texts.sizeOf(format.number(sent.chapterCount))}</p>}
              <p className="v-result__note">{texts.within(format.number(results.within))}</p>
            </Card>
          ) : (
            <Alert tone="info" title={texts.hiddenTitle}>
              {texts.hidden(format.number(results.within))}
            </Alert>
          )}
          {questions.map((question) => (
            <QuestionCard
              key={question.key}
              surveyId={survey.id}
              question={question as SurveyQuestion}
              tables={results.tables.filter((table) => table.question === question.key)}
              chosen={chosen}
              place={placeName(chosen)}
              day={day}
            />
          ))}
          <ResultsFile surveyId={survey.id} />
        </>
      )}
    </Stack>
  );
}

type RateProps = { results: Results; chosen: Chosen; closesOn: string; membersOn: string | null };

/** How many of the members answered, in words first; of which members, and when they were counted. */
function Rate({ results, chosen, closesOn, membersOn }: RateProps) {
  const texts = useAllTexts().surveyResults;
  const format = useFormat();
  const rate = rateOf(results, chosen);
  if (!rate) return null;
  const tenths = Math.round((10 * rate.answered) / rate.members);
  const share =
    tenths === 0 ? texts.rateFew : texts.rate(format.number(tenths), format.outOf(rate.answered, rate.members));
  const said =
    rate.of === "PAID"
      ? texts.ratePaid(share, closesOn.slice(0, 4), format.date(closesOn))
      : texts.rateActive(share, format.fullDate(membersOn ?? closesOn));
  return (
    <p>
      {said}
      {rate.chapters > 1 && ` ${texts.rateOf(format.number(rate.chapters))}`}
    </p>
  );
}

/** What a place is called; a size by how many members its chapters have. */
function usePlaceNames(results: Results): (place: Chosen) => string {
  const texts = useAllTexts().surveyResults;
  const format = useFormat();
  return ({ level, id }) => {
    if (id === null) return texts.whole;
    const [from = "", to = ""] = id.split("-");
    const named = results.places.find((place) => place.level === level && place.id === id)?.name;
    if (level !== "SIZE") return named ?? texts.own;
    if (to === "") return texts.size.from(format.number(Number(from)));
    if (from === "0") return texts.size.under(format.number(Number(to) + 1));
    return texts.size.between(format.number(Number(from)), format.number(Number(to)));
  };
}
