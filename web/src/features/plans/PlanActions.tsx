import { useState } from "react";
import { DiscardActionPlanDocument, UndoPlanChangeDocument } from "../../../../graphql/generated/graphql";
import { useAction } from "../../app/useAction";
import { useAllTexts } from "../../texts";
import { Button, ButtonLink, Dialog } from "../../ui";
import { ActProblems } from "./ActProblems";
import { AdoptDialog } from "./AdoptDialog";
import { ChangeDialog } from "./ChangeDialog";
import type { Fetched, Plan } from "./plan";

type PlanActionsProps = { plan: Plan; today: string; onHeard: (plan: Fetched) => void; onRefresh: () => void };

/** What can be done with the plan as a whole. */
export function PlanActions({ plan, today, onHeard, onRefresh }: PlanActionsProps) {
  const { plans: texts, planImport } = useAllTexts();
  const [asked, setAsked] = useState<"adopt" | "change" | "undo" | "discard" | null>(null);
  const undo = useAction(UndoPlanChangeDocument);
  const discard = useAction(DiscardActionPlanDocument);
  const close = (): void => setAsked(null);
  const heard = (told: Fetched): void => {
    onHeard(told);
    close();
  };
  const seen = { id: plan.id, rev: plan.rev };
  const takeBack = async (): Promise<void> => {
    const done = await undo.run(seen);
    if (done?.undoPlanChange.plan) heard(done.undoPlanChange.plan);
  };
  const throwAway = async (): Promise<void> => {
    if (await discard.run(seen)) onRefresh();
  };
  const { state } = plan;
  return (
    <div className="v-plan__actions">
      {state === "ADOPTED" ? (
        <Button onClick={() => setAsked("change")}>{texts.change.open}</Button>
      ) : (
        plan.rows.length > 0 && (
          <Button variant="primary" onClick={() => setAsked("adopt")}>
            {texts.adopt.open}
          </Button>
        )
      )}
      {state !== "ADOPTED" && (
        <ButtonLink variant="plain" to={`/handlingsplan/${plan.year}/importer`}>
          {planImport.bring}
        </ButtonLink>
      )}
      {state === "CHANGING" && (
        <Button variant="plain" onClick={() => setAsked("undo")}>
          {texts.change.undo}
        </Button>
      )}
      {state === "DRAFT" && (
        <Button variant="plain" onClick={() => setAsked("discard")}>
          {texts.discard.open}
        </Button>
      )}
      {asked === "adopt" && (
        <AdoptDialog plan={plan} today={today} onHeard={heard} onRefresh={onRefresh} onClose={close} />
      )}
      {asked === "change" && <ChangeDialog plan={plan} onHeard={heard} onClose={close} />}
      <Dialog
        open={asked === "undo"}
        title={texts.change.undoTitle}
        onClose={close}
        actions={
          <>
            <Button onClick={close}>{texts.change.cancel}</Button>
            <Button variant="danger" busy={undo.busy} onClick={() => void takeBack()}>
              {texts.change.undoGo}
            </Button>
          </>
        }
      >
        <p>{texts.change.undoBody}</p>
        <ActProblems act={undo} />
      </Dialog>
      <Dialog
        open={asked === "discard"}
        title={texts.discard.title}
        onClose={close}
        actions={
          <>
            <Button onClick={close}>{texts.discard.cancel}</Button>
            <Button variant="danger" busy={discard.busy} onClick={() => void throwAway()}>
              {texts.discard.go}
            </Button>
          </>
        }
      >
        <p>{texts.discard.body}</p>
        <ActProblems act={discard} />
      </Dialog>
    </div>
  );
}
