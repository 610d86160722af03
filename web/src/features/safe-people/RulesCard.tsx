import { useState } from "react";
import { SetSafePeopleDocument, type SafePeople_SafePeopleFragment } from "../../../../graphql/generated/graphql";
import { useSession } from "../../app/session";
import { useAction } from "../../app/useAction";
import { useAllTexts } from "../../texts";
import { Alert, Button, Card, Checkbox, ErrorState, Form, FormActions, TextArea, TextField } from "../../ui";

const LANGUAGES = ["nb", "nn", "en"] as const;
const MOST = 4000;

type RulesCardProps = { asked: SafePeople_SafePeopleFragment; onChanged: () => void };

/** What the organization asks: whether, for how long a certificate is good, and the words of the declaration. */
export function RulesCard({ asked, onChanged }: RulesCardProps) {
  const { safePeople: texts, settings, ui } = useAllTexts();
  const { words } = asked.declaration;
  const { refresh } = useSession();
  const [required, setRequired] = useState(asked.required);
  const [years, setYears] = useState(String(asked.attestYears));
  const [written, setWritten] = useState({ nb: words.nb, nn: words.nn ?? "", en: words.en ?? "" });
  const set = useAction(SetSafePeopleDocument);
  const save = async () => {
    if (!(await set.run({ rev: asked.rev, required, attestYears: Number(years), words: written }))) return;
    onChanged();
    await refresh();
  };
  const changed = LANGUAGES.some((language) => written[language] !== (words[language] ?? ""));
  return (
    <Card title={texts.rules} lead={texts.rulesLead}>
      <Form
        onSubmit={() => void save()}
        problems={set.otherProblems(["attestYears", ...LANGUAGES.map((one) => `words.${one}`)])}
      >
        <Checkbox label={texts.required} help={texts.requiredHelp} checked={required} onChange={setRequired} />
        <TextField
          label={texts.years}
          help={texts.yearsHelp}
          type="number"
          min={1}
          max={5}
          value={years}
          onChange={setYears}
          problem={set.problemAt("attestYears")}
        />
        {LANGUAGES.map((language) => (
          <TextArea
            key={language}
            label={texts.words[language]}
            optional={language !== "nb"}
            rows={5}
            maxLength={MOST}
            value={written[language]}
            onChange={(text) => setWritten({ ...written, [language]: text })}
            problem={set.problemAt(`words.${language}`)}
          />
        ))}
        {changed && asked.required && <Alert>{texts.acceptedAnew}</Alert>}
        <p className="v-papers__facts">{texts.standard}</p>
        {set.error && <ErrorState code={set.error.code} requestId={set.error.requestId} />}
        <FormActions>
          <Button variant="secondary" type="submit" busy={set.busy}>
            {ui.actions.save}
          </Button>
        </FormActions>
      </Form>
      <p className="v-papers__facts">{settings.lead}</p>
    </Card>
  );
}
