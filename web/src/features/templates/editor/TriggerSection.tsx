import { useState } from "react";
import {
  MEMBER_TRIGGERS,
  PERIOD_KINDS,
  STAGES,
  TRIGGER_KINDS,
  type CalendarDate,
  type Trigger,
  type TriggerKind,
} from "@varde/domain";
import { localized, useLanguage, useAllTexts } from "../../../texts";
import { Alert, Card, Checkbox, Chips, Select, TextField } from "../../../ui";
import { monthDay } from "../describe";
import { useFormat } from "../../../app/format";
import { newKey } from "./definition";
import { useEditor, useProblemAt } from "./EditorContext";
import { LocalizedField, MonthDayField, NumberField } from "./fields";
import { ItemList } from "./ItemList";

// what one uses now comes first
const KINDS: TriggerKind[] = [
  "PERIOD",
  "CALENDAR",
  "MANUAL",
  ...TRIGGER_KINDS.filter((kind) => !["PERIOD", "CALENDAR", "MANUAL"].includes(kind)),
];
const NEEDS_REGISTER = (kind: TriggerKind): boolean => MEMBER_TRIGGERS.includes(kind) || kind === "AFTER";

/** A trigger of another kind keeps what the kinds share. */
function ofKind(kind: TriggerKind, before: Trigger): Trigger {
  if (kind === "PERIOD") return { kind, period: before.period ?? "QUARTER" };
  if (kind === "CALENDAR") return { kind, dates: before.dates ?? [] };
  if (kind === "MANUAL") return { kind, aboutMember: before.aboutMember ?? false };
  const offsets = before.offsets ?? [0];
  if (kind === "MEMBER_INACTIVE") return { kind, offsets, days: before.days ?? 90 };
  if (kind === "AGE_REACHED") return { kind, offsets, age: before.age ?? 18 };
  if (kind === "AFTER")
    return { kind, offsets, templateKey: before.templateKey ?? "", aboutMember: before.aboutMember ?? false };
  return { kind, offsets };
}

export function TriggerSection() {
  const { definition, change } = useEditor();
  const texts = useAllTexts().templates;
  const words = texts.editor.trigger;
  const { trigger } = definition;
  const set = (over: Partial<Trigger>): void => change((d) => ({ ...d, trigger: { ...d.trigger, ...over } }));
  const problem = useProblemAt("trigger.templateKey", !trigger.templateKey);
  return (
    <Card title={texts.sections.trigger}>
      <div data-path="stage">
        <Chips
          label={words.stage}
          value={definition.stage}
          options={STAGES.map((stage) => ({ value: stage, label: texts.stages[stage] }))}
          onChange={(stage) => change((d) => ({ ...d, stage }))}
        />
      </div>
      <div data-path="trigger.kind">
        <Select
          label={words.kind}
          help={texts.triggers[trigger.kind].help}
          value={trigger.kind}
          options={KINDS.map((kind) => ({ value: kind, label: texts.triggers[kind].name }))}
          onChange={(kind) => change((d) => ({ ...d, trigger: ofKind(kind, d.trigger) }))}
        />
      </div>
      {NEEDS_REGISTER(trigger.kind) && <Alert>{words.register}</Alert>}
      {trigger.kind === "PERIOD" && (
        <div data-path="trigger.period">
          <Chips
            label={words.period}
            value={trigger.period ?? null}
            options={PERIOD_KINDS.map((period) => ({ value: period, label: texts.periods[period].every }))}
            onChange={(period) => set({ period })}
          />
        </div>
      )}
      {trigger.kind === "CALENDAR" && <Dates dates={trigger.dates ?? []} onChange={(dates) => set({ dates })} />}
      {trigger.kind === "MEMBER_INACTIVE" && (
        <NumberField path="trigger.days" label={words.days} value={trigger.days} onChange={(days) => set({ days })} />
      )}
      {trigger.kind === "AGE_REACHED" && (
        <NumberField path="trigger.age" label={words.age} value={trigger.age} onChange={(age) => set({ age })} />
      )}
      {trigger.kind === "AFTER" && (
        <div data-path="trigger.templateKey">
          <TextField
            label={words.after}
            value={trigger.templateKey ?? ""}
            maxLength={40}
            problem={problem}
            onChange={(templateKey) => set({ templateKey: templateKey.trim() })}
          />
        </div>
      )}
      {NEEDS_REGISTER(trigger.kind) && (
        <Offsets offsets={trigger.offsets ?? []} onChange={(offsets) => set({ offsets })} />
      )}
      {(trigger.kind === "AFTER" || trigger.kind === "MANUAL") && (
        <Checkbox
          label={words.aboutMember}
          checked={trigger.aboutMember === true}
          onChange={(aboutMember) => set({ aboutMember })}
        />
      )}
    </Card>
  );
}

function Dates({ dates, onChange }: { dates: readonly CalendarDate[]; onChange: (dates: CalendarDate[]) => void }) {
  const texts = useAllTexts().templates.editor.trigger;
  const { language } = useLanguage();
  const problem = useProblemAt("trigger.dates", dates.length === 0);
  return (
    <div>
      {problem && (
        <p className="v-problem" role="status">
          {problem}
        </p>
      )}
      <ItemList
        path="trigger.dates"
        items={dates}
        onChange={onChange}
        name={(date, index) => localized(date.name, language) || texts.date(index + 1)}
        Meta={DateMeta}
        empty=""
        addLabel={texts.addDate}
        onAdd={() => ({ key: newKey("date"), name: { nb: "" }, opens: "03-01", due: "05-31" })}
        renderEditor={(date, path, set) => (
          <>
            <LocalizedField
              path={`${path}.name`}
              label={texts.dateName}
              help={texts.dateNameHelp}
              value={date.name}
              onChange={(name) => set({ ...date, name })}
            />
            <MonthDayField
              path={`${path}.opens`}
              label={texts.opens}
              value={date.opens}
              onChange={(opens) => set({ ...date, opens })}
            />
            <MonthDayField
              path={`${path}.due`}
              label={texts.due}
              value={date.due}
              onChange={(due) => set({ ...date, due })}
            />
          </>
        )}
      />
    </div>
  );
}

function DateMeta({ item: { opens, due } }: { item: CalendarDate }) {
  const texts = useAllTexts().templates.editor.trigger;
  const format = useFormat();
  return `${texts.opens} ${monthDay(opens, format)} · ${texts.due} ${monthDay(due, format)}`;
}

function Offsets({ offsets, onChange }: { offsets: readonly number[]; onChange: (offsets: number[]) => void }) {
  const texts = useAllTexts().templates.editor.trigger;
  const [written, setWritten] = useState<string | null>(null);
  const problem = useProblemAt("trigger.offsets", offsets.length === 0);
  return (
    <div data-path="trigger.offsets">
      <TextField
        label={texts.offsets}
        help={texts.offsetsHelp}
        problem={problem}
        value={written ?? offsets.join(", ")}
        onBlur={() => setWritten(null)}
        onChange={(text) => {
          setWritten(text);
          const numbers = text.split(/[\s,;/]+/).filter((part) => /^-?\d{1,4}$/.test(part));
          onChange(numbers.map(Number));
        }}
      />
    </div>
  );
}
