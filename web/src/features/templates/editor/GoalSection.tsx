import { useAllTexts } from "../../../texts";
import { Card, Checkbox, Chips } from "../../../ui";
import { DONE_BY, LOCKABLE } from "@varde/domain";
import { orNull } from "./definition";
import { useEditor, useProblemAt } from "./EditorContext";
import { LocalizedField, NumberField } from "./fields";
import { TellingWords } from "./TextNotes";

/** Name, purpose, who does it and how long it takes. */
export function GoalSection() {
  const { definition, change, language } = useEditor();
  const texts = useAllTexts().templates;
  const words = texts.editor.goal;
  const notForEach = useProblemAt("doneBy", false);
  return (
    <Card title={texts.sections.goal}>
      <LocalizedField
        path="name"
        label={words.name}
        value={definition.name}
        onChange={(name) => change((d) => ({ ...d, name }))}
      />
      <TellingWords text={definition.name[language] ?? ""} />
      <LocalizedField
        long
        path="purpose"
        label={words.purpose}
        help={words.purposeHelp}
        value={definition.purpose}
        onChange={(purpose) => change((d) => ({ ...d, purpose }))}
      />
      <LocalizedField
        optional
        path="responsible"
        label={words.responsible}
        value={definition.responsible}
        onChange={(responsible) => change((d) => ({ ...d, responsible: orNull(responsible) }))}
      />
      <NumberField
        optional
        path="minutes"
        label={words.minutes}
        help={words.minutesHelp}
        value={definition.minutes}
        onChange={(minutes) => change((d) => ({ ...d, minutes: minutes === null ? null : Math.max(0, minutes) }))}
      />
      <div data-path="doneBy">
        <Chips
          label={words.doneBy}
          help={words.doneByHelp}
          value={definition.doneBy ?? "ONE"}
          options={DONE_BY.map((one) => ({ value: one, label: texts.doneBy[one] }))}
          onChange={(doneBy) => change((d) => ({ ...d, doneBy: doneBy === "ONE" ? null : doneBy }))}
          problem={notForEach}
        />
      </div>
    </Card>
  );
}

/** What a chapter may not adapt. */
export function LocksSection() {
  const { definition, change } = useEditor();
  const texts = useAllTexts().templates;
  const { locks: lead } = useAllTexts().editor;
  return (
    <Card title={texts.sections.locks} lead={lead}>
      {LOCKABLE.map((lock) => (
        <Checkbox
          key={lock}
          label={texts.lockables[lock]}
          checked={definition.locks.includes(lock)}
          onChange={(on) =>
            change((d) => ({ ...d, locks: LOCKABLE.filter((one) => (one === lock ? on : d.locks.includes(one))) }))
          }
        />
      ))}
    </Card>
  );
}
