import { IMPORTANCE_KEY, importanceQuestion, SURVEY_LIMITS, type SurveyQuestion } from "@varde/domain";
import { useSurveyTouchpointsQuery } from "../../../../../graphql/generated/hooks";
import { useAllTexts } from "../../../texts";
import { Button } from "../../../ui";
import { PlusIcon } from "../../../ui/icons";

/** Adds «How important is this to you?» with a line for each touchpoint of the core set. Nothing where it is asked, or there is none. */
export function AddImportance({
  questions,
  onAdd,
}: {
  questions: readonly SurveyQuestion[];
  onAdd: (question: SurveyQuestion) => void;
}) {
  const texts = useAllTexts().surveys.editor;
  const [{ data }] = useSurveyTouchpointsQuery();
  const core = (data?.templates.nodes ?? [])
    .filter(({ corePosition }) => corePosition !== null)
    .toSorted((a, b) => a.corePosition! - b.corePosition!);
  const asked = questions.some(({ key }) => key === IMPORTANCE_KEY);
  if (asked || core.length < 2 || questions.length >= SURVEY_LIMITS.questions) return null;
  const names = core.map(({ key, name: { nb, nn, en } }) => ({ key, name: { nb, nn, en } }));
  return (
    <div className="v-survey-importance">
      <Button icon={PlusIcon} onClick={() => onAdd(importanceQuestion(IMPORTANCE_KEY, names))}>
        {texts.askImportance}
      </Button>
      <p>{texts.askImportanceHelp}</p>
    </div>
  );
}
