import { useState } from "react";
import { RemoveStrategyGoalDocument, SaveStrategyGoalDocument } from "../../../../graphql/generated/graphql";
import { useFormat } from "../../app/format";
import { useAction } from "../../app/useAction";
import { useAllTexts } from "../../texts";
import { Alert, Button, Dialog, TextArea, TextField } from "../../ui";
import { TrashIcon } from "../../ui/icons";
import { ActProblems } from "./ActProblems";
import type { Goal } from "./useGoals";

type GoalDialogProps = {
  /** as it is now, which may be another than when it was opened */
  goal: Goal;
  year: number;
  onRefresh: () => void;
  onDone: () => void;
  onClose: () => void;
};

/** A strategy goal as it is written, with `rev` 0 a new one. */
export function GoalDialog({ goal, year, onRefresh, onDone, onClose }: GoalDialogProps) {
  const { strategy: texts, row: words } = useAllTexts().plans;
  const format = useFormat();
  const [text, setText] = useState(goal.text);
  const [why, setWhy] = useState(goal.why);
  const [base, setBase] = useState(goal);
  // only moved: what one writes is about the same words
  const theirs = goal.text !== base.text || goal.why !== base.why;
  const rev = theirs ? base.rev : goal.rev;
  const [sure, setSure] = useState(false);
  const save = useAction(SaveStrategyGoalDocument);
  const remove = useAction(RemoveStrategyGoalDocument);
  const keep = async (): Promise<void> => {
    if (await save.run({ id: goal.id, rev, year, text, why })) onDone();
    else onRefresh();
  };
  const takeAway = async (): Promise<void> => {
    if (await remove.run({ id: goal.id, rev })) onDone();
    else onRefresh();
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
        {theirs ? (
          <Alert
            tone="warn"
            live
            title={words.conflict}
            action={
              <>
                <Button
                  onClick={() => {
                    setText(goal.text);
                    setWhy(goal.why);
                    setBase(goal);
                  }}
                >
                  {words.theirs}
                </Button>
                <Button onClick={() => setBase(goal)}>{words.mine}</Button>
              </>
            }
          >
            <p>{words.conflictBody}</p>
            <p className="v-plan__text">{[goal.text, goal.why].filter(Boolean).join("\n")}</p>
          </Alert>
        ) : (
          <>
            <ActProblems act={save} but={["text", "why"]} />
            <ActProblems act={remove} />
          </>
        )}
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
