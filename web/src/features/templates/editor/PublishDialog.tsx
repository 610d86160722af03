import { useState } from "react";
import { useNavigate } from "react-router";
import { nextVersionNumber, type TemplateDefinition } from "@varde/domain";
import { PublishDraftDocument } from "../../../../../graphql/generated/graphql";
import { useTemplateVersionsQuery } from "../../../../../graphql/generated/hooks";
import { DefinitionDiff } from "../../../app/definition-diff/DefinitionDiff";
import { readDefinition } from "../../../app/definition-diff/read-definition";
import { useAction } from "../../../app/useAction";
import { useLanguage, useAllTexts } from "../../../texts";
import { Alert, Button, Checkbox, Dialog, Disclosure, ErrorState, TextArea } from "../../../ui";

type PublishDialogProps = {
  open: boolean;
  onClose: () => void;
  templateId: string;
  versionId: string;
  rev: number;
  name: string;
  definition: TemplateDefinition;
  /** what stands in the notes already: credit to those who proposed something */
  notes: string;
  /** number of the version in force, null for the first */
  before: string | null;
};

/** Says what publishing does, which number it gives and why, then does it. */
export function PublishDialog(props: PublishDialogProps) {
  const { open, onClose, templateId, versionId, rev, name, definition, before } = props;
  const { templates: texts, versions: own } = useAllTexts();
  const words = texts.publish;
  const { language } = useLanguage();
  const cancel = useAllTexts().ui.actions.cancel;
  const navigate = useNavigate();
  const [notes, setNotes] = useState(props.notes);
  const [asMajor, setAsMajor] = useState(false);
  const [{ data }] = useTemplateVersionsQuery({ variables: { id: templateId }, pause: !open });
  // pilots have numbers too, also where nothing is published yet
  const earlier = (data?.template.versions ?? [])
    .filter(({ state }) => state !== "DRAFT")
    .map((version) => {
      const [major = 1, minor = 0] = version.number.split(".").map(Number);
      return { major, minor, state: version.state, definition: readDefinition(version.definition) };
    });
  const byChange = nextVersionNumber(earlier, definition);
  const raised = nextVersionNumber(earlier, definition, { asMajor: true });
  const next = asMajor ? raised : byChange;
  const number = `${next.major}.${next.minor}`;
  const compared = earlier.find(({ major, minor }) => `${major}.${minor}` === byChange.comparedWith);
  const publish = useAction(PublishDraftDocument);
  const submit = async (): Promise<void> => {
    const done = await publish.run({ templateId, versionId, rev, notes: notes.trim() || null, asMajor });
    if (done) await navigate(`/punkter/${templateId}`);
  };
  return (
    <Dialog
      keep
      open={open}
      onClose={onClose}
      title={words.title(name, number)}
      actions={
        <>
          <Button onClick={onClose}>{cancel}</Button>
          <Button variant="primary" busy={publish.busy} disabled={data === undefined} onClick={() => void submit()}>
            {words.submit(number)}
          </Button>
        </>
      }
    >
      <ul className="v-publish">
        <li>{words.never(number)}</li>
        {before !== null && <li>{own.publish.stays(before)}</li>}
        {compared && <li>{next.bump === "MAJOR" ? words.major : words.minor}</li>}
        <li>{words.nobody}</li>
      </ul>
      {compared && (
        <Disclosure summary={own.publish.changes}>
          <DefinitionDiff before={compared.definition} after={definition} language={language} />
        </Disclosure>
      )}
      {byChange.bump === "MINOR" && (
        <Checkbox
          label={own.publish.asMajor}
          help={own.publish.asMajorHelp(`${raised.major}.0`)}
          checked={asMajor}
          onChange={setAsMajor}
        />
      )}
      <TextArea
        optional
        label={words.notes}
        help={words.notesHelp}
        value={notes}
        maxLength={2000}
        problem={publish.problemAt("notes")}
        onChange={setNotes}
      />
      {publish.otherProblems(["notes"]).map((message) => (
        <Alert key={message} tone="warn" live>
          {message}
        </Alert>
      ))}
      {publish.error && <ErrorState {...publish.error} />}
    </Dialog>
  );
}
