import { useCallback, useEffect, useState } from "react";
import { Link, useNavigate, useParams } from "react-router";
import { useClient } from "urql";
import { readFragment } from "../../../../graphql/generated";
import { ImportFacts_ImportFragmentDoc, MemberImportDocument } from "../../../../graphql/generated/graphql";
import { useMemberImportQuery } from "../../../../graphql/generated/hooks";
import { errorOf, type Failure } from "../../app/errors";
import { useFormat } from "../../app/format";
import { newId } from "../../app/ids";
import { useCan } from "../../app/viewer";
import { useAllTexts } from "../../texts";
import { Alert, ButtonLink, Card, ErrorState, Page, Skeleton } from "../../ui";
import { CancelImport } from "./CancelImport";
import { EarlierImports } from "./EarlierImports";
import { ExportCard } from "./ExportCard";
import { MemberFileDrop } from "./MemberFileDrop";
import "./imports.css";
import { MappingForm } from "./MappingForm";
import { Preview } from "./Preview";
import { mostBytesOf, sendFile } from "./send-file";
import { StartCard } from "./StartCard";
import { headlineOf } from "./import-words";

const POLL_MS = 1000;

/** A member file's way into the register: chosen, its columns told, looked through, taken in. Where it stands is the server's to say. */
export function Component() {
  const texts = useAllTexts().imports;
  const format = useFormat();
  const navigate = useNavigate();
  const client = useClient();
  const { id } = useParams();
  const mayRead = useCan("MEMBER_READ");
  const [file, setFile] = useState<File | null>(null);
  const [feeYear, setFeeYear] = useState(format.today().slice(0, 4));
  const [sending, setSending] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [tooLarge, setTooLarge] = useState<number | null>(null);
  const [{ data, error, fetching }, reload] = useMemberImportQuery({
    variables: { id: id ?? "" },
    pause: id === undefined,
    requestPolicy: "network-only",
  });
  const found = readFragment(ImportFacts_ImportFragmentDoc, data?.memberImport);
  const facts = id !== undefined && found?.id === id ? found : null;
  const again = useCallback(() => reload({ requestPolicy: "network-only" }), [reload]);

  const moving = sending || facts?.state === "RECEIVING" || facts?.state === "APPLYING";
  useEffect(() => {
    if (!moving || id === undefined) return undefined;
    const timer = setInterval(again, POLL_MS);
    return () => clearInterval(timer);
  }, [moving, id, again]);

  const send = async (chosen: File, importId: string): Promise<void> => {
    const most = mostBytesOf(chosen.name);
    setTooLarge(chosen.size > most ? most : null);
    if (chosen.size > most) return;
    setFile(chosen);
    setFailure(null);
    setSending(true);
    const refused = await sendFile(chosen, importId, facts ? String(facts.feeYear) : feeYear);
    // the first may be a question already on its way, with an answer from before; the second is asked after the file
    for (let asked = 0; asked < 2; asked += 1)
      await client.query(MemberImportDocument, { id: importId }, { requestPolicy: "network-only" }).toPromise();
    setSending(false);
    setFailure(refused);
  };
  const start = (chosen: File): void => {
    const importId = newId();
    if (chosen.size <= mostBytesOf(chosen.name))
      void navigate(`/medlemmer/importer/${importId}`, { preventScrollReset: true });
    void send(chosen, importId);
  };

  const problem = errorOf(error);
  const crumb = mayRead ? { crumb: <Link to="/medlemmer">{texts.crumb}</Link> } : {};
  const large = tooLarge !== null && (
    <Alert tone="warn" live>
      {texts.tooLarge(format.number(tooLarge / 1024 / 1024))}
    </Alert>
  );
  if (id === undefined)
    return (
      <Page
        narrow
        title={texts.title}
        documentTitle={texts.documentTitle}
        lead={mayRead ? texts.lead : texts.leadNational}
        {...crumb}
      >
        <StartCard feeYear={feeYear} onFeeYear={setFeeYear} onFile={start}>
          {large}
        </StartCard>
        {mayRead && <ExportCard />}
        <EarlierImports />
      </Page>
    );
  const title = sending ? texts.reading : facts ? headlineOf(texts, format, facts) : texts.documentTitle;
  return (
    <Page narrow title={title} documentTitle={texts.documentTitle} {...crumb}>
      {failure && file && !sending && <ErrorState {...failure} onRetry={() => void send(file, id)} />}
      {!facts &&
        !sending &&
        !failure &&
        (problem ? <ErrorState {...problem} busy={fetching} onRetry={again} /> : <Skeleton of="cards" />)}
      {sending && (
        <Card>
          <p role="status">{texts.rowsRead(format.number(facts?.rowsRead ?? 0))}</p>
          {facts?.state === "RECEIVING" && <CancelImport facts={facts} onDone={again} />}
        </Card>
      )}
      {large}
      {facts?.state === "RECEIVING" && !sending && !failure && (
        <Card lead={texts.rowsRead(format.number(facts.rowsRead))}>
          <p>{texts.broken}</p>
          <MemberFileDrop onFile={(chosen) => void send(chosen, id)} />
          <CancelImport facts={facts} onDone={again} />
        </Card>
      )}
      {facts?.state === "UNMAPPED" && !sending && (
        <MappingForm
          key={facts.rev}
          facts={facts}
          hasFile={file !== null}
          onSaved={() => (file ? send(file, id) : Promise.resolve(again()))}
          onFile={(chosen) => void send(chosen, id)}
          onChanged={again}
        />
      )}
      {facts && !sending && ["READY", "APPLYING", "APPLIED"].includes(facts.state) && (
        <Preview facts={facts} onChanged={again} />
      )}
      {facts?.state === "FAILED" && !sending && (
        <Alert tone="warn" live>
          {facts.problem}
        </Alert>
      )}
      {facts?.state === "CANCELLED" && <p role="status">{texts.cancelledBody}</p>}
      {facts && ["APPLIED", "FAILED", "CANCELLED"].includes(facts.state) && !sending && (
        <p>
          <ButtonLink to="/medlemmer/importer">{texts.another}</ButtonLink>
        </p>
      )}
    </Page>
  );
}
