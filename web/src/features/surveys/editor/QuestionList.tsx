import { SURVEY_LIMITS, type SurveyQuestion } from "@varde/domain";
import { localized, useAllTexts } from "../../../texts";
import { ItemList, newKey, useParts } from "../../templates";
import { QuestionEditor } from "./QuestionEditor";

function Kind({ item }: { item: SurveyQuestion }) {
  return useAllTexts().surveys.editor.kinds[item.kind];
}

/** The questions in order: added, opened, moved by hand or key, removed with undo. */
export function QuestionList({
  questions,
  onChange,
}: {
  questions: readonly SurveyQuestion[];
  onChange: (questions: SurveyQuestion[]) => void;
}) {
  const texts = useAllTexts().surveys.editor;
  const { language } = useParts();
  const nameOf = (question: SurveyQuestion, index: number): string =>
    localized(question.title, language) || texts.question(index + 1);
  return (
    <ItemList<SurveyQuestion>
      path="questions"
      items={questions}
      onChange={onChange}
      name={nameOf}
      Meta={Kind}
      empty={texts.noQuestions}
      addLabel={texts.add}
      onAdd={
        questions.length < SURVEY_LIMITS.questions
          ? () => ({
              key: newKey("q"),
              kind: "SCALE",
              title: { nb: "" },
              scale: { lowest: { nb: "" }, highest: { nb: "" } },
            })
          : null
      }
      full={texts.full(SURVEY_LIMITS.questions)}
      renderEditor={(question, path, change) => (
        <QuestionEditor
          question={question}
          path={path}
          onChange={change}
          earlier={questions.slice(0, Number(path.split(".")[1]))}
          nameOf={nameOf}
        />
      )}
    />
  );
}
