import { addDays, addMonths, memberOccurrences, occurrencesBetween, type Schedule } from "@varde/domain";
import { useFormat } from "../../../app/format";
import { useAllTexts } from "../../../texts";
import { Card, Checkbox, FieldRow } from "../../../ui";
import { useEditor } from "./EditorContext";
import { NumberField } from "./fields";

/** The three dates, and what they would be if it began today. */
export function ScheduleSection() {
  const { definition, change } = useEditor();
  const texts = useAllTexts().templates;
  const words = texts.editor.schedule;
  const { schedule, trigger } = definition;
  const set = (over: Partial<Schedule>): void => change((d) => ({ ...d, schedule: { ...d.schedule, ...over } }));
  const number = (key: "opensAfterDays" | "dueAfterDays" | "missAfterDays", label: string) => (
    <NumberField
      path={`schedule.${key}`}
      label={label}
      value={schedule[key]}
      onChange={(days) => days !== null && set({ [key]: days })}
    />
  );
  const explained =
    trigger.kind === "PERIOD"
      ? words.fromPeriod
      : trigger.kind === "CALENDAR"
        ? words.fromCalendar
        : trigger.kind === "MANUAL"
          ? words.fromStart
          : words.fromEvent;
  return (
    <Card title={texts.sections.schedule} lead={explained}>
      <FieldRow>
        {trigger.kind !== "CALENDAR" && number("opensAfterDays", words.opens)}
        {trigger.kind !== "CALENDAR" && number("dueAfterDays", words.due)}
        {number("missAfterDays", words.miss)}
      </FieldRow>
      <Checkbox label={words.late} checked={schedule.lateAllowed} onChange={(lateAllowed) => set({ lateAllowed })} />
      <Example />
    </Card>
  );
}

function Example() {
  const { definition } = useEditor();
  const words = useAllTexts().templates.editor.schedule;
  const format = useFormat();
  const today = format.today();
  const isDated = definition.trigger.kind === "PERIOD" || definition.trigger.kind === "CALENDAR";
  // a draft may hold a day that is none; the check says so
  const valid = (definition.trigger.dates ?? []).every(({ opens, due }) => isDay(opens) && isDay(due));
  if (!valid) return null;
  const found = isDated
    ? occurrencesBetween(definition, today, addDays(addMonths(today, 12), -1))
    : memberOccurrences(definition, today);
  if (found.length === 0) return null;
  return (
    <div className="v-example">
      <h3>{words.example}</h3>
      <ul>
        {found.slice(0, 3).map((one) => (
          <li key={one.occurrence}>
            {words.exampleRow(format.date(one.opensOn), format.date(one.dueOn), format.date(one.missOn))}
          </li>
        ))}
      </ul>
    </div>
  );
}

const isDay = (value: string): boolean => {
  const [month = 0, day = 0] = value.split("-").map(Number);
  return month >= 1 && month <= 12 && day >= 1 && day <= new Date(Date.UTC(2024, month, 0)).getUTCDate();
};
