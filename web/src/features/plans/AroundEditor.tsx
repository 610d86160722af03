import { PLAN_LIMITS } from "@varde/domain";
import { useEffect, useRef, useState } from "react";
import { useAllTexts } from "../../texts";
import { Alert, Button, Card, SavedNote, TextArea, TextField } from "../../ui";
import { EditorAlerts, FoundCopy } from "./EditorAlerts";
import type { Fetched, Plan } from "./plan";
import { aroundCopies } from "./unsaved-words";
import { useAround, type Around } from "./useAround";

type AroundEditorProps = {
  plan: Plan;
  /** false where it was adopted meanwhile: what was written last is shown, and may be copied */
  writes: boolean;
  onHeard: (plan: Fetched) => void;
  onClose: () => void;
};
const FIELDS = ["title", "intro", "closing"] as const;

/** What stands around the table as it is written: saved by itself, as the rows are. */
export function AroundEditor({ plan, writes, onHeard, onClose }: AroundEditorProps) {
  const all = useAllTexts().plans;
  const texts = all.around;
  const labels = { title: texts.name, intro: texts.intro, closing: texts.closing };
  const writing = useAround(plan, onHeard);
  const { what, save, change, flush, isUnsaved, conflict } = writing;
  const their = conflict === "gone" ? null : conflict?.what;
  const [copy, setCopy] = useState(() => aroundCopies.find(plan.id, what));
  const [stuck, setStuck] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.querySelector<HTMLElement>("input")?.focus(), []);
  const set = (over: Partial<Around>): void => {
    setStuck(false);
    change({ ...what, ...over });
  };
  const close = async (): Promise<void> => {
    if (stuck || !isUnsaved() || (await flush())) onClose();
    else setStuck(true);
  };
  return (
    <Card title={texts.title} aside={<SavedNote save={save} />}>
      <div className="v-plan__form" ref={box}>
        <EditorAlerts writing={writing}>
          {their &&
            FIELDS.map(
              (field) =>
                their[field] !== what[field] && (
                  <p key={field} className="v-plan__text">
                    <strong>{labels[field]}:</strong> {their[field]}
                  </p>
                ),
            )}
        </EditorAlerts>
        {copy && (
          <FoundCopy
            text={copy.title}
            onTake={() => {
              set(copy);
              setCopy(null);
            }}
            onDrop={() => {
              aroundCopies.forget(plan.id);
              setCopy(null);
            }}
          />
        )}
        <TextField
          label={labels.title}
          value={what.title}
          maxLength={PLAN_LIMITS.title}
          onChange={(title) => set({ title })}
        />
        <TextArea
          label={labels.intro}
          help={texts.introHelp}
          value={what.intro}
          maxLength={PLAN_LIMITS.intro}
          rows={6}
          optional
          onChange={(intro) => set({ intro })}
        />
        <TextArea
          label={labels.closing}
          help={texts.closingHelp}
          value={what.closing}
          maxLength={PLAN_LIMITS.closing}
          optional
          onChange={(closing) => set({ closing })}
        />
        {stuck && (
          <Alert tone="warn" live>
            {all.row.notSaved}
          </Alert>
        )}
        <div className="v-plan__buttons">
          <Button variant="primary" onClick={() => void close()}>
            {stuck || !writes ? all.row.closeAnyway : texts.done}
          </Button>
        </div>
      </div>
    </Card>
  );
}
