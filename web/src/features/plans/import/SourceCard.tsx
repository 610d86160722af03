import { useRef, type ClipboardEvent } from "react";
import { useAllTexts } from "../../../texts";
import { Alert, Button, Card, ErrorState, FileDrop, FormActions, TextArea } from "../../../ui";
import type { PlanImport } from "./usePlanImport";

/** Where a plan is pasted or chosen, and what could not be read of it. */
export function SourceCard({ took }: { took: PlanImport }) {
  const texts = useAllTexts().planImport;
  const { paste, busy, unread } = took;
  const isPasted = useRef(false);
  /** A table comes as a page as well as text: what stood in which cell is sure in the page alone. */
  const onPaste = (event: ClipboardEvent): void => {
    const { clipboardData } = event;
    const [file] = clipboardData.files;
    const text = clipboardData.getData("text/plain");
    const html = clipboardData.getData("text/html");
    if (/<table[\s>]/i.test(html)) {
      event.preventDefault();
      took.putIn(text, html);
    } else if (file && text === "") {
      event.preventDefault();
      void took.readFile(file);
    } else isPasted.current = true;
  };
  const onText = (text: string): void => {
    took.type(text);
    if (isPasted.current) void took.readBox();
    isPasted.current = false;
  };
  return (
    <Card title={texts.from}>
      <FileDrop
        // also what is not read: it is told why, and what to do
        accept=".docx,.html,.htm,.txt,.csv,.tsv,.doc,.odt,.rtf,.xlsx,.pdf"
        choose={texts.choose}
        drop={texts.drop}
        onFile={(file) => void took.readFile(file)}
      >
        {paste.file !== null && <p className="v-plan__line">{texts.readFrom(paste.file)}</p>}
      </FileDrop>
      <div className="v-plan-import__box" onPaste={onPaste}>
        <TextArea label={texts.box} help={texts.boxHelp} value={paste.text} rows={8} onChange={onText} />
      </div>
      {unread && "problem" in unread && (
        <Alert tone="danger" live>
          {texts.unread[unread.problem]}
        </Alert>
      )}
      {unread && "failure" in unread && <ErrorState {...unread.failure} busy={busy} onRetry={unread.again} />}
      {took.isPlain && (
        <Alert tone="warn" live action={<Button onClick={() => void took.readBox()}>{texts.readAgain}</Button>}>
          {texts.plain}
        </Alert>
      )}
      {!took.isKept && (
        <Alert tone="warn" live>
          {texts.notKept}
        </Alert>
      )}
      <FormActions>
        <Button
          variant={paste.pieces === null ? "primary" : "secondary"}
          busy={busy}
          aria-disabled={paste.text === ""}
          onClick={() => void took.readBox()}
        >
          {texts.read}
        </Button>
        {(paste.text !== "" || paste.pieces !== null) && (
          <Button variant="plain" onClick={took.clear}>
            {texts.clear}
          </Button>
        )}
      </FormActions>
    </Card>
  );
}
