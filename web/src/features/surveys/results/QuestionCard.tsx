import type { SurveyQuestion } from "@varde/domain";
import { Link } from "react-router";
import { useCan } from "../../../app/viewer";
import { Card, Disclosure } from "../../../ui";
import { PictureButtons } from "../../standings";
import { AnswerBars, MatrixLines } from "./AnswerBars";
import { questionPicture } from "./question-picture";
import { groupOf, WHOLE, type Chosen, type Table } from "../../../app/survey-numbers";
import { ResultTable } from "./ResultTable";
import { useResultWords, type Shown } from "./useResultWords";

type Props = {
  surveyId: string;
  question: SurveyQuestion;
  tables: readonly Table[];
  chosen: Chosen;
  /** what the chosen group is called */
  place: string;
  /** when the survey before ended */
  day: string;
};

/** A question: what was answered in words, the picture, and the same as a table. What is hidden is shown of the whole instead, and said. */
export function QuestionCard({ surveyId, question, tables, chosen, place, day }: Props) {
  const words = useResultWords();
  const { texts, format, say } = words;
  const isWhole = chosen.level === "WHOLE";
  const isHidden = !isWhole && tables.every(({ groups }) => groupOf(groups, chosen) === null);
  const of = isHidden ? WHOLE : chosen;
  const lines = tables.flatMap((table): Shown[] => {
    const group = groupOf(table.groups, of);
    const whole = isWhole || isHidden ? null : groupOf(table.groups, WHOLE);
    const before = groupOf(table.before, of);
    return group ? [{ table, group, whole, before, choices: words.choices(question, table.line) }] : [];
  });
  const [first] = lines;
  const title = say(question.title);
  if (!first)
    return (
      <Card title={title}>
        <p>{texts.nothing}</p>
      </Card>
    );
  const note = question.describes && chosen.level !== "REGION" ? texts.describes : texts.hiddenOne;
  const sentence = words.sentence(question, lines, day);
  const n = Math.max(...lines.map(({ group }) => group.n));
  const scale = question.kind === "MATRIX" ? question.scale : null;
  const ends = scale ? texts.markEnds(say(scale.lowest), say(scale.highest)) : null;
  return (
    <Card title={title} aside={texts.n(format.number(n))}>
      {isHidden && <p className="v-result__note">{note}</p>}
      {question.kind === "TEXT" ? (
        <Written surveyId={surveyId} question={question.key} n={n} />
      ) : (
        <>
          <p className="v-result__words">{sentence}</p>
          {ends && <p className="v-result__note">{ends}</p>}
          {question.kind === "MATRIX" ? (
            <MatrixLines question={question} lines={lines} words={words} />
          ) : (
            <AnswerBars question={question} shown={first} words={words} />
          )}
          {first.whole && question.kind !== "MATRIX" && <p className="v-result__note">{texts.tick}</p>}
          <ResultTable question={question} lines={lines} words={words} day={day} />
          <Disclosure summary={texts.picture}>
            <div className="v-survey-actions">
              <PictureButtons
                fileName={title}
                of={title}
                picture={(measure) =>
                  questionPicture(
                    {
                      title,
                      lead: `${isHidden ? texts.whole : place} · ${texts.n(format.number(n))}`,
                      notes: [sentence, ...(ends ? [ends] : [])].filter(Boolean),
                      question,
                      lines,
                      words,
                    },
                    measure,
                  )
                }
              />
            </div>
          </Disclosure>
        </>
      )}
    </Card>
  );
}

function Written({ surveyId, question, n }: { surveyId: string; question: string; n: number }) {
  const { texts, format } = useResultWords();
  const mayRead = useCan("SURVEY_WRITE");
  return (
    <>
      <p className="v-result__words">{texts.written(format.number(n))}</p>
      <p>
        {mayRead ? (
          <Link to={`/medlemsreisen/undersokelser/${surveyId}/fritekst/${question}`}>{texts.readTexts}</Link>
        ) : (
          texts.nationalReads
        )}
      </p>
    </>
  );
}
