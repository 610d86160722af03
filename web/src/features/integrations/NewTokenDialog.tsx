import { useState } from "react";
import { CreateIntegrationTokenDocument } from "../../../../graphql/generated/graphql";
import type { IntegrationScope } from "../../../../graphql/generated/graphql";
import { useAction } from "../../app/useAction";
import { useAllTexts } from "../../texts";
import { Button, Checkbox, Dialog, ErrorState, Form, Select, Stepper, TextField } from "../../ui";

const SCOPES: readonly IntegrationScope[] = ["STRUCTURE", "NUMBERS", "DUTIES"];
const DAYS = { usual: 90, most: 90 } as const;

/** Asks what a new key is for, what it may read and how long it shall work. */
export function NewTokenDialog({
  regions,
  onClose,
  onMade,
}: {
  regions: readonly { id: string; name: string }[];
  onClose: () => void;
  onMade: (secret: string) => void;
}) {
  const { integrations: texts, ui } = useAllTexts();
  const create = useAction(CreateIntegrationTokenDocument);
  const [name, setName] = useState("");
  const [scopes, setScopes] = useState<readonly IntegrationScope[]>(["STRUCTURE"]);
  const [regionId, setRegionId] = useState("");
  const [days, setDays] = useState<number | null>(DAYS.usual);
  const make = async () => {
    const done = await create.run({ name, scopes: [...scopes], regionId: regionId || null, days: days ?? 0 });
    if (done?.createIntegrationToken.secret) onMade(done.createIntegrationToken.secret);
  };
  return (
    <Dialog
      open
      keep
      onClose={onClose}
      title={texts.newTitle}
      actions={
        <>
          <Button onClick={onClose}>{ui.actions.cancel}</Button>
          <Button variant="primary" busy={create.busy} onClick={() => void make()}>
            {texts.make}
          </Button>
        </>
      }
    >
      <Form onSubmit={() => void make()} problems={create.otherProblems(["name", "days"])}>
        <TextField
          label={texts.name}
          help={texts.nameHelp}
          value={name}
          onChange={setName}
          maxLength={80}
          autoComplete="off"
          problem={create.problemAt("name")}
        />
        <fieldset className="ds-fieldset">
          <legend>{texts.may}</legend>
          {SCOPES.map((scope) => (
            <Checkbox
              key={scope}
              {...texts.scopes[scope]}
              checked={scopes.includes(scope)}
              onChange={(chosen) => setScopes(SCOPES.filter((one) => (one === scope ? chosen : scopes.includes(one))))}
            />
          ))}
          <p>{texts.never}</p>
        </fieldset>
        {regions.length > 1 && (
          <Select
            label={texts.reach}
            value={regionId}
            options={[
              { value: "", label: texts.everything },
              ...regions.map(({ id, name: label }) => ({ value: id, label })),
            ]}
            onChange={setRegionId}
          />
        )}
        <Stepper
          label={texts.days}
          value={days}
          onChange={setDays}
          min={1}
          max={DAYS.most}
          problem={create.problemAt("days")}
        />
      </Form>
      {create.error && <ErrorState {...create.error} />}
    </Dialog>
  );
}
