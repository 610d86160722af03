import { useState } from "react";
import { useAllTexts } from "../../texts";
import { Alert, Button, RadioCards } from "../../ui";
import { clashesOf, type ClashChoice, type MergePiece } from "./merge-texts";
import { withKeys } from "./with-keys";

type Props = { pieces: readonly MergePiece[]; onChoose: (choices: readonly ClashChoice[]) => void };

/** Two changed the same words: both are shown, and one chooses for each place. Until then nothing of either is gone. */
export function ClashChooser({ pieces, onChoose }: Props) {
  const texts = useAllTexts().annualReport.clash;
  const clashes = clashesOf(pieces);
  const [choices, setChoices] = useState<readonly ClashChoice[]>(() => clashes.map(() => "both"));
  const shown = (text: string): string => (text.trim() === "" ? texts.nothing : `«${text.trim()}»`);
  return (
    <Alert
      live
      tone="warn"
      title={texts.title}
      action={
        <Button variant="primary" onClick={() => onChoose(clashes.map((_, i) => choices[i] ?? "both"))}>
          {texts.use}
        </Button>
      }
    >
      <p>{texts.body}</p>
      {withKeys(clashes, (clash) => `${clash.mine} ${clash.theirs}`).map(({ key, item: clash }, i) => (
        <RadioCards
          key={key}
          label={clashes.length === 1 ? texts.which : texts.whichOf(i + 1, clashes.length)}
          value={choices[i] ?? "both"}
          options={[
            { value: "both", label: texts.both },
            { value: "mine", label: texts.mine, help: shown(clash.mine) },
            { value: "theirs", label: texts.theirs, help: shown(clash.theirs) },
          ]}
          onChange={(choice) =>
            setChoices(clashes.map((_, at) => (at === i ? (choice as ClashChoice) : (choices[at] ?? "both"))))
          }
        />
      ))}
    </Alert>
  );
}
