import { useState } from "react";
import { type ImportField, SaveImportMappingDocument } from "../../../../graphql/generated/graphql";
import { useAction } from "../../app/useAction";
import { useAllTexts } from "../../texts";
import { Alert, Button, Card, ErrorState, Form, FormActions, Select } from "../../ui";
import { CancelImport } from "./CancelImport";
import { MemberFileDrop } from "./MemberFileDrop";
import "./imports.css";
import type { ImportFacts } from "./import-words";

type MappingFormProps = {
  facts: ImportFacts;
  /** the file is still in this page's hands, and is sent by itself */
  hasFile: boolean;
  onSaved: () => Promise<void>;
  onFile: (file: File) => void;
  onChanged: () => void;
};

/** What each column is. Only headers have been read; what is chosen is remembered. */
export function MappingForm({ facts, hasFile, onSaved, onFile, onChanged }: MappingFormProps) {
  const texts = useAllTexts().imports;
  const act = useAction(SaveImportMappingDocument);
  const [chosen, setChosen] = useState<Readonly<Record<number, ImportField>>>({});
  const [saved, setSaved] = useState(false);
  const options = (Object.keys(texts.fields) as ImportField[]).map((value) => ({ value, label: texts.fields[value] }));
  const columns = facts.columns.filter(({ refused }) => !refused);
  const fieldOf = (index: number, field: ImportField | null): ImportField | "" => chosen[index] ?? field ?? "";
  // told already, in an earlier visit: only the file is missing
  const complete = columns.every(({ field }) => field !== null);

  const submit = async (): Promise<void> => {
    const answers = columns.flatMap(({ index, field }) => {
      const value = fieldOf(index, field);
      return value === "" ? [] : [{ index, field: value }];
    });
    if (!(await act.run({ id: facts.id, rev: facts.rev, columns: answers }))) return;
    setSaved(true);
    await onSaved();
  };
  if ((saved || complete) && !hasFile)
    return (
      <Card lead={texts.mapping.sendAgain}>
        <MemberFileDrop primary onFile={onFile} />
        <CancelImport facts={facts} onDone={onChanged} />
      </Card>
    );
  return (
    <Card lead={texts.mapping.lead}>
      <Form onSubmit={() => void submit()}>
        {columns.map(({ index, name, field }) => (
          <Select
            key={index}
            label={name}
            value={fieldOf(index, field)}
            options={options}
            onChange={(value) => setChosen({ ...chosen, [index]: value })}
          />
        ))}
        {act.problems.map(({ message }) => (
          <Alert key={message} tone="warn" live>
            {message}
          </Alert>
        ))}
        {act.error && <ErrorState {...act.error} />}
        {facts.columns
          .filter(({ refused }) => refused)
          .map(({ index, name }) => (
            <p key={index}>
              {name}: {texts.mapping.refused}
            </p>
          ))}
        <FormActions>
          <Button type="submit" variant="primary" busy={act.busy}>
            {texts.mapping.save}
          </Button>
          <CancelImport facts={facts} onDone={onChanged} />
        </FormActions>
      </Form>
    </Card>
  );
}
