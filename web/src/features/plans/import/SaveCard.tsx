import type { PlanText } from "@varde/domain";
import { useState } from "react";
import {
  type ImportPlanPageQuery,
  ReplacePlanRowsDocument,
  StartActionPlanDocument,
} from "../../../../../graphql/generated/graphql";
import { newId } from "../../../app/ids";
import { useAction } from "../../../app/useAction";
import { useAllTexts } from "../../../texts";
import { Alert, Button, Card, ErrorState, FormActions } from "../../../ui";
import { replacedRows } from "./taken-text";

type SaveCardProps = {
  year: number;
  plan: NonNullable<ImportPlanPageQuery["actionPlan"]> | null;
  text: PlanText;
  onSaved: () => void;
  /** it was refused: the plan may be another by now */
  onRefresh: () => void;
};

/** Saves what was read, whole or not at all, and says first what it takes the place of. */
export function SaveCard({ year, plan, text, onSaved, onRefresh }: SaveCardProps) {
  const texts = useAllTexts().planImport;
  const [id] = useState(newId);
  const start = useAction(StartActionPlanDocument);
  const replace = useAction(ReplacePlanRowsDocument);
  const act = plan ? replace : start;
  const save = async (): Promise<void> => {
    const done = plan
      ? await replace.run({ id: plan.id, rev: plan.rev, words: plan.wordsHash, text })
      : await start.run({ id, year, from: "TEXT", text });
    if (done) onSaved();
    else onRefresh();
  };
  const { kept, gone } = replacedRows(plan?.rows ?? [], text);
  const problems = [...start.problems, ...replace.problems].map(({ path: [part, at], message }) =>
    part === "rows" && at !== undefined ? texts.inRow(Number(at) + 1, message) : message,
  );
  const failure = start.error ?? replace.error;
  return (
    <Card title={plan ? texts.replace : texts.save(year)}>
      {plan && plan.rows.length > 0 && (
        <Alert tone="warn">
          <p>{texts.replaced(year, plan.rows.length)}</p>
          {kept > 0 && <p>{texts.kept(kept)}</p>}
          {gone.length > 0 && <p>{texts.gone(gone.map((activity) => activity || texts.noActivity))}</p>}
        </Alert>
      )}
      {problems.map((problem) => (
        <Alert key={problem} tone="warn" live>
          {problem}
        </Alert>
      ))}
      {failure && <ErrorState {...failure} />}
      <FormActions>
        <Button variant="primary" busy={act.busy} onClick={() => void save()}>
          {plan ? texts.replaceGo : texts.saveGo}
        </Button>
      </FormActions>
    </Card>
  );
}
