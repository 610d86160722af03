import { MAX_ADDED_STEPS, mayAdapt } from "@varde/domain";
import type { Step } from "@varde/domain";
import { newId } from "../../app/ids";
import { localized, useTexts } from "../../texts";
import { Button, Card, Checkbox, Row, Rows, TextArea } from "../../ui";
import { PlusIcon } from "../../ui/icons";
import { LockedNote } from "./LockedNote";
import {
  addStep,
  mayAddStep,
  omitStep,
  removeAdded,
  resetStep,
  stepWords,
  writeAdded,
  writeStep,
} from "./overlay-form";
import type { SectionProps } from "./section";

/** The steps: in own words, left out, or added. */
export function StepsSection(props: SectionProps) {
  const { definition, overlay, language, onChange, problemAt, readOnly } = props;
  const texts = useTexts().adaptations.steps;
  const open = mayAdapt(definition, "STEPS") && !readOnly;
  if (!open) {
    return (
      <Card title={texts.title}>
        {!mayAdapt(definition, "STEPS") && <LockedNote>{texts.locked}</LockedNote>}
        <ol className="v-adapt-list">
          {definition.steps.map(({ key, text }) => (
            <li key={key}>{localized(text, language)}</li>
          ))}
        </ol>
      </Card>
    );
  }
  return (
    <Card title={texts.title}>
      <Rows>
        {definition.steps.map((step, index) => (
          <Row key={step.key}>
            <StepFields {...props} step={step} number={index + 1} />
          </Row>
        ))}
        {overlay.added.map(({ key, text }, index) => (
          <Row key={key}>
            <TextArea
              rows={2}
              label={texts.added(index + 1)}
              value={text[language] ?? ""}
              problem={
                problemAt(`added.${key}.${language}`) ?? problemAt(`added.${key}.nb`) ?? problemAt(`added.${key}`)
              }
              onChange={(words) => onChange(writeAdded(overlay, key, language, words))}
            />
            <Button variant="plain" onClick={() => onChange(removeAdded(overlay, key))}>
              {texts.remove(index + 1)}
            </Button>
          </Row>
        ))}
      </Rows>
      {mayAddStep(overlay) ? (
        <div>
          <Button variant="secondary" icon={PlusIcon} onClick={() => onChange(addStep(overlay, newId()))}>
            {texts.add}
          </Button>
        </div>
      ) : (
        <p className="v-adapt-note">{texts.most(MAX_ADDED_STEPS)}</p>
      )}
    </Card>
  );
}

function StepFields({ step, number, ...props }: SectionProps & { step: Step; number: number }) {
  const { overlay, language, onChange, problemAt } = props;
  const texts = useTexts().adaptations.steps;
  const { key } = step;
  const omitted = overlay.omitted.includes(key);
  const words = stepWords(overlay, step, language);
  const national = localized(step.text, language);
  const own = overlay.steps.some((one) => one.key === key) && words.trim() !== (step.text[language] ?? "").trim();
  return (
    <div className="v-adapt-step">
      {omitted ? (
        <p className="v-adapt-gone">
          <del>{national}</del>
        </p>
      ) : (
        <TextArea
          rows={2}
          label={texts.own(number)}
          value={words}
          problem={problemAt(`steps.${key}.${language}`) ?? problemAt(`steps.${key}`)}
          onChange={(value) => onChange(writeStep(overlay, key, language, value))}
        />
      )}
      {own && !omitted && (
        <p className="v-adapt-national">
          <strong>{texts.national}</strong> {national}{" "}
          <Button variant="plain" onClick={() => onChange(resetStep(overlay, key))}>
            {texts.reset}
          </Button>
        </p>
      )}
      <Checkbox
        label={texts.omit(number)}
        checked={omitted}
        onChange={(omit) => onChange(omitStep(overlay, key, omit))}
      />
    </div>
  );
}
