import type { Language, TemplateDefinition } from "@varde/domain";
import { DefinitionDiff } from "../../../app/definition-diff/DefinitionDiff";
import { useFormat } from "../../../app/format";
import { useAllTexts } from "../../../texts";
import { Alert, Button, Disclosure } from "../../../ui";
import type { Draft } from "./read-draft";
import type { UnsavedCopy } from "./unsaved-copy";

type ConflictProps = {
  conflict: Draft | "gone";
  definition: TemplateDefinition;
  language: Language;
  onResolve: (choice: "theirs" | "mine") => void;
};

/** Somebody else, or another tab, saved meanwhile: what differs, and which is to stand. Nothing is overwritten by itself. */
export function ConflictNotice({ conflict, definition, language, onResolve }: ConflictProps) {
  const words = useAllTexts().templates.editor;
  const own = useAllTexts().editor;
  if (conflict === "gone") {
    return (
      <Alert live tone="warn" title={words.conflictTitle}>
        {words.gone}
      </Alert>
    );
  }
  return (
    <Alert
      live
      tone="warn"
      title={words.conflictTitle}
      action={
        <>
          <Button onClick={() => onResolve("theirs")}>{words.conflictTheirs}</Button>
          <Button variant="plain" onClick={() => onResolve("mine")}>
            {words.conflictMine}
          </Button>
        </>
      }
    >
      <p>{words.conflictBody}</p>
      <Disclosure summary={own.conflict.differs}>
        <DefinitionDiff before={conflict.definition} after={definition} language={language} level={2} />
      </Disclosure>
    </Alert>
  );
}

type FoundProps = {
  found: UnsavedCopy;
  definition: TemplateDefinition;
  language: Language;
  onAnswer: (answer: "restore" | "discard") => void;
};

/** What a page that crashed did not get saved, given back when one comes again. */
export function FoundNotice({ found, definition, language, onAnswer }: FoundProps) {
  const words = useAllTexts().editor.found;
  const format = useFormat();
  return (
    <Alert
      live
      tone="info"
      title={words.title}
      action={
        <>
          <Button onClick={() => onAnswer("restore")}>{words.restore}</Button>
          <Button variant="plain" onClick={() => onAnswer("discard")}>
            {words.discard}
          </Button>
        </>
      }
    >
      <p>{words.body(format.moment(found.at))}</p>
      <Disclosure summary={words.differs}>
        <DefinitionDiff before={definition} after={found.definition} language={language} level={2} />
      </Disclosure>
    </Alert>
  );
}
