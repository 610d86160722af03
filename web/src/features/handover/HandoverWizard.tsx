import { useRef, useState } from "react";
import { readFragment } from "../../../../graphql/generated";
import {
  CompleteHandoverDocument,
  DiscardHandoverDocument,
  HandoverPage_HandoverFragmentDoc,
  SaveHandoverDocument,
} from "../../../../graphql/generated/graphql";
import { useFormat } from "../../app/format";
import { newId } from "../../app/ids";
import { useAction } from "../../app/useAction";
import { Alert, Button, Card, DateField, ErrorState, Form, FormActions, Progress } from "../../ui";
import { EndsStep } from "./EndsStep";
import { ListStep } from "./ListStep";
import { inputOf, planOf, suggestedEnds, suggestedGives, type Handover, type Plan, type View } from "./plan";
import { ReviewStep } from "./ReviewStep";
import { TasksStep } from "./TasksStep";
import { useHandoverTexts } from "./words";

const STEPS = ["day", "list", "ends", "tasks", "review"] as const;

type WizardProps = {
  view: View;
  draft: Handover | null;
  /** what is shown may be old: read it anew */
  onReload: () => void;
  onDone: (handover: Handover) => void;
};

/** The steps, one thing on each. Every «next» saves the draft, so that one can go on another day, or on another phone. */
export function HandoverWizard({ view, draft, onReload, onDone }: WizardProps) {
  const texts = useHandoverTexts();
  const format = useFormat();
  const today = format.today();
  const save = useAction(SaveHandoverDocument);
  const complete = useAction(CompleteHandoverDocument);
  const discard = useAction(DiscardHandoverDocument);
  const [kept, setKept] = useState(draft);
  const [plan, setPlan] = useState<Plan>(() => planOf(draft, today));
  const [at, setAt] = useState(0);
  const newDraft = useRef(newId());
  const heading = useRef<HTMLDivElement>(null);
  const step = STEPS[at]!;

  /** Keeps the plan and answers with what the server made of it; null when it did not. */
  async function keep(next: Plan): Promise<Handover | null> {
    const done = await save.run({
      chapterId: view.chapterId,
      id: kept?.id ?? newDraft.current,
      rev: kept?.rev ?? null,
      ...inputOf(next),
    });
    const handover = readFragment(HandoverPage_HandoverFragmentDoc, done?.saveHandover.handover ?? null);
    if (handover) setKept(handover);
    return handover;
  }
  function show(to: number): void {
    setAt(to);
    heading.current?.focus();
  }
  async function next(): Promise<void> {
    const handover = await keep(plan);
    if (!handover) return;
    if (step === "list") {
      const { lines } = handover;
      const bad = plan.list.trim() !== "" && (lines.length === 0 || lines.some((line) => line.problem !== null));
      // a new list is looked over first, and what follows from it is suggested
      if (plan.list !== (kept?.list ?? "")) {
        const ends = suggestedEnds(view, lines, plan.heldOn, today);
        if (!bad) setPlan({ ...plan, ends, gives: suggestedGives(view, lines) });
        if (plan.list.trim() !== "") return;
      }
      if (bad) return;
    }
    show(at + 1);
  }
  async function act(): Promise<void> {
    if (!kept) return;
    const done = await complete.run({ id: kept.id, rev: kept.rev });
    const handover = readFragment(HandoverPage_HandoverFragmentDoc, done?.completeHandover.handover ?? null);
    if (handover) onDone(handover);
  }
  async function throwAway(): Promise<void> {
    if (kept && (await discard.run({ id: kept.id, rev: kept.rev }))) onReload();
  }
  const lines = kept?.lines ?? [];
  const said = [...save.otherProblems(["heldOn", "list"]), ...complete.otherProblems(), ...discard.otherProblems()];
  const error = save.error ?? complete.error ?? discard.error;
  return (
    <Card title={texts[step].title}>
      <div ref={heading} tabIndex={-1} className="v-handover">
        <Progress done={at + 1} of={STEPS.length} label={texts.step(at + 1, STEPS.length)} />
        <Form onSubmit={() => void (step === "review" ? act() : next())} problems={said}>
          {step === "day" && (
            <>
              <DateField
                label={texts.day.label}
                help={texts.day.help}
                value={plan.heldOn}
                onChange={(heldOn) => setPlan({ ...plan, heldOn })}
                problem={save.problemAt("heldOn")}
              />
              <p>{texts.day.lasts(format.date(`${Number(plan.heldOn.slice(0, 4)) + 1}-03-31`))}</p>
            </>
          )}
          {step === "list" && (
            <ListStep
              list={plan.list}
              lines={plan.list === kept?.list ? lines : null}
              problem={save.problemAt("list")}
              onChange={(list) => setPlan({ ...plan, list })}
            />
          )}
          {step === "ends" && <EndsStep view={view} plan={plan} today={today} onChange={setPlan} />}
          {step === "tasks" && <TasksStep view={view} lines={lines} plan={plan} onChange={setPlan} />}
          {step === "review" && <ReviewStep view={view} lines={lines} plan={plan} today={today} />}
          {error && <ErrorState code={error.code} requestId={error.requestId} />}
          {said.length > 0 && (
            <Alert tone="info" action={<Button onClick={onReload}>{texts.reload}</Button>}>
              {texts.lead}
            </Alert>
          )}
          <FormActions>
            {at > 0 && <Button onClick={() => show(at - 1)}>{texts.back}</Button>}
            {step !== "review" && (
              <Button variant="primary" type="submit" busy={save.busy}>
                {step === "list" && plan.list !== kept?.list && plan.list.trim() !== "" ? texts.list.look : texts.next}
              </Button>
            )}
            {step === "review" && plan.heldOn <= today && (
              <Button variant="primary" type="submit" busy={complete.busy}>
                {texts.review.act}
              </Button>
            )}
          </FormActions>
          {step === "review" && kept && (
            <Button variant="quiet" busy={discard.busy} onClick={() => void throwAway()}>
              {texts.review.discard}
            </Button>
          )}
        </Form>
      </div>
    </Card>
  );
}
