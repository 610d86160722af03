import { useState } from "react";
import { UpdateOrganizationDocument } from "../../../../graphql/generated/graphql";
import { useAction } from "../../app/useAction";
import { useAllTexts } from "../../texts";
import { Alert, Button, Card, Form, FormActions, TextField } from "../../ui";
import { Failed } from "./Failed";
import type { SettingsData } from "./settings-data";

const FIELDS = ["name", "shortName", "senderName"] as const;

/** What the organization is called, and where it may be seen by anybody. */
export function OrganizationNamesCard({
  organization,
  onChanged,
}: {
  organization: SettingsData;
  onChanged: () => void;
}) {
  const { settings, ui } = useAllTexts();
  const texts = settings.names;
  const update = useAction(UpdateOrganizationDocument);
  const { name, shortName, senderName } = organization;
  const [form, setForm] = useState({ name, shortName, senderName });
  const [saved, setSaved] = useState(false);
  const send = async () => {
    const done = await update.run({ rev: organization.rev, ...form });
    setSaved(done !== null);
    onChanged();
  };
  const field = (key: (typeof FIELDS)[number], maxLength: number, help?: string) => (
    <TextField
      label={texts[key]}
      help={help}
      value={form[key]}
      maxLength={maxLength}
      onChange={(text) => {
        setSaved(false);
        setForm({ ...form, [key]: text });
      }}
      problem={update.problemAt(key)}
    />
  );
  return (
    <Card title={texts.title}>
      <Form onSubmit={() => void send()} problems={update.otherProblems(FIELDS)}>
        {field("name", 120)}
        {field("shortName", 40, texts.shortNameHelp)}
        {field("senderName", 40, texts.senderNameHelp)}
        <Failed error={update.error} />
        {saved && (
          <Alert tone="success" live>
            {settings.saved}
          </Alert>
        )}
        <FormActions>
          <Button variant="secondary" type="submit" busy={update.busy}>
            {ui.actions.save}
          </Button>
        </FormActions>
      </Form>
    </Card>
  );
}
