import { useState } from "react";
import {
  BURDEN_WARNING_SECONDS,
  burdenSeconds,
  FIELD_SECONDS,
  isAboutMember,
  MAX_REPORT_FIELDS,
  measuredBurden,
  OUTCOME_SECONDS,
  PERIOD_KINDS,
  type PeriodReport,
  type ReportField,
} from "@varde/domain";
import { useFormat } from "../../../app/format";
import { localized, useAllTexts } from "../../../texts";
import { Alert, Button, Card, Chips, FieldRow, MinuteBar, Tag } from "../../../ui";
import {
  CheckmarkIcon,
  ChevronDownIcon,
  ChevronUpIcon,
  ExclamationmarkTriangleIcon,
  PadlockLockedIcon,
  PlusIcon,
  TrashIcon,
} from "../../../ui/icons";
import { newKey } from "./definition";
import { useEditor, useWriting } from "./EditorContext";
import { FieldEditor } from "./FieldEditor";
import { NumberField } from "./fields";
import { ItemList } from "./ItemList";

/** The questions, with what they cost the one who answers. */
export function ReportSection() {
  const { definition, change, language, earlier, measured } = useEditor();
  const texts = useAllTexts().templates;
  const { frozen } = useAllTexts().editor;
  const words = texts.editor.report;
  const format = useFormat();
  const { reportFields } = definition;
  const aboutMember = isAboutMember(definition.trigger);
  return (
    <Card title={texts.sections.report} aside={words.count(reportFields.length, MAX_REPORT_FIELDS)}>
      <BurdenBar measured={measured ?? null} />
      <h3>{words.whenClosed}</h3>
      {aboutMember && (
        <div className="v-item v-item--fixed">
          <PadlockLockedIcon aria-hidden fontSize="1.25rem" />
          <span className="v-item__text">
            <span className="v-item__name">{words.outcome}</span>
            <span className="v-item__meta">{words.outcomeHelp}</span>
          </span>
          <span className="v-item__aside">{format.seconds(OUTCOME_SECONDS)}</span>
        </div>
      )}
      <ItemList
        path="reportFields"
        items={reportFields}
        onChange={(fields) => change((d) => ({ ...d, reportFields: fields }))}
        name={(field) => localized(field.label, language) || words.untitled}
        Meta={FieldMeta}
        Aside={FieldSeconds}
        removeNote={({ key }) => (earlier.has(key) ? frozen.remove : undefined)}
        empty={words.empty}
        addLabel={words.add}
        full={words.full}
        onAdd={
          reportFields.length >= MAX_REPORT_FIELDS
            ? null
            : (): ReportField => ({ key: newKey("q"), type: "YES_NO", label: { nb: "" }, required: true })
        }
        renderEditor={(field, path, set) => (
          <FieldEditor field={field} path={path} aboutMember={aboutMember} onChange={set} />
        )}
      />
      {definition.periodReport && <h3>{texts.periods[definition.periodReport.period].once}</h3>}
      {(aboutMember || definition.periodReport) && <PeriodQuestion report={definition.periodReport ?? null} />}
    </Card>
  );
}

type Measured = { n: number; medianSeconds: number };

/** Seconds for the one who answers: each time, and once a period; measured once enough have answered, else estimated. */
function BurdenBar({ measured }: { measured: Measured | null }) {
  const { definition } = useEditor();
  const texts = useAllTexts().templates;
  const words = texts.editor.report;
  const own = useAllTexts().editor.burden;
  const estimate = burdenSeconds(definition);
  const each = measuredBurden(estimate.perReport, measured);
  const total = each.seconds + estimate.perPeriod;
  const over = total > BURDEN_WARNING_SECONDS;
  const period = definition.periodReport?.period;
  return (
    <div className="v-burden">
      <p className="v-burden__line">
        <span>
          <strong>{words.seconds(total)}</strong> {words.forWhom}
        </span>
        <Tag tone={over ? "attention" : "good"}>
          {over ? <ExclamationmarkTriangleIcon aria-hidden /> : <CheckmarkIcon aria-hidden />}
          {over ? words.over : words.within}
        </Tag>
      </p>
      <MinuteBar
        parts={[
          { key: "report", seconds: each.seconds },
          { key: "period", seconds: estimate.perPeriod },
        ]}
      />
      <p className="v-item__meta">
        {period &&
          `${words.each(each.seconds)} + ${words.eachPeriod(estimate.perPeriod, texts.periods[period].once)}. `}
        {each.measured ? own.measured(each.n) : own.estimated}
      </p>
      {over && <Alert tone="warn">{own.over}</Alert>}
    </div>
  );
}

function FieldSeconds({ item }: { item: ReportField }) {
  return useFormat().seconds(FIELD_SECONDS[item.type]);
}

function FieldMeta({ item: field }: { item: ReportField }) {
  const language = useWriting();
  const texts = useAllTexts().templates;
  const options = (field.options ?? []).map((option) => localized(option.label, language)).join(" · ");
  const length = field.type === "TEXT" ? texts.editor.report.characters(field.maxLength ?? 500) : "";
  return (
    <>
      <strong>{texts.fieldTypes[field.type]}</strong> {options || length}
    </>
  );
}

function PeriodQuestion({ report }: { report: PeriodReport | null }) {
  const { change, language, earlier } = useEditor();
  const { frozen } = useAllTexts().editor;
  const texts = useAllTexts().templates;
  const words = texts.editor.report;
  const format = useFormat();
  const [open, setOpen] = useState(false);
  const set = (periodReport: PeriodReport | null): void => change((d) => ({ ...d, periodReport }));
  if (!report) {
    return (
      <button
        type="button"
        className="v-items__add"
        onClick={() => {
          setOpen(true);
          set({
            period: "QUARTER",
            field: { key: newKey("q"), type: "TEXT", label: { nb: "" }, required: false, maxLength: 300 },
            dueAfterDays: 14,
            missAfterDays: 14,
          });
        }}
      >
        <PlusIcon aria-hidden fontSize="1.25rem" />
        {words.addPeriod}
      </button>
    );
  }
  const Chevron = open ? ChevronUpIcon : ChevronDownIcon;
  return (
    <div className="v-item" data-path="periodReport" data-open={open ? "" : undefined}>
      <button type="button" className="v-item__head" aria-expanded={open} onClick={() => setOpen(!open)}>
        <span className="v-item__text">
          <span className="v-item__name">{localized(report.field.label, language) || words.untitled}</span>
          <span className="v-item__meta">
            <FieldMeta item={report.field} />
          </span>
        </span>
        <span className="v-item__aside">{format.seconds(FIELD_SECONDS[report.field.type])}</span>
        <Chevron aria-hidden fontSize="1.25rem" />
      </button>
      {open && (
        <div className="v-item__body">
          <p className="v-item__meta">{words.periodLead}</p>
          <Chips
            label={words.periodKind}
            value={report.period}
            options={PERIOD_KINDS.map((period) => ({ value: period, label: texts.periods[period].every }))}
            onChange={(period) => set({ ...report, period })}
          />
          <FieldEditor
            periodic
            field={report.field}
            path="periodReport.field"
            aboutMember={false}
            onChange={(field) => set({ ...report, field })}
          />
          <FieldRow>
            <NumberField
              path="periodReport.dueAfterDays"
              label={words.due}
              value={report.dueAfterDays}
              onChange={(days) => days !== null && set({ ...report, dueAfterDays: days })}
            />
            <NumberField
              path="periodReport.missAfterDays"
              label={words.miss}
              value={report.missAfterDays}
              onChange={(days) => days !== null && set({ ...report, missAfterDays: days })}
            />
          </FieldRow>
          {earlier.has(report.field.key) && <p className="v-item__meta">{frozen.remove}</p>}
          <div className="v-item__actions">
            <Button variant="plain" icon={TrashIcon} onClick={() => set(null)}>
              {texts.editor.remove}
            </Button>
          </div>
        </div>
      )}
    </div>
  );
}
