import { useState } from "react";
import { SetBurdenCapDocument } from "../../../../graphql/generated/graphql";
import { useFormat } from "../../app/format";
import { useAction } from "../../app/useAction";
import { useAllTexts } from "../../texts";
import { Alert, Button, Card, Form, FormActions, TextField } from "../../ui";
import { Failed } from "./Failed";
import type { SettingsData } from "./settings-data";

/** How many minutes a month may be asked of a chapter before somebody has to say why. */
export function BurdenCapCard({ organization, onChanged }: { organization: SettingsData; onChanged: () => void }) {
  const { settings, ui } = useAllTexts();
  const texts = settings.cap;
  const format = useFormat();
  const set = useAction(SetBurdenCapDocument);
  const [written, setWritten] = useState<string | null>(null);
  const [saved, setSaved] = useState(false);
  const shown = written ?? String(organization.burdenCapMinutes);
  const minutes = Number(shown) || 0;
  const hours = Math.round(minutes / 6) / 10;
  const send = async () => {
    const done = await set.run({ rev: organization.rev, minutes });
    setSaved(done !== null);
    if (done) setWritten(null);
    onChanged();
  };
  return (
    <Card title={texts.title} lead={texts.lead}>
      <Form onSubmit={() => void send()} problems={set.otherProblems(["minutes"])}>
        <TextField
          label={texts.minutes}
          help={texts.help(texts.hours(format.number(hours, 1), hours === 1))}
          inputMode="numeric"
          size={6}
          value={shown}
          onChange={(text) => {
            if (!/^\d{0,5}$/.test(text)) return;
            setSaved(false);
            setWritten(text);
          }}
          problem={set.problemAt("minutes")}
        />
        <Failed error={set.error} />
        {saved && (
          <Alert tone="success" live>
            {settings.saved}
          </Alert>
        )}
        <FormActions>
          <Button variant="secondary" type="submit" busy={set.busy}>
            {ui.actions.save}
          </Button>
        </FormActions>
      </Form>
    </Card>
  );
}
