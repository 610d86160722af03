import { AnswerNudgeDocument, type NudgeAnswer } from "../../../../graphql/generated/graphql";
import { useAction } from "../../app/useAction";
import { useTexts } from "../../texts";
import { Button } from "../../ui";
import { ActionFailed } from "./ActionFailed";

const ANSWERS: readonly NudgeAnswer[] = ["ON_IT", "NEED_HELP"];

/** One word back to whoever wrote. It counts as read. */
export function AnswerNudge({ id, onAnswered }: { id: string; onAnswered: () => void }) {
  const texts = useTexts().news.nudge;
  const action = useAction(AnswerNudgeDocument);
  const act = async (answer: NudgeAnswer): Promise<void> => {
    if (await action.run({ id, answer })) onAnswered();
  };
  return (
    <>
      {ANSWERS.map((answer) => (
        <Button key={answer} variant="secondary" busy={action.busy} onClick={() => void act(answer)}>
          {texts.answers[answer]}
        </Button>
      ))}
      <ActionFailed problems={action.otherProblems()} error={action.error} />
    </>
  );
}
