import { useState } from "react";
import { FreezeCoreChoiceDocument } from "../../../../graphql/generated/graphql";
import { useFormat } from "../../app/format";
import { newId } from "../../app/ids";
import { useAction } from "../../app/useAction";
import { localized, useAllTexts, useLanguage } from "../../texts";
import { Alert, Button, Card, Checkbox, Dialog, ErrorState, Form, FormActions, TextArea } from "../../ui";
import type { Candidates } from "./words";

/** The few are chosen, in the order they are ticked, each with why. Too much effort is said before it is done. */
export function FreezeCard({ candidates: { year, size, limitMinutes, candidates } }: { candidates: Candidates }) {
  const texts = useAllTexts().coreChoice;
  const actions = useAllTexts().ui.actions;
  const { language } = useLanguage();
  const format = useFormat();
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [why, setWhy] = useState<Record<string, string>>({});
  const [effortReason, setEffortReason] = useState("");
  const [tell, setTell] = useState(true);
  const [asking, setAsking] = useState(false);
  const [done, setDone] = useState(false);
  const freeze = useAction(FreezeCoreChoiceDocument);
  const templates = candidates.filter(({ idea }) => !idea);
  const picked = chosen.flatMap((id) => templates.filter((one) => one.id === id));
  const sum = picked.reduce((all, { minutes }) => all + (minutes ?? 0), 0);
  const heavy = picked.filter((one) => one.heavy).map(({ name }) => localized(name, language));
  const send = async (): Promise<void> => {
    setAsking(false);
    const input = {
      id: newId(),
      year,
      chosen: chosen.map((templateId) => ({ templateId, why: why[templateId] ?? "" })),
      effortReason: sum > limitMinutes ? effortReason : null,
      tell,
    };
    if (!(await freeze.run(input))) return;
    setDone(true);
    setChosen([]);
  };
  const whyPath = (at: number): string => `chosen.${at}.why`;
  return (
    <Card title={texts.freeze} lead={texts.freezeLead} aside={texts.chosen(chosen.length, size)}>
      {done && (
        <Alert tone="success" live>
          {texts.done(year)}
        </Alert>
      )}
      <Form
        onSubmit={() => setAsking(true)}
        problems={freeze.otherProblems([...chosen.map((_, at) => whyPath(at)), "effortReason"])}
      >
        <fieldset className="v-core__list">
          <legend className="v-hidden">{texts.freeze}</legend>
          {templates.map(({ id, name, quadrant, heavy: much }) => (
            <Checkbox
              key={id}
              label={localized(name, language)}
              help={[texts.quadrants[quadrant], much && texts.heavy].filter(Boolean).join(" · ")}
              checked={chosen.includes(id)}
              disabled={!chosen.includes(id) && chosen.length >= size}
              onChange={() => setChosen(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id])}
            />
          ))}
        </fieldset>
        {picked.map(({ id, name }, at) => (
          <TextArea
            key={id}
            label={texts.why(localized(name, language))}
            rows={2}
            maxLength={300}
            value={why[id] ?? ""}
            onChange={(text) => setWhy({ ...why, [id]: text })}
            problem={freeze.problemAt(whyPath(at))}
          />
        ))}
        {picked.length > 0 && (
          <Alert
            tone={sum > limitMinutes || heavy.length > 0 ? "warn" : "info"}
            {...(sum > limitMinutes && { title: texts.tooHeavy })}
          >
            <p>{texts.sum(format.minutes(sum), format.minutes(limitMinutes))}</p>
            {heavy.length > 0 && <p>{texts.tooHeavyEach(heavy.join(", "))}</p>}
            {picked.some(({ minutes }) => minutes === null) && <p>{texts.sumUnknown}</p>}
          </Alert>
        )}
        {sum > limitMinutes && (
          <TextArea
            label={texts.effortReason}
            rows={2}
            maxLength={300}
            value={effortReason}
            onChange={setEffortReason}
            problem={freeze.problemAt("effortReason")}
          />
        )}
        <Checkbox label={texts.tell} checked={tell} onChange={() => setTell(!tell)} />
        {freeze.error && <ErrorState {...freeze.error} />}
        <FormActions>
          <Button variant="primary" type="submit" busy={freeze.busy} disabled={picked.length === 0}>
            {texts.act(year)}
          </Button>
        </FormActions>
      </Form>
      <Dialog
        open={asking}
        onClose={() => setAsking(false)}
        title={texts.sure(year)}
        actions={
          <>
            <Button variant="quiet" onClick={() => setAsking(false)}>
              {actions.cancel}
            </Button>
            <Button variant="primary" onClick={() => void send()}>
              {texts.act(year)}
            </Button>
          </>
        }
      >
        <p>{texts.sureBody}</p>
      </Dialog>
    </Card>
  );
}
