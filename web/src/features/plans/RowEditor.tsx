import { PLAN_LIMITS } from "@varde/domain";
import { useEffect, useRef, useState } from "react";
import { RemovePlanRowDocument } from "../../../../graphql/generated/graphql";
import { useAction } from "../../app/useAction";
import { useAllTexts } from "../../texts";
import { Alert, Button, SavedNote, TextArea, TextField } from "../../ui";
import { TrashIcon } from "../../ui/icons";
import { ActProblems } from "./ActProblems";
import { FollowFields } from "./FollowFields";
import { GoalPrompt } from "./GoalPrompt";
import type { Choices, Fetched, Plan, Row } from "./plan";
import { copyOf, forgetCopy } from "./unsaved-row";
import { useRow } from "./useRow";

type RowEditorProps = {
  plan: Plan;
  /** as it was when it was opened; with `rev` 0 a new one */
  row: Row;
  choices: Choices;
  /** its words may be changed too, and not only how far it has come */
  words: boolean;
  onHeard: (plan: Fetched) => void;
  onRefresh: () => void;
  onClose: () => void;
};

/** A row as it is written: saved by itself. */
export function RowEditor({ plan, row: opened, choices, words: mayWord, onHeard, onRefresh, onClose }: RowEditorProps) {
  const texts = useAllTexts().plans;
  const words = texts.row;
  const [row] = useState(opened);
  const { what, rev, save, conflict, refused, change, flush, resolve, isUnsaved } = useRow(plan.id, row, onHeard);
  const [copy, setCopy] = useState(() => (mayWord ? copyOf(row) : null));
  const remove = useAction(RemovePlanRowDocument);
  const [stuck, setStuck] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.querySelector<HTMLElement>("h2")?.focus(), []);
  const set = (over: Partial<Row>): void => change({ ...what, ...over });
  const empty = what.activity.trim() === "";

  const close = async (): Promise<void> => {
    if (rev === 0 && empty) forgetCopy(row.id);
    // nothing was written of a new one: then there is nothing to keep
    if (stuck || !isUnsaved() || (rev === 0 && empty) || (await flush())) onClose();
    else setStuck(true);
  };
  const takeAway = async (): Promise<void> => {
    forgetCopy(row.id);
    if (rev === 0) return onClose();
    const done = await remove.run({ planId: plan.id, id: row.id, rev });
    if (!done?.removePlanRow.plan) return onRefresh();
    onHeard(done.removePlanRow.plan);
    onClose();
  };
  return (
    <div className="v-plan__editor" ref={box}>
      <div className="v-plan__editor-head">
        <h2 tabIndex={-1}>{what.activity || texts.newRow}</h2>
        <SavedNote save={save} />
      </div>
      {conflict === "gone" && (
        <Alert tone="warn" live>
          {words.gone}
        </Alert>
      )}
      {conflict && conflict !== "gone" && (
        <Alert
          tone="warn"
          live
          title={words.conflict}
          action={
            <>
              <Button onClick={() => resolve("theirs")}>{words.theirs}</Button>
              <Button onClick={() => resolve("mine")}>{words.mine}</Button>
            </>
          }
        >
          <p>{words.conflictBody}</p>
          {(["activity", "aim", "measures", "resultAim"] as const).map(
            (key) =>
              conflict.what[key] !== what[key] && (
                <p key={key}>
                  <strong>{texts.columns[key]}:</strong> {conflict.what[key]}
                </p>
              ),
          )}
          <p>{texts.statuses[conflict.what.status]}</p>
        </Alert>
      )}
      {refused && (
        <Alert tone="danger" live>
          {refused}
        </Alert>
      )}
      {copy && (
        <Alert
          title={words.copy}
          action={
            <>
              <Button
                onClick={() => {
                  set(copy);
                  setCopy(null);
                }}
              >
                {words.takeCopy}
              </Button>
              <Button
                variant="plain"
                onClick={() => {
                  forgetCopy(row.id);
                  setCopy(null);
                }}
              >
                {words.dropCopy}
              </Button>
            </>
          }
        >
          {copy.activity}
        </Alert>
      )}
      {mayWord ? (
        <>
          <TextField
            label={words.activity}
            help={rev === 0 && empty ? words.needs : words.activityHelp}
            value={what.activity}
            maxLength={PLAN_LIMITS.activity}
            onChange={(activity) => set({ activity })}
          />
          <div className="v-plan__wide">
            {(["aim", "measures", "resultAim"] as const).map((key) => (
              <TextArea
                key={key}
                label={words[key]}
                help={words[`${key}Help`]}
                value={what[key]}
                rows={4}
                optional
                onChange={(text) => set({ [key]: text })}
              />
            ))}
          </div>
          <GoalPrompt row={what} year={plan.year} onUse={(resultAim) => set({ resultAim })} />
        </>
      ) : (
        <p className="v-plan__held">{words.held}</p>
      )}
      <FollowFields row={what} choices={choices} onSet={set} />
      {stuck && (
        <Alert tone="warn" live>
          {words.notSaved}
        </Alert>
      )}
      <ActProblems act={remove} />
      <div className="v-plan__buttons">
        <Button variant="primary" onClick={() => void close()}>
          {stuck ? words.closeAnyway : words.done}
        </Button>
        {mayWord && (
          <Button variant="plain" icon={TrashIcon} busy={remove.busy} onClick={() => void takeAway()}>
            {words.remove}
          </Button>
        )}
      </div>
    </div>
  );
}
