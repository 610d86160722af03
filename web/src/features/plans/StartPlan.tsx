import { useState } from "react";
import { StartActionPlanDocument } from "../../../../graphql/generated/graphql";
import { newId } from "../../app/ids";
import { useAction } from "../../app/useAction";
import { useAllTexts } from "../../texts";
import { Button, ButtonLink, Card, Form, FormActions, RadioCards } from "../../ui";
import { ActProblems } from "./ActProblems";

type From = "LAST" | "TEMPLATE" | "EMPTY";
type StartPlanProps = { year: number; hasBefore: boolean; hasTemplate: boolean; onStarted: () => void };

/** What the plan of a year begins with. */
export function StartPlan({ year, hasBefore, hasTemplate, onStarted }: StartPlanProps) {
  const { plans, planImport } = useAllTexts();
  const texts = plans.start;
  const choices: From[] = [
    ...(hasBefore ? (["LAST"] as const) : []),
    ...(hasTemplate ? (["TEMPLATE"] as const) : []),
    "EMPTY",
  ];
  const [from, setFrom] = useState<From>(choices[0]!);
  const [id] = useState(newId);
  const start = useAction(StartActionPlanDocument);
  const begin = async (): Promise<void> => {
    if (await start.run({ id, year, from })) onStarted();
  };
  return (
    <Card title={texts.title(year)} lead={texts.body}>
      <Form onSubmit={() => void begin()}>
        <ActProblems act={start} />
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
          <ButtonLink variant="plain" to={`/handlingsplan/${year}/importer`}>
            {planImport.bring}
          </ButtonLink>
        </FormActions>
      </Form>
    </Card>
  );
}
