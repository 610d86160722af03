import { PLAN_ADOPTERS, PLAN_LIMITS, type PlanAdopter } from "@varde/domain";
import { useState } from "react";
import { AdoptActionPlanDocument } from "../../../../graphql/generated/graphql";
import { useAction } from "../../app/useAction";
import { useAllTexts } from "../../texts";
import { Button, Chips, DateField, Dialog, TextField } from "../../ui";
import { ActProblems } from "./ActProblems";
import type { Fetched, Plan } from "./plan";

type AdoptDialogProps = {
  plan: Plan;
  today: string;
  onHeard: (plan: Fetched) => void;
  onRefresh: () => void;
  onClose: () => void;
};

/** Where, when and by whom a plan was adopted. What is frozen is what stands on the page. */
export function AdoptDialog({ plan, today, onHeard, onRefresh, onClose }: AdoptDialogProps) {
  const texts = useAllTexts().plans.adopt;
  const [place, setPlace] = useState("");
  const [on, setOn] = useState(today);
  const [by, setBy] = useState<PlanAdopter>("ANNUAL_MEETING");
  const adopt = useAction(AdoptActionPlanDocument);
  const go = async (): Promise<void> => {
    const done = await adopt.run({ id: plan.id, rev: plan.rev, words: plan.wordsHash, place, on, by });
    if (done?.adoptActionPlan.plan) onHeard(done.adoptActionPlan.plan);
    // somebody else wrote: what is adopted is what one sees
    else onRefresh();
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
          <Button variant="primary" busy={adopt.busy} onClick={() => void go()}>
            {texts.go}
          </Button>
        </>
      }
    >
      <div className="v-plan__form">
        <p>{texts.body}</p>
        <ActProblems act={adopt} but={["place", "on"]} />
        <TextField
          label={texts.place}
          value={place}
          maxLength={PLAN_LIMITS.place}
          problem={adopt.problemAt("place")}
          onChange={setPlace}
        />
        <DateField label={texts.on} value={on} max={today} problem={adopt.problemAt("on")} onChange={setOn} />
        <Chips
          label={texts.by}
          value={by}
          options={PLAN_ADOPTERS.map((value) => ({ value, label: texts[value] }))}
          onChange={setBy}
        />
      </div>
    </Dialog>
  );
}
