import { PLAN_LIMITS } from "@varde/domain";
import { useState } from "react";
import { ChangeAdoptedPlanDocument } from "../../../../graphql/generated/graphql";
import { useAction } from "../../app/useAction";
import { useAllTexts } from "../../texts";
import { Button, Dialog, TextField } from "../../ui";
import { ActProblems } from "./ActProblems";
import type { Fetched, Plan } from "./plan";

/** Why an adopted plan is changed. */
export function ChangeDialog({
  plan,
  onHeard,
  onClose,
}: {
  plan: Plan;
  onHeard: (plan: Fetched) => void;
  onClose: () => void;
}) {
  const texts = useAllTexts().plans.change;
  const [reason, setReason] = useState("");
  const change = useAction(ChangeAdoptedPlanDocument);
  const go = async (): Promise<void> => {
    const done = await change.run({ id: plan.id, rev: plan.rev, reason });
    if (done?.changeAdoptedPlan.plan) onHeard(done.changeAdoptedPlan.plan);
  };
  return (
    <Dialog
      open
      keep
      title={texts.title}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{texts.cancel}</Button>
          <Button variant="primary" busy={change.busy} onClick={() => void go()}>
            {texts.go}
          </Button>
        </>
      }
    >
      <div className="v-plan__form">
        <p>{texts.body}</p>
        <ActProblems act={change} but={["reason"]} />
        <TextField
          label={texts.reason}
          value={reason}
          maxLength={PLAN_LIMITS.reason}
          problem={change.problemAt("reason")}
          onChange={setReason}
        />
      </div>
    </Dialog>
  );
}
