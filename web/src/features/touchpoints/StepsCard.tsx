import type { LocalizedText } from "@varde/domain";
import { localized, useLanguage, useTexts } from "../../texts";
import { Card, Checkbox } from "../../ui";

export type StepData = { key: string; text: LocalizedText };

/** The checklist. Without `onTick` it is only shown. */
export function StepsCard({
  steps,
  done,
  onTick,
}: {
  steps: readonly StepData[];
  done: readonly string[];
  onTick?: ((key: string, done: boolean) => void) | undefined;
}) {
  const texts = useTexts().touchpoints.task;
  const { language } = useLanguage();
  if (steps.length === 0) return null;
  const ticked = steps.filter(({ key }) => done.includes(key)).length;
  return (
    <Card title={texts.steps} aside={texts.stepsDone(ticked, steps.length)}>
      <div className="v-steps">
        {steps.map(({ key, text }) => (
          <div key={key} data-part={`steps.${key}`}>
            <Checkbox
              label={localized(text, language)}
              checked={done.includes(key)}
              disabled={!onTick}
              onChange={(value) => onTick?.(key, value)}
            />
          </div>
        ))}
      </div>
    </Card>
  );
}
