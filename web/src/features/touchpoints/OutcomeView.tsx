import { addDays, CLOSING_OUTCOMES, type cooldownDays } from "@varde/domain";
import type { AnswerValue, ContactOutcome, ReportField } from "@varde/domain";
import { useEffect, useRef, useState, type ReactNode } from "react";
import { useFormat } from "../../app/format";
import { localized, useLanguage, useTexts } from "../../texts";
import { Alert, Button, Chips, DateField, Dock, RadioCards } from "../../ui";
import { CalendarIcon, CheckmarkIcon, XMarkIcon, type IconType } from "../../ui/icons";
import { ReportFields } from "./ReportFields";
import { asked, type Values } from "./report-values";

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
  /** the days among which one may choose when it comes back after nobody answered; null when it does not rest */
  rest?: ReturnType<typeof cooldownDays>;
  /** the day chosen; null for the usual one */
  returnsOn?: string | null;
  onReturnsOn?: (day: string) => void;
  correcting: boolean;
  busy: boolean;
  onSend: () => void;
  /** where one question is all that is asked, its answer sends at once */
  onAnswer?: (field: string, answer: AnswerValue) => void;
  problemAt?: (path: string) => string | undefined;
  /** said when it was noted and stays open, with the way on */
  noted?: string | null;
  next?: ReactNode;
  /** what came in the way */
  children?: ReactNode;
};

/** The one question that is all there is to answer, and has two or three answers: they take the place of «Ferdig». */
function onlyQuestion(fields: readonly ReportField[]): ReportField | null {
  const [field, ...more] = asked(fields);
  if (!field?.required || more.length > 0) return null;
  const few = field.type === "CHOICE" && (field.options ?? []).length <= 3;
  return field.type === "YES_NO" || few ? field : null;
}

/** «Hvordan gikk det?» at the thumb, as it looks: the outcome, then what is asked, then done. */
export function OutcomeView(props: OutcomeViewProps) {
  const { fields, values, onValues, outcome, onOutcome, laterOn, onLaterOn, correcting, problemAt, noted } = props;
  const texts = useTexts().touchpoints;
  const { language } = useLanguage();
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
  const head = useRef<HTMLDivElement>(null);
  const chosen = outcome !== null;
  // the choices change place when one is made or noted: the focus comes along, and is taken from nobody
  useEffect(() => {
    if (document.activeElement !== document.body) return;
    const dock = head.current?.parentElement;
    const next = chosen ? dock?.querySelector<HTMLElement>("input[type=radio]:checked") : null;
    if (chosen || noted) (next ?? head.current?.querySelector("h2"))?.focus({ preventScroll: true });
  }, [chosen, noted]);
  const closing = outcome !== null && CLOSING_OUTCOMES.includes(outcome);
  // it says itself what becomes of it
  const rests = outcome === "NO_ANSWER" && !!props.rest && !!props.onReturnsOn;
  const only = props.onAnswer && !correcting && outcome === "REACHED" ? onlyQuestion(fields) : null;
  const ready = outcome !== null && (outcome !== "LATER" || laterOn !== null);
  return (
    <Dock
      backTo="/oppgaver"
      backLabel={texts.task.back}
      action={
        only ? (
          <FinishingAnswers
            field={only}
            value={values[only.key] ?? null}
            busy={props.busy}
            onAnswer={(answer) => props.onAnswer?.(only.key, answer)}
          />
        ) : outcome ? (
          <Button variant="primary" busy={props.busy} disabled={!ready} onClick={props.onSend}>
            {correcting ? texts.report.saveCorrection : closing ? texts.task.done : texts.task.note}
          </Button>
        ) : (
          <div className="v-outcome__row">{outcomes}</div>
        )
      }
    >
      <div ref={head} className="v-outcome__head">
        <h2 tabIndex={-1}>{correcting ? texts.task.correct : texts.task.howDidItGo}</h2>
        <Button variant="plain" aria-expanded={others} onClick={() => setOthers(!others)}>
          {others ? texts.task.fewer : texts.task.something}
        </Button>
      </div>
      {noted && <Alert tone="success" live title={noted} action={props.next} />}
      {outcome && outcomes}
      {outcome && texts.task.outcomeNotes[outcome] && !rests && (
        <p className="v-outcome__note">{texts.task.outcomeNotes[outcome]}</p>
      )}
      {rests && props.rest && props.onReturnsOn && (
        <ReturnField
          rest={props.rest}
          today={format.today()}
          value={props.returnsOn ?? props.rest.usual}
          onChange={props.onReturnsOn}
          problem={problemAt?.("returnsOn")}
        />
      )}
      {only && (
        <p className="v-outcome__question" data-part={`reportFields.${only.key}`}>
          <strong id={QUESTION}>{localized(only.label, language)}</strong>
          <span>{texts.task.privacy}</span>
        </p>
      )}
      {!only && outcome === "REACHED" && fields.length > 0 && (
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

const QUESTION = "v-only-question";

type AnswersProps = {
  field: ReportField;
  /** what was answered before it was taken back */
  value: AnswerValue | null;
  busy: boolean;
  onAnswer: (answer: AnswerValue) => void;
};

/** «Ja, ferdig» and «Nei, ferdig»: the answer and the sending in one. */
function FinishingAnswers({ field, value, busy, onAnswer }: AnswersProps) {
  const texts = useTexts();
  const { language } = useLanguage();
  const { yes, no } = texts.ui.form;
  const answers: { value: AnswerValue; label: string }[] =
    field.type === "YES_NO"
      ? [
          { value: true, label: yes },
          { value: false, label: no },
        ]
      : (field.options ?? []).map(({ key, label }) => ({ value: key, label: localized(label, language) }));
  return (
    <div className="v-outcome__answers" role="group" aria-labelledby={QUESTION}>
      {answers.map((answer) => (
        <Button
          key={String(answer.value)}
          variant={answer.value === value ? "primary" : "secondary"}
          busy={busy}
          onClick={() => onAnswer(answer.value)}
        >
          {texts.touchpoints.task.answerAndDone(answer.label)}
        </Button>
      ))}
    </div>
  );
}

type ReturnProps = {
  rest: NonNullable<ReturnType<typeof cooldownDays>>;
  today: string;
  value: string;
  onChange: (day: string) => void;
  problem: string | undefined;
};

/** When it comes back after nobody answered: said, and changed in one tap. Never later than it can be done. */
function ReturnField({ rest, today, value, onChange, problem }: ReturnProps) {
  const texts = useTexts().touchpoints.task;
  const format = useFormat();
  const days = [...new Set([rest.first, rest.usual, addDays(today, 7)])].filter((day) => day <= rest.last);
  return (
    <>
      <p className="v-outcome__note" role="status">
        {texts.comesBack(format.relativeDay(value))}
      </p>
      {days.length > 1 && (
        <Chips
          label={texts.tryAgain}
          value={value}
          onChange={onChange}
          options={days.map((day) => ({
            value: day,
            label: format.sentence(day === addDays(today, 7) ? texts.whenOptions.week : format.relativeDay(day)),
          }))}
          problem={problem}
        />
      )}
    </>
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
