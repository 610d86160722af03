import { useState } from "react";
import { addDays, osloDate } from "@varde/domain";
import { OpenSurveyDocument } from "../../../../../graphql/generated/graphql";
import { useAction } from "../../../app/useAction";
import { useAllTexts } from "../../../texts";
import { Alert, Button, DateField, Dialog, ErrorState, FieldRow } from "../../../ui";

const THREE_WEEKS = 21;

/** Says what opening does, asks for the days, then does it. */
export function OpenDialog({
  id,
  rev,
  onClose,
  onOpened,
}: {
  id: string;
  rev: number;
  onClose: () => void;
  onOpened: () => void;
}) {
  const { surveys, ui } = useAllTexts();
  const texts = surveys.opening;
  const open = useAction(OpenSurveyDocument);
  const [opensOn, setOpensOn] = useState(() => osloDate(new Date()));
  const [closesOn, setClosesOn] = useState(() => addDays(osloDate(new Date()), THREE_WEEKS));
  const submit = async (): Promise<void> => {
    if (await open.run({ id, rev, opensOn, closesOn })) onOpened();
  };
  return (
    <Dialog
      open
      keep
      onClose={onClose}
      title={texts.title}
      actions={
        <>
          <Button onClick={onClose}>{ui.actions.cancel}</Button>
          <Button variant="primary" busy={open.busy} disabled={!opensOn || !closesOn} onClick={() => void submit()}>
            {texts.submit}
          </Button>
        </>
      }
    >
      <FieldRow>
        <DateField label={texts.from} value={opensOn} onChange={setOpensOn} problem={open.problemAt("opensOn")} />
        <DateField label={texts.to} value={closesOn} onChange={setClosesOn} problem={open.problemAt("closesOn")} />
      </FieldRow>
      <ul className="v-survey-told">
        <li>{texts.links}</li>
        <li>{texts.frozen}</li>
        <li>{texts.ends}</li>
        <li>{texts.results}</li>
      </ul>
      {open.otherProblems(["opensOn", "closesOn"]).map((message) => (
        <Alert key={message} tone="warn" live>
          {message}
        </Alert>
      ))}
      {open.error && <ErrorState {...open.error} />}
    </Dialog>
  );
}
