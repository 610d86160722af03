import { useState } from "react";
import { RemoveStrategyGoalDocument, SaveStrategyGoalDocument } from "../../../../graphql/generated/graphql";
import { useFormat } from "../../app/format";
import { useAction } from "../../app/useAction";
import { useAllTexts } from "../../texts";
import { Alert, Button, Dialog, TextArea, TextField } from "../../ui";
import { TrashIcon } from "../../ui/icons";
import { ActProblems } from "./ActProblems";
import type { Goal } from "./StrategyPage";

type GoalDialogProps = { goal: Goal; year: number; onDone: () => void; onClose: () => void };

/** A strategy goal as it is written, with `rev` 0 a new one. */
export function GoalDialog({ goal, year, onDone, onClose }: GoalDialogProps) {
  const texts = useAllTexts().plans.strategy;
  const format = useFormat();
  const [text, setText] = useState(goal.text);
  const [why, setWhy] = useState(goal.why);
  const [sure, setSure] = useState(false);
  const save = useAction(SaveStrategyGoalDocument);
  const remove = useAction(RemoveStrategyGoalDocument);
  const keep = async (): Promise<void> => {
    if (await save.run({ id: goal.id, rev: goal.rev, year, text, why })) onDone();
  };
  const takeAway = async (): Promise<void> => {
    if (await remove.run({ id: goal.id, rev: goal.rev })) onDone();
  };
  return (
    <Dialog
      open
      keep
      title={goal.rev === 0 ? texts.add : texts.edit(goal.text)}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{texts.cancel}</Button>
          <Button variant="primary" busy={save.busy} onClick={() => void keep()}>
            {texts.save}
          </Button>
        </>
      }
    >
      <div className="v-plan__form">
        <ActProblems act={save} but={["text", "why"]} />
        <ActProblems act={remove} />
        <TextField
          label={texts.text}
          value={text}
          maxLength={200}
          problem={save.problemAt("text")}
          onChange={setText}
        />
        <TextArea
          label={texts.why}
          value={why}
          maxLength={600}
          optional
          problem={save.problemAt("why")}
          onChange={setWhy}
        />
        {goal.rev > 0 &&
          (sure ? (
            <Alert
              tone="warn"
              live
              title={texts.removeTitle}
              action={
                <Button variant="danger" busy={remove.busy} onClick={() => void takeAway()}>
                  {texts.removeGo}
                </Button>
              }
            >
              {goal.chapters > 0 && texts.removeBody(format.number(goal.chapters))}
            </Alert>
          ) : (
            <Button variant="plain" icon={TrashIcon} onClick={() => setSure(true)}>
              {texts.remove}
            </Button>
          ))}
      </div>
    </Dialog>
  );
}
