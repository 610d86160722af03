import {
  FIELD_SOURCES,
  FIELD_TYPES,
  NUMBER_COUNTS,
  type FieldOption,
  type FieldType,
  type ReportField,
} from "@varde/domain";
import { useAllTexts } from "../../../texts";
import { Button, Checkbox, Chips, FieldRow, Select } from "../../../ui";
import { PadlockLockedIcon, PlusIcon, TrashIcon } from "../../../ui/icons";
import { MoveButtons } from "../MoveButtons";
import { newKey, orNull } from "./definition";
import { useEditor, useProblemAt } from "./EditorContext";
import { LocalizedField, NumberField } from "./fields";
import { DragHandle, movedTo, Sortable, SortableRow } from "./Sorting";

type FieldEditorProps = {
  field: ReportField;
  path: string;
  /** no free text about one person */
  aboutMember: boolean;
  /** the period's question: never computed */
  periodic?: boolean;
  onChange: (field: ReportField) => void;
};

const hasOptions = (type: FieldType): boolean => type === "CHOICE" || type === "MULTI_CHOICE";

/** A question of another type keeps its words and loses what only the old type had. */
function ofType(field: ReportField, type: FieldType): ReportField {
  const { key, label, help, required, options } = field;
  const kept: ReportField = { key, type, label, required: type === "AUTO" ? false : required, ...(help && { help }) };
  if (hasOptions(type)) return { ...kept, options: options ?? [newOption(), newOption()] };
  if (type === "NUMBER") return { ...kept, counts: field.counts ?? "PERSONS", min: 0 };
  if (type === "TEXT") return { ...kept, maxLength: 300 };
  return kept;
}

export const newOption = (): FieldOption => ({ key: newKey("o"), label: { nb: "" } });

export function FieldEditor({ field, path, aboutMember, periodic, onChange }: FieldEditorProps) {
  const texts = useAllTexts().templates;
  const words = texts.editor.report;
  const types = FIELD_TYPES.filter((type) => !(aboutMember && type === "TEXT") && !(periodic && type === "AUTO"));
  const typeProblem = useProblemAt(`${path}.type`, false);
  const countsProblem = useProblemAt(`${path}.counts`, false);
  const sourceProblem = useProblemAt(`${path}.source`, !field.source);
  const frozen = useEditor().earlier.get(field.key) === field.type;
  return (
    <>
      <LocalizedField
        path={`${path}.label`}
        label={words.label}
        value={field.label}
        onChange={(label) => onChange({ ...field, label })}
      />
      {frozen ? (
        <FrozenType path={`${path}.type`} type={field.type} />
      ) : (
        <div data-path={`${path}.type`}>
          <Select
            label={words.type}
            value={field.type}
            problem={typeProblem}
            options={(types.includes(field.type) ? types : [field.type, ...types]).map((type) => ({
              value: type,
              label: texts.fieldTypes[type],
            }))}
            onChange={(type) => onChange(ofType(field, type))}
          />
        </div>
      )}
      {hasOptions(field.type) && (
        <Options
          options={field.options ?? []}
          path={`${path}.options`}
          onChange={(options) => onChange({ ...field, options })}
        />
      )}
      {field.type === "NUMBER" && (
        <>
          <div data-path={`${path}.counts`}>
            <Chips
              label={words.counts}
              value={field.counts ?? null}
              problem={countsProblem}
              options={NUMBER_COUNTS.map((counts) => ({ value: counts, label: texts.counts[counts] }))}
              onChange={(counts) => onChange({ ...field, counts })}
            />
          </div>
          <FieldRow>
            <NumberField
              optional
              path={`${path}.min`}
              label={words.min}
              value={field.min}
              onChange={(min) => onChange({ ...field, min })}
            />
            <NumberField
              optional
              path={`${path}.max`}
              label={words.max}
              value={field.max}
              onChange={(max) => onChange({ ...field, max })}
            />
          </FieldRow>
        </>
      )}
      {field.type === "TEXT" && (
        <NumberField
          path={`${path}.maxLength`}
          label={words.maxLength}
          value={field.maxLength ?? 500}
          onChange={(maxLength) => onChange({ ...field, maxLength: Math.max(0, maxLength ?? 500) })}
        />
      )}
      {field.type === "AUTO" && (
        <div data-path={`${path}.source`}>
          <Select
            label={words.source}
            problem={sourceProblem}
            value={field.source ?? ""}
            options={FIELD_SOURCES.map((source) => ({ value: source, label: texts.sources[source] }))}
            onChange={(source) => onChange({ ...field, source })}
          />
        </div>
      )}
      <LocalizedField
        optional
        path={`${path}.help`}
        label={words.help}
        value={field.help}
        onChange={(help) => onChange({ ...field, help: orNull(help) })}
      />
      {field.type !== "AUTO" && (
        <Checkbox
          label={words.required}
          checked={field.required}
          onChange={(required) => onChange({ ...field, required })}
        />
      )}
    </>
  );
}

/** A question of an earlier version keeps its type, or its answers could not be compared. */
function FrozenType({ path, type }: { path: string; type: FieldType }) {
  const texts = useAllTexts();
  const words = texts.editor.frozen;
  return (
    <div className="v-frozen" data-path={path}>
      <p className="v-frozen__title">
        <PadlockLockedIcon aria-hidden fontSize="1.25rem" />
        {words.title(texts.templates.fieldTypes[type])}
      </p>
      <p className="v-item__meta">{words.why}</p>
    </div>
  );
}

type OptionsProps = {
  options: readonly FieldOption[];
  path: string;
  onChange: (options: FieldOption[]) => void;
  legend?: string;
};

/** What one may choose among: written, moved by hand or key, removed. */
export function Options({ options, path, onChange, legend }: OptionsProps) {
  const texts = useAllTexts().templates.editor;
  const problem = useProblemAt(path, false);
  const nameOf = (index: number): string => options[index]?.label.nb || texts.report.option(index + 1);
  return (
    <fieldset className="v-options" data-path={path}>
      <legend>{legend ?? texts.report.options}</legend>
      <Sortable
        id={path}
        keys={options.map(({ key }) => key)}
        name={nameOf}
        onMove={(from, to) => onChange(movedTo(options, from, to))}
      >
        <ol className="v-options__list">
          {options.map((option, index) => (
            <SortableRow key={option.key} id={option.key} className="v-options__row">
              <DragHandle name={nameOf(index)} />
              <LocalizedField
                path={`${path}.${index}.label`}
                label={texts.report.option(index + 1)}
                value={option.label}
                onChange={(label) => onChange(options.with(index, { ...option, label }))}
              />
              <MoveButtons
                place={index}
                of={options.length}
                up={texts.up(nameOf(index))}
                down={texts.down(nameOf(index))}
                onMove={(step) => onChange(movedTo(options, index, Math.max(0, index + step)))}
              />
              <Button variant="plain" iconOnly icon={TrashIcon} onClick={() => onChange(options.toSpliced(index, 1))}>
                {texts.removeNamed(nameOf(index))}
              </Button>
            </SortableRow>
          ))}
        </ol>
      </Sortable>
      {problem && <p className="v-problem">{problem}</p>}
      <Button variant="plain" icon={PlusIcon} onClick={() => onChange([...options, newOption()])}>
        {texts.report.addOption}
      </Button>
    </fieldset>
  );
}
