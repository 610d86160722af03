import type { SurveyQuestion } from "@varde/domain";
import { Link } from "react-router";
import { choicesOf, countOf, meanOf, mostGiven, WHOLE, type Choice, type Group } from "../../app/survey-numbers";
import { useFormat } from "../../app/format";
import { useCan } from "../../app/viewer";
import { localized, useAllTexts, useLanguage } from "../../texts";
import { Card, DataTable, DefinitionLine, type Column } from "../../ui";
import type { StoryAnswers } from "./story";

const groupOf = ({ n, cells }: StoryAnswers): Group => ({ ...WHOLE, n, cells, chapterCount: null });

/** What members answered about the touchpoint, question by question: the newest in words, the years beside each other as a table. */
export function SaidCard({ answers }: { answers: readonly StoryAnswers[] }) {
  const texts = useAllTexts().improve;
  const asks = useCan("TEMPLATE_WRITE");
  if (answers.length === 0)
    return (
      <Card title={texts.said} lead={texts.saidNone}>
        {asks ? (
          <p>
            {texts.saidDo} <Link to="/medlemsreisen/undersokelser">{texts.saidAsk}</Link>
          </p>
        ) : (
          <p>{texts.saidWait}</p>
        )}
      </Card>
    );
  const asked = Map.groupBy(answers, ({ question, line }) => `${question.key} ${line ?? ""}`);
  return (
    <Card title={texts.said} lead={texts.saidLead}>
      {[...asked].map(([key, years]) => (
        <Said key={key} years={years} />
      ))}
      <DefinitionLine asOf={answers[0]!.closesOn} how={texts.saidHow} />
    </Card>
  );
}

/** One question, the newest survey first. A question of the same key is the same question over the years. */
function Said({ years }: { years: readonly StoryAnswers[] }) {
  const { improve: texts, surveyResults: words } = useAllTexts();
  const { language } = useLanguage();
  const format = useFormat();
  const newest = years[0]!;
  const question = newest.question as SurveyQuestion;
  const choices = choicesOf(question, newest.line, (text) => localized(text, language));
  const row = question.rows?.find(({ key }) => key === newest.line);
  const asked = localized(question.title, language);
  const title = row ? `${asked} ${localized(row.label, language)}` : asked;
  const group = groupOf(newest);
  const [mean, most] = [meanOf(group, choices), mostGiven(group, choices)];
  const told =
    mean !== null
      ? words.mean(format.number(mean, 1), question.kind === "ZERO_TO_TEN" ? "10" : "5")
      : most === null
        ? ""
        : most.tenths
          ? (question.kind === "SEVERAL" ? words.mostSeveral : words.most)(format.number(most.tenths), most.label)
          : words.mostFew(most.label);
  const columns: Column<Choice>[] = [
    { key: "answer", header: words.answer, rowHeader: true, wrap: true, cell: ({ label }) => label },
    ...years.map((year): Column<Choice> => ({
      key: year.surveyId,
      header: texts.saidIn(year.closesOn.slice(0, 4), format.number(year.n)),
      numeric: true,
      cell: ({ cell }) => {
        const n = countOf(groupOf(year), cell);
        return format.percent(n, year.n) ?? format.outOf(n, year.n);
      },
    })),
  ];
  return (
    <section className="v-story__choice">
      <h3>{title}</h3>
      <p>
        {told}{" "}
        <Link to={`/medlemsreisen/undersokelser/${newest.surveyId}/resultater`}>
          {texts.seeAnswers(newest.closesOn.slice(0, 4))}
          <span className="v-hidden">: {title}</span>
        </Link>
      </p>
      <DataTable caption={words.tableOf(title)} columns={columns} rows={choices} rowKey={({ cell }) => cell} />
    </section>
  );
}
