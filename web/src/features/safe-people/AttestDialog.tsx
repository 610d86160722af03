import { useState } from "react";
import { RecordAttestDocument } from "../../../../graphql/generated/graphql";
import { useFormat } from "../../app/format";
import { useAction } from "../../app/useAction";
import { useAllTexts } from "../../texts";
import { Button, DateField, Dialog, ErrorState, Form, FormActions } from "../../ui";
import type { PapersData } from "./PapersCard";

type AttestDialogProps = { papers: PapersData; onClose: () => void; onDone: (message: string) => void };

/** Says when a certificate was shown. There is no way to leave the paper itself. */
export function AttestDialog({ papers, onClose, onDone }: AttestDialogProps) {
  const { safePeople: texts, ui } = useAllTexts();
  const format = useFormat();
  const [shownOn, setShownOn] = useState(format.today());
  const record = useAction(RecordAttestDocument);
  const send = async (day: string | null) => {
    if (await record.run({ id: papers.seatId, shownOn: day }))
      onDone(day ? texts.recorded(papers.holderName) : texts.takenBack(papers.holderName));
  };
  return (
    <Dialog open keep onClose={onClose} title={texts.recordTitle(papers.holderName)} actions={<></>}>
      <Form onSubmit={() => void send(shownOn)} problems={record.otherProblems(["shownOn"])}>
        <p>{texts.recordBody}</p>
        <DateField
          label={texts.day}
          value={shownOn}
          max={format.today()}
          onChange={setShownOn}
          problem={record.problemAt("shownOn")}
        />
        {record.error && <ErrorState code={record.error.code} requestId={record.error.requestId} />}
        <FormActions>
          {papers.attestShownOn && (
            <Button variant="plain" onClick={() => void send(null)}>
              {texts.takeBack}
            </Button>
          )}
          <Button onClick={onClose}>{ui.actions.cancel}</Button>
          <Button variant="primary" type="submit" busy={record.busy}>
            {texts.saw}
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  );
}
