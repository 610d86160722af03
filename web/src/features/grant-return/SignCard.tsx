import { useState } from "react";
import { useClient } from "urql";
import { readFragment } from "../../../../graphql/generated";
import {
  GrantReturnFileDocument,
  OwnReturn_GrantReturnFragmentDoc,
  PaperView_PaperFragmentDoc,
  SignGrantReturnDocument,
} from "../../../../graphql/generated/graphql";
import { errorOf, type Failure } from "../../app/errors";
import { useFormat } from "../../app/format";
import { saveBytes } from "../../app/save-file";
import { useAction } from "../../app/useAction";
import { useAllTexts, useTexts } from "../../texts";
import { Alert, Button, Card, Dialog, ErrorState } from "../../ui";
import { DownloadIcon } from "../../ui/icons";
import type { Own } from "./OwnReturn";
import { PaperView } from "./PaperView";

/** The PDF as it was made when the return was delivered. */
export function FetchPaper({ id }: { id: string }) {
  const texts = useAllTexts().grantReturn;
  const client = useClient();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const fetchIt = async (): Promise<void> => {
    setBusy(true);
    const { data, error } = await client
      .query(GrantReturnFileDocument, { id }, { requestPolicy: "network-only" })
      .toPromise();
    setBusy(false);
    setFailure(errorOf(error));
    if (data) saveBytes(data.grantReturnFile.pdf, data.grantReturnFile.fileName, "application/pdf");
  };
  return (
    <>
      <Button icon={DownloadIcon} busy={busy} onClick={() => void fetchIt()}>
        {texts.fetch}
      </Button>
      {failure && <ErrorState {...failure} />}
    </>
  );
}

type Props = { own: Own; dirty: boolean; onSigned: (own: Own) => void };

/** Who has signed, and the signature: what is signed is read whole first. */
export function SignCard({ own, dirty, onSigned }: Props) {
  const texts = useAllTexts().grantReturn;
  const { actions } = useTexts().ui;
  const format = useFormat();
  const [reading, setReading] = useState(false);
  const sign = useAction(SignGrantReturnDocument);
  const open = own.state === "DRAFT" || own.state === "RETURNED";
  const early = format.today() < own.signableFrom;
  const missing = own.id === null || own.items.some(({ state }) => state === "MISSING");
  const { hash } = readFragment(PaperView_PaperFragmentDoc, own.paper);
  const act = async (): Promise<void> => {
    if (own.id === null) return;
    const done = await sign.run({ id: own.id, hash });
    const heard = done?.signGrantReturn.grantReturn;
    if (!heard) return;
    setReading(false);
    onSigned(readFragment(OwnReturn_GrantReturnFragmentDoc, heard));
  };
  const why = early
    ? texts.signFrom(format.fullDate(own.signableFrom))
    : dirty
      ? texts.unsaved
      : missing
        ? texts.signFirst
        : null;
  if (!open && own.id === null) return null;
  return (
    <Card title={texts.sign} lead={open ? texts.signHelp : undefined}>
      {own.signatures.length > 0 && (
        <ul>
          {own.signatures.map(({ name, at }) => (
            <li key={name}>{texts.signed(name, format.moment(at))}</li>
          ))}
        </ul>
      )}
      {open && own.signedByMe && <p role="status">{texts.waitsForOther}</p>}
      {open && !own.signedByMe && why && <p>{why}</p>}
      <div className="v-return-tools">
        {open && !own.signedByMe && !why && (
          <Button variant="primary" onClick={() => setReading(true)}>
            {texts.signTitle}
          </Button>
        )}
        {!open && own.id !== null && <FetchPaper id={own.id} />}
      </div>
      <Dialog
        open={reading}
        onClose={() => setReading(false)}
        title={texts.signTitle}
        actions={
          <>
            <Button onClick={() => setReading(false)}>{actions.cancel}</Button>
            <Button variant="primary" busy={sign.busy} onClick={() => void act()}>
              {texts.signAct}
            </Button>
          </>
        }
      >
        <PaperView paper={own.paper} />
        {sign.problems.map(({ message }) => (
          <Alert key={message} tone="warn" live>
            {message}
          </Alert>
        ))}
        {sign.error && <ErrorState {...sign.error} />}
      </Dialog>
    </Card>
  );
}
