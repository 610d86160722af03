import { LANGUAGES, type Language } from "@varde/domain";
import { useState } from "react";
import { StartAnnualReportDocument } from "../../../../graphql/generated/graphql";
import { newId } from "../../app/ids";
import { useAction } from "../../app/useAction";
import { useAllTexts, useLanguage } from "../../texts";
import { Alert, Button, Card, Chips, ErrorState, FormActions } from "../../ui";

/** Nobody has begun: one press makes a draft of what the year's facts say. */
export function StartReport({ year, onStarted }: { year: number; onStarted: () => void }) {
  const { annualReport, app } = useAllTexts();
  const texts = annualReport.start;
  const { language: own } = useLanguage();
  const [language, setLanguage] = useState<Language>(own);
  const [id] = useState(newId);
  const start = useAction(StartAnnualReportDocument);
  const begin = async (draft: boolean): Promise<void> => {
    // somebody else may have begun meanwhile: then theirs is what is shown
    await start.run({ id, year, language, draft });
    onStarted();
  };
  return (
    <Card title={texts.title(year)} lead={texts.lead}>
      <p>{texts.body}</p>
      <Chips
        label={texts.language}
        value={language}
        options={LANGUAGES.map((one) => ({ value: one, label: app.languages[one] }))}
        onChange={setLanguage}
      />
      <FormActions>
        <Button variant="primary" busy={start.busy} onClick={() => void begin(true)}>
          {texts.draft}
        </Button>
        <Button onClick={() => void begin(false)} disabled={start.busy}>
          {texts.empty}
        </Button>
      </FormActions>
      {start.problems.map(({ message }) => (
        <Alert key={message} tone="warn" live>
          {message}
        </Alert>
      ))}
      {start.error && <ErrorState {...start.error} />}
    </Card>
  );
}
