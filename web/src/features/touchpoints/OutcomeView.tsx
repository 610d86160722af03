import { addDays, CLOSING_OUTCOMES } from "@varde/domain";
import type { ContactOutcome, ReportField } from "@varde/domain";
import { useState, type ReactNode } from "react";
import { useFormat } from "../../app/format";
import { useTexts } from "../../texts";
import { Alert, Button, Chips, DateField, Dock, RadioCards } from "../../ui";
import { CalendarIcon, CheckmarkIcon, XMarkIcon, type IconType } from "../../ui/icons";
import { ReportFields } from "./ReportFields";
import type { Values } from "./report-values";

const USUAL: readonly [ContactOutcome, IconType][] = [
  ["REACHED", CheckmarkIcon],
  ["NO_ANSWER", XMarkIcon],
  ["LATER", CalendarIcon],
];
const OTHER: readonly ContactOutcome[] = ["WRONG_NUMBER", "MOVED", "DECLINES_CONTACT"];

export type OutcomeViewProps = {
  fields: readonly ReportField[];
  values: Values;
  onValues: (values: Values) => void;
  outcome: ContactOutcome | null;
  onOutcome: (outcome: ContactOutcome) => void;
  laterOn: string | null;
  onLaterOn: (day: string | null) => void;
  correcting: boolean;
  busy: boolean;
  onSend: () => void;
  problemAt?: (path: string) => string | undefined;
  /** said when it was noted and stays open */
  noted?: string | null;
  /** what came in the way */
  children?: ReactNode;
};

/** «Hvordan gikk det?» at the thumb, as it looks: the outcome, then what is asked, then done. */
export function OutcomeView(props: OutcomeViewProps) {
  const { fields, values, onValues, outcome, onOutcome, laterOn, onLaterOn, correcting, problemAt, noted } = props;
  const texts = useTexts().touchpoints;
  const format = useFormat();
  const [others, setOthers] = useState(outcome !== null && OTHER.includes(outcome));
  const allowed = (one: ContactOutcome): boolean => !correcting || CLOSING_OUTCOMES.includes(one);
  const options = [
    ...USUAL.filter(([value]) => allowed(value)).map(([value, icon]) => ({
      value,
      label: texts.task.outcomes[value],
      icon,
    })),
    ...(others
      ? OTHER.filter(allowed).map((value) => ({ value, label: texts.task.outcomes[value], icon: XMarkIcon }))
      : []),
  ];
  const outcomes = (
    <RadioCards
      layout="row"
      label={texts.task.howDidItGo}
      hideLabel
      value={outcome}
      onChange={onOutcome}
      options={options}
      problem={problemAt?.("outcome")}
    />
  );
  const closing = outcome !== null && CLOSING_OUTCOMES.includes(outcome);
  const ready = outcome !== null && (outcome !== "LATER" || laterOn !== null);
  return (
    <Dock
      backTo="/oppgaver"
      backLabel={texts.task.back}
      action={
        outcome ? (
          <Button variant="primary" busy={props.busy} disabled={!ready} onClick={props.onSend}>
            {correcting ? texts.report.saveCorrection : closing ? texts.task.done : texts.task.note}
          </Button>
        ) : (
          <div className="v-outcome__row">{outcomes}</div>
        )
      }
    >
      <div className="v-outcome__head">
        <h2>{correcting ? texts.task.correct : texts.task.howDidItGo}</h2>
        <Button variant="plain" aria-expanded={others} onClick={() => setOthers(!others)}>
          {others ? texts.task.fewer : texts.task.something}
        </Button>
      </div>
      {noted && <Alert tone="success" live title={noted} />}
      {outcome && outcomes}
      {outcome && texts.task.outcomeNotes[outcome] && (
        <p className="v-outcome__note">{texts.task.outcomeNotes[outcome]}</p>
      )}
      {outcome === "REACHED" && fields.length > 0 && (
        <>
          <ReportFields
            bare
            fields={fields}
            values={values}
            onChange={(key, value) => onValues({ ...values, [key]: value })}
            problemAt={(key) => problemAt?.(`answers.${key}`)}
          />
          <p className="v-outcome__note">{texts.task.privacy}</p>
        </>
      )}
      {outcome === "LATER" && (
        <LaterField today={format.today()} value={laterOn} onChange={onLaterOn} problem={problemAt?.("laterOn")} />
      )}
      {props.children}
    </Dock>
  );
}

type LaterProps = {
  today: string;
  value: string | null;
  onChange: (day: string | null) => void;
  problem: string | undefined;
};

function LaterField({ today, value, onChange, problem }: LaterProps) {
  const texts = useTexts().touchpoints.task;
  const days = { tomorrow: addDays(today, 1), days: addDays(today, 3), week: addDays(today, 7) };
  const [other, setOther] = useState(false);
  const chosen = other
    ? "other"
    : ((Object.keys(days) as (keyof typeof days)[]).find((key) => days[key] === value) ?? null);
  return (
    <>
      <Chips
        label={texts.when}
        value={chosen}
        onChange={(option) => {
          setOther(option === "other");
          onChange(option === "other" ? null : days[option]);
        }}
        options={(["tomorrow", "days", "week", "other"] as const).map((option) => ({
          value: option,
          label: texts.whenOptions[option],
        }))}
        problem={problem}
      />
      {other && (
        <DateField
          label={texts.whichDay}
          value={value ?? ""}
          min={days.tomorrow}
          max={addDays(today, 90)}
          onChange={(day) => onChange(day || null)}
        />
      )}
    </>
  );
}
