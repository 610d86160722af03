import { addDays, CLOSING_OUTCOMES } from "@varde/domain";
import type { ContactOutcome } from "@varde/domain";
import { useState } from "react";
import { useFormat } from "../../app/format";
import { useTexts } from "../../texts";
import { Alert, Button, Chips, DateField, Dock, RadioCards } from "../../ui";
import { CalendarIcon, CheckmarkIcon, XMarkIcon, type IconType } from "../../ui/icons";
import { ActionAlert } from "./ActionAlert";
import { AnswerList } from "./AnswerList";
import { ReportFields } from "./ReportFields";
import type { Values } from "./report-values";
import type { Draft } from "./useDraft";
import type { Report } from "./useReport";
import type { Task } from "./useTask";

const USUAL: readonly [ContactOutcome, IconType][] = [
  ["REACHED", CheckmarkIcon],
  ["NO_ANSWER", XMarkIcon],
  ["LATER", CalendarIcon],
];
const OTHER: readonly ContactOutcome[] = ["WRONG_NUMBER", "MOVED", "DECLINES_CONTACT"];

type Props = {
  task: Task;
  /** held by the page, so that what it says outlives the dock when somebody else was first */
  report: Report;
  draft: Draft;
  /** waits for ticks under way, and gives the rev to send on */
  latestRev: () => Promise<number>;
  onSettled: () => void;
  correcting: boolean;
  onCorrected: () => void;
};

/** «Hvordan gikk det?» at the thumb: the outcome, then what is asked, then done. */
export function OutcomeDock({ task, report, draft, latestRev, onSettled, correcting, onCorrected }: Props) {
  const texts = useTexts().touchpoints;
  const format = useFormat();
  const [outcome, setOutcome] = useState<ContactOutcome | null>(correcting ? task.touchpoint.outcome : null);
  const [others, setOthers] = useState(outcome !== null && OTHER.includes(outcome));
  const [laterOn, setLaterOn] = useState<string | null>(null);
  const [noted, setNoted] = useState<string | null>(null);
  const values: Values = draft.values ?? task.answers;
  const action = correcting ? report.correct : report.submit;
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

  async function send(): Promise<void> {
    if (!outcome) return;
    if (correcting) {
      if (await report.saveCorrection(values, outcome)) {
        draft.forget();
        onCorrected();
      }
      return;
    }
    const reached = outcome === "REACHED" ? values : {};
    const closed = await report.send(
      await latestRev(),
      reached,
      { outcome, laterOn: outcome === "LATER" ? laterOn : null },
      draft.forget,
      () => draft.keep(values),
    );
    if (closed === false && (outcome === "NO_ANSWER" || outcome === "LATER" || outcome === "MOVED")) {
      setNoted(texts.task.noted[outcome]);
      setOutcome(null);
    }
    if (closed !== true) onSettled();
  }

  const outcomes = (
    <RadioCards
      layout="row"
      label={texts.task.howDidItGo}
      hideLabel
      value={outcome}
      onChange={(value) => {
        setOutcome(value);
        setNoted(null);
        action.reset();
      }}
      options={options}
      problem={action.problemAt("outcome")}
    />
  );
  const heading = (
    <div className="v-outcome__head">
      <h2>{correcting ? texts.task.correct : texts.task.howDidItGo}</h2>
      <Button variant="plain" aria-expanded={others} onClick={() => setOthers(!others)}>
        {others ? texts.task.fewer : texts.task.something}
      </Button>
    </div>
  );
  const closing = outcome !== null && CLOSING_OUTCOMES.includes(outcome);
  const ready = outcome !== null && (outcome !== "LATER" || laterOn !== null);
  return (
    <Dock
      backTo="/oppgaver"
      backLabel={texts.task.back}
      action={
        outcome ? (
          <Button variant="primary" busy={report.busy} disabled={!ready} onClick={() => void send()}>
            {correcting ? texts.report.saveCorrection : closing ? texts.task.done : texts.task.note}
          </Button>
        ) : (
          <div className="v-outcome__row">{outcomes}</div>
        )
      }
    >
      {heading}
      {noted && <Alert tone="success" live title={noted} />}
      {outcome && outcomes}
      {outcome && texts.task.outcomeNotes[outcome] && (
        <p className="v-outcome__note">{texts.task.outcomeNotes[outcome]}</p>
      )}
      {outcome === "REACHED" && task.fields.length > 0 && (
        <>
          <ReportFields
            bare
            fields={task.fields}
            values={values}
            onChange={(key, value) => draft.keep({ ...values, [key]: value })}
            problemAt={(key) => action.problemAt(`answers.${key}`)}
          />
          <p className="v-outcome__note">{texts.task.privacy}</p>
        </>
      )}
      {outcome === "LATER" && (
        <LaterField
          today={format.today()}
          value={laterOn}
          onChange={setLaterOn}
          problem={action.problemAt("laterOn")}
        />
      )}
      <ActionAlert error={action.error} problems={action.problems}>
        {outcome === "REACHED" && <AnswerList fields={task.fields} values={values} />}
      </ActionAlert>
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
