import { GRANT_PAPERS } from "@varde/domain";
import { useState } from "react";
import { SaveGrantSettingDocument, type GrantReturnsPageQuery } from "../../../../graphql/generated/graphql";
import { useAction } from "../../app/useAction";
import { useCan } from "../../app/viewer";
import { useAllTexts } from "../../texts";
import { Button, Card, Checkbox, Disclosure, ErrorState, Form, FormActions, TextField } from "../../ui";

type Props = { setting: GrantReturnsPageQuery["grantSetting"]; onSaved: () => void };

/** What has to go with a return, and when one that waits is approved by itself. */
export function GrantSettingCard({ setting, onSaved }: Props) {
  const texts = useAllTexts().grantReturn;
  const maySet = useCan("SETTINGS_WRITE");
  if (!maySet) return null;
  return (
    <Card>
      <Disclosure summary={texts.all.setting}>
        <SettingForm key={setting.rev} setting={setting} onSaved={onSaved} />
      </Disclosure>
    </Card>
  );
}

function SettingForm({ setting, onSaved }: Props) {
  const texts = useAllTexts().grantReturn;
  const save = useAction(SaveGrantSettingDocument);
  const [papers, setPapers] = useState(setting.papers);
  const [days, setDays] = useState(setting.advanceDays == null ? "" : String(setting.advanceDays));
  const [saved, setSaved] = useState(false);
  const send = async (): Promise<void> => {
    setSaved(false);
    const advanceDays = days.trim() === "" ? null : Number.parseInt(days, 10) || 0;
    if (!(await save.run({ rev: setting.rev, papers, advanceDays }))) return;
    setSaved(true);
    onSaved();
  };
  return (
    <Form onSubmit={() => void send()} problems={save.otherProblems(["advanceDays"])}>
      <fieldset className="v-return-set">
        <legend>{texts.all.settingPapers}</legend>
        {GRANT_PAPERS.map((paper) => (
          <Checkbox
            key={paper}
            label={texts.papers[paper]}
            checked={papers.includes(paper)}
            onChange={(on) => setPapers(on ? [...papers, paper] : papers.filter((one) => one !== paper))}
          />
        ))}
      </fieldset>
      <TextField
        label={texts.all.settingDays}
        help={texts.all.settingDaysHelp}
        inputMode="numeric"
        value={days}
        onChange={setDays}
        problem={save.problemAt("advanceDays")}
      />
      <FormActions>
        <Button type="submit" busy={save.busy}>
          {texts.save}
        </Button>
      </FormActions>
      {saved && <p role="status">{texts.saved}</p>}
      {save.error && <ErrorState {...save.error} />}
    </Form>
  );
}
