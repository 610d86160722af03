import { JOURNEY_MAP_WORDS, type Stage } from "@varde/domain";
import { useState } from "react";
import { SetFeelingDocument } from "../../../../graphql/generated/graphql";
import { useAction } from "../../app/useAction";
import { useAllTexts, useLanguage } from "../../texts";
import { Alert, Button, Dialog, ErrorState, RadioCards, TextField } from "../../ui";
import { Looks } from "./Looks";
import type { Map } from "./map";
import type { Fetched } from "./useMap";

const MARKS = ["2", "1", "0", "-1", "-2"] as const;
type Props = { map: Map; stage: Stage; onRefresh: () => void; onHeard: (map: Fetched) => void; onClose: () => void };

/** How a stage feels, in one mark and a few words. */
export function FeelingDialog({ map, stage, onHeard, onRefresh, onClose }: Props) {
  const texts = useAllTexts().journeyMap;
  const { language } = useLanguage();
  const words = JOURNEY_MAP_WORDS[language];
  const [was] = useState(() => map.feelings.find((one) => one.stage === stage));
  const [mark, setMark] = useState(was?.mark === null || was === undefined ? "none" : String(was.mark));
  const [why, setWhy] = useState(was?.words ?? "");
  const set = useAction(SetFeelingDocument);
  // after a conflict what stands is shown, and saving again goes over it knowingly
  const now = map.feelings.find((one) => one.stage === stage);
  const changed = (now?.rev ?? 0) !== (was?.rev ?? 0);
  const save = async (): Promise<void> => {
    const done = await set.run({
      mapId: map.id,
      stage,
      rev: now?.rev ?? 0,
      mark: mark === "none" ? null : Number(mark),
      words: why,
    });
    if (!done?.setFeeling.map) return onRefresh();
    onHeard(done.setFeeling.map);
    onClose();
  };
  return (
    <Dialog
      open
      keep
      title={texts.feeling.set(words.stages[stage])}
      onClose={onClose}
      actions={
        <>
          <Button variant="quiet" onClick={onClose}>
            {texts.share.cancel}
          </Button>
          <Button variant="primary" busy={set.busy} onClick={() => void save()}>
            {texts.feeling.save}
          </Button>
        </>
      }
    >
      <div className="v-map-form">
        {changed && now && (
          <Alert tone="warn" live title={texts.conflict}>
            {now.mark === null ? words.noMark : words.marks[String(now.mark)]}. {now.words}
          </Alert>
        )}
        {set.error && <ErrorState {...set.error} />}
        {set.otherProblems().map((problem) => (
          <Alert key={problem} tone="warn" live>
            {problem}
          </Alert>
        ))}
        <RadioCards
          label={texts.feeling.mark}
          value={mark}
          options={[
            ...MARKS.map((value) => ({ value: value as string, label: words.marks[value] ?? value })),
            { value: "none", label: texts.feeling.clear },
          ]}
          onChange={setMark}
        />
        <TextField label={texts.feeling.words} value={why} maxLength={160} optional onChange={setWhy} />
        <Looks text={why} />
      </div>
    </Dialog>
  );
}
