import { cellsOf, NONE, type SurveyQuestion } from "@varde/domain";
import { localized, useAllTexts } from "../../../texts";
import { Chips, Select } from "../../../ui";
import { useParts, useProblemAt } from "../../templates";

type ShowIfProps = {
  question: SurveyQuestion;
  path: string;
  onChange: (question: SurveyQuestion) => void;
  earlier: readonly SurveyQuestion[];
  nameOf: (question: SurveyQuestion, index: number) => string;
};

/** No key of a question: those are in small letters. */
const ALWAYS = "ALWAYS";

/** What a question may hang on: one before it with answers to choose among, that says nothing of who one is. */
const mayHangOn = ({ kind, describes }: SurveyQuestion): boolean => kind !== "TEXT" && kind !== "MATRIX" && !describes;

/** When a question is shown: always, or only to those who answered an earlier one so. */
export function ShowIf({ question, path, onChange, earlier, nameOf }: ShowIfProps) {
  const texts = useAllTexts().surveys.editor;
  const { language } = useParts();
  const wrongQuestion = useProblemAt(`${path}.showIf.question`, false);
  const wrongAnswers = useProblemAt(`${path}.showIf.anyOf`, false);
  const condition = question.showIf ?? null;
  const possible = earlier.flatMap((one, index) =>
    mayHangOn(one) ? [{ value: one.key, label: nameOf(one, index) }] : [],
  );
  const chosen = earlier.find(({ key }) => key === condition?.question);
  if (possible.length === 0 && !condition) return null;
  const wordOf = (cell: string): string => {
    const option = chosen?.options?.find(({ key }) => key === cell);
    if (option) return localized(option.label, language) || cell;
    return cell === NONE && chosen?.scale?.none ? localized(chosen.scale.none, language) : cell;
  };
  return (
    <>
      <div data-path={`${path}.showIf.question`}>
        <Select
          label={texts.showIf}
          value={condition?.question ?? ALWAYS}
          problem={wrongQuestion}
          options={[
            { value: ALWAYS, label: texts.always },
            ...possible,
            ...(condition && !possible.some(({ value }) => value === condition.question)
              ? [{ value: condition.question, label: condition.question }]
              : []),
          ]}
          onChange={(key) => onChange({ ...question, showIf: key === ALWAYS ? null : { question: key, anyOf: [] } })}
        />
      </div>
      {condition && chosen && (
        <div data-path={`${path}.showIf.anyOf`}>
          <Chips
            multiple
            label={texts.anyOf}
            value={[...condition.anyOf]}
            problem={wrongAnswers}
            options={cellsOf(chosen).map((cell) => ({ value: cell, label: wordOf(cell) }))}
            onChange={(anyOf) => onChange({ ...question, showIf: { ...condition, anyOf } })}
          />
        </div>
      )}
    </>
  );
}
