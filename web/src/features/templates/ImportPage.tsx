import { useState } from "react";
import { useNavigate } from "react-router";
import { ImportTemplateDocument, type ImportTemplateMutation } from "../../../../graphql/generated/graphql";
import { useFormat } from "../../app/format";
import { newId } from "../../app/ids";
import { useAction } from "../../app/useAction";
import { useAllTexts } from "../../texts";
import { Alert, Button, Card, Disclosure, ErrorState, FileDrop, Form, FormActions, Page, TextArea } from "../../ui";
import { TemplateCrumb } from "../../app/TemplateCrumb";
import { bytesOf, MAX_FILE_BYTES, readTemplateFile, type ChosenFile } from "./read-template-file";
import "./library.css";

// a document of the server, not a page of the app
const SCHEMA = `${location.origin}/skjema/varde.touchpoint-template-1.json`;

type FileProblem = ImportTemplateMutation["importTemplate"]["problems"][number];

/** A template from a file: chosen, dropped or pasted. All of it comes in, or nothing and a list of what to mend. */
export function Component() {
  const texts = useAllTexts().library.file;
  const format = useFormat();
  const navigate = useNavigate();
  const send = useAction(ImportTemplateDocument);
  const [id] = useState(newId);
  const [file, setFile] = useState<ChosenFile | null>(null);
  const [text, setText] = useState("");
  const size = (bytes: number): string => texts.kilobytes(format.number(Math.ceil(bytes / 1024)));
  const bytes = bytesOf(text);
  const problem =
    file?.state === "tooLarge"
      ? texts.tooLarge(size(file.bytes))
      : file?.state === "unreadable"
        ? texts.unreadable
        : bytes > MAX_FILE_BYTES
          ? texts.tooLarge(size(bytes))
          : null;

  const choose = async (chosen: File | undefined): Promise<void> => {
    if (!chosen) return;
    send.reset();
    const read = await readTemplateFile(chosen);
    setFile(read);
    setText(read.state === "read" ? read.text : "");
  };
  const submit = async (): Promise<void> => {
    if (problem || text.trim() === "") return;
    if (await send.run({ id, file: text })) await navigate(`/punkter/${id}/utkast`, { replace: true });
  };
  return (
    <Page
      narrow
      title={texts.title}
      documentTitle={texts.documentTitle}
      lead={texts.lead}
      crumb={<TemplateCrumb here={texts.documentTitle} />}
    >
      <Card>
        <Form onSubmit={() => void submit()}>
          <FileDrop
            accept=".json,application/json"
            choose={texts.choose}
            drop={texts.drop}
            onFile={(chosen) => void choose(chosen)}
          >
            {file && <p role="status">{texts.chosen(file.name, size(file.bytes))}</p>}
          </FileDrop>
          {problem && (
            <Alert tone="warn" live>
              {problem}
            </Alert>
          )}
          <FileProblems problems={send.problems as readonly FileProblem[]} text={text} />
          <Disclosure summary={texts.paste}>
            <TextArea
              label={texts.content}
              rows={8}
              value={text}
              onChange={(value) => {
                send.reset();
                setFile(null);
                setText(value);
              }}
            />
          </Disclosure>
          {send.error && <ErrorState {...send.error} />}
          <FormActions>
            <Button type="submit" variant="primary" busy={send.busy} disabled={problem !== null || text.trim() === ""}>
              {texts.submit}
            </Button>
          </FormActions>
        </Form>
      </Card>
      <p>
        <a href={SCHEMA}>{texts.schema}</a>
      </p>
    </Page>
  );
}

/** What to mend, each with the line as it stands in the file. */
function FileProblems({ problems, text }: { problems: readonly FileProblem[]; text: string }) {
  const texts = useAllTexts().library.file;
  if (problems.length === 0) return null;
  const lines = text.split("\n");
  return (
    <Alert tone="warn" live title={texts.problems(problems.length)}>
      <ul>
        {problems.map(({ message, path, line }) => (
          <li key={`${path.join(".")} ${message}`}>
            {message}
            {line != null && lines[line - 1]?.trim() && (
              <code className="v-file-line">{lines[line - 1]?.trim().slice(0, 160)}</code>
            )}
          </li>
        ))}
      </ul>
    </Alert>
  );
}
