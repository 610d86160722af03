import { useState } from "react";
import type { Failure } from "../../app/errors";
import { newId } from "../../app/ids";
import type { Problem } from "../../app/useAction";
import { useAllTexts, useLanguage } from "../../texts";
import { Alert, Button, Checkbox, Dialog, ErrorState, FileDrop, RadioCards } from "../../ui";
import { MOST_PHOTO_BYTES, PHOTO_TYPES, sendPhoto } from "./send-photo";

type Minors = "NONE" | "GUARDIANS";

/** A photo is chosen, and who adds it says that those in it have said yes. Nothing is sent before that. */
export function AddPhoto({ reportId, onAdded }: { reportId: string; onAdded: () => void }) {
  const texts = useAllTexts().annualReport.photos;
  const { language } = useLanguage();
  const [chosen, setChosen] = useState<{ file: File; id: string } | null>(null);
  const [consent, setConsent] = useState(false);
  const [minors, setMinors] = useState<Minors | null>(null);
  const [busy, setBusy] = useState(false);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [failure, setFailure] = useState<Failure | null>(null);
  const choose = (file: File): void => {
    setChosen({ file, id: newId() });
    setConsent(false);
    setMinors(null);
    setProblems([]);
    setFailure(null);
  };
  const close = (): void => setChosen(null);
  const send = async (): Promise<void> => {
    if (!chosen || !minors) return;
    setBusy(true);
    const sent = await sendPhoto({ ...chosen, reportId, consent, minors }, language);
    setBusy(false);
    setProblems(sent.problems);
    setFailure(sent.failure);
    if (sent.problems.length > 0 || sent.failure) return;
    close();
    onAdded();
  };
  const tooLarge = chosen !== null && chosen.file.size > MOST_PHOTO_BYTES;
  return (
    <>
      <FileDrop accept={PHOTO_TYPES} choose={texts.choose} drop={texts.drop} onFile={choose} />
      <Dialog
        keep
        open={chosen !== null}
        onClose={close}
        title={texts.addTitle}
        actions={
          <>
            <Button variant="quiet" onClick={close}>
              {texts.cancel}
            </Button>
            <Button
              variant="primary"
              busy={busy}
              disabled={!consent || minors === null || tooLarge}
              onClick={() => void send()}
            >
              {texts.add}
            </Button>
          </>
        }
      >
        <p>{texts.chosen(chosen?.file.name ?? "")}</p>
        {tooLarge && <Alert tone="warn">{texts.tooLarge}</Alert>}
        <p>{texts.cleaned}</p>
        <Checkbox label={texts.consent} help={texts.consentHelp} checked={consent} onChange={setConsent} />
        <RadioCards
          label={texts.minors}
          value={minors}
          options={[
            { value: "NONE", label: texts.minorsNone },
            { value: "GUARDIANS", label: texts.minorsGuardians },
          ]}
          onChange={setMinors}
        />
        {problems.map(({ message }) => (
          <Alert key={message} tone="warn" live>
            {message}
          </Alert>
        ))}
        {failure && <ErrorState {...failure} />}
      </Dialog>
    </>
  );
}
