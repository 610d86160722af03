import { PLAN_LIMITS } from "@varde/domain";
import { useEffect, useRef, useState } from "react";
import { RemovePlanRowDocument } from "../../../../graphql/generated/graphql";
import { useAction } from "../../app/useAction";
import { useAllTexts } from "../../texts";
import { Alert, Button, SavedNote, TextArea, TextField } from "../../ui";
import { TrashIcon } from "../../ui/icons";
import { ActProblems } from "./ActProblems";
import { EditorAlerts, FoundCopy } from "./EditorAlerts";
import { FollowFields } from "./FollowFields";
import { GoalPrompt } from "./GoalPrompt";
import type { Choices, Fetched, Plan, Row } from "./plan";
import { rowCopies } from "./unsaved-words";
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
  const writing = useRow(plan.id, row, onHeard);
  const { what, rev, save, change, flush, isUnsaved, conflict } = writing;
  const their = conflict === "gone" ? null : conflict?.what;
  const [copy, setCopy] = useState(() => (mayWord ? rowCopies.find(row.id, row) : null));
  const remove = useAction(RemovePlanRowDocument);
  const [stuck, setStuck] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.querySelector<HTMLElement>("h2")?.focus(), []);
  const set = (over: Partial<Row>): void => change({ ...what, ...over });
  const empty = what.activity.trim() === "";

  const close = async (): Promise<void> => {
    if (rev === 0 && empty) rowCopies.forget(row.id);
    // nothing was written of a new one: then there is nothing to keep
    if (stuck || !isUnsaved() || (rev === 0 && empty) || (await flush())) onClose();
    else setStuck(true);
  };
  const takeAway = async (): Promise<void> => {
    rowCopies.forget(row.id);
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
      <EditorAlerts writing={writing}>
        {their && (
          <>
            {(["activity", "aim", "measures", "resultAim"] as const).map(
              (key) =>
                their[key] !== what[key] && (
                  <p key={key}>
                    <strong>{texts.columns[key]}:</strong> {their[key]}
                  </p>
                ),
            )}
            <p>{texts.statuses[their.status]}</p>
          </>
        )}
      </EditorAlerts>
      {copy && (
        <FoundCopy
          text={copy.activity}
          onTake={() => {
            set(copy);
            setCopy(null);
          }}
          onDrop={() => {
            rowCopies.forget(row.id);
            setCopy(null);
          }}
        />
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
