import { useState } from "react";
import { StartJourneyMapDocument } from "../../../../graphql/generated/graphql";
import { newId } from "../../app/ids";
import { useAction } from "../../app/useAction";
import { useAllTexts } from "../../texts";
import { Alert, Button, Card, ErrorState, Form, FormActions, RadioCards } from "../../ui";

type From = "TEMPLATES" | "LAST" | "EMPTY";

/** What the map of a year begins with. */
export function StartMap({ year, hasBefore, onStarted }: { year: number; hasBefore: boolean; onStarted: () => void }) {
  const texts = useAllTexts().journeyMap.start;
  const [from, setFrom] = useState<From>(hasBefore ? "LAST" : "TEMPLATES");
  const [id] = useState(newId);
  const start = useAction(StartJourneyMapDocument);
  const begin = async (): Promise<void> => {
    if (await start.run({ id, year, from })) onStarted();
  };
  const choices: From[] = hasBefore ? ["LAST", "TEMPLATES", "EMPTY"] : ["TEMPLATES", "EMPTY"];
  return (
    <Card title={texts.title(year)} lead={texts.body}>
      <Form onSubmit={() => void begin()}>
        {start.error && <ErrorState {...start.error} />}
        {start.otherProblems().map((problem) => (
          <Alert key={problem} tone="warn" live>
            {problem}
          </Alert>
        ))}
        <RadioCards
          label={texts.how}
          value={from}
          options={choices.map((value) => ({ value, label: texts[value], help: texts[`${value}_help`] }))}
          onChange={setFrom}
        />
        <FormActions>
          <Button type="submit" variant="primary" busy={start.busy}>
            {texts.go}
          </Button>
        </FormActions>
      </Form>
    </Card>
  );
}
