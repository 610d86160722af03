import { lazy, Suspense, useEffect, useState } from "react";
import { onStepUpAsked } from "../../app/step-up";

const StepUpDialog = lazy(() => import("./StepUpDialog"));

/** Waits until an act wants to see the second factor again, and then asks for it over the page. */
export function StepUp() {
  const [answers, setAnswers] = useState<readonly ((given: boolean) => void)[]>([]);
  useEffect(() => onStepUpAsked((answer) => setAnswers((waiting) => [...waiting, answer])), []);
  if (answers.length === 0) return null;
  const close = (given: boolean): void => {
    setAnswers([]);
    for (const answer of answers) answer(given);
  };
  return (
    <Suspense fallback={null}>
      <StepUpDialog onClose={close} />
    </Suspense>
  );
}
