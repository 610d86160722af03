import {
  QUESTION_KINDS,
  STAGES,
  withKnownAbout,
  type QuestionKind,
  type Stage,
  type SurveyQuestion,
} from "@varde/domain";
import { useAllTexts } from "../../../texts";
import { Checkbox, Select } from "../../../ui";
import { LocalizedField, newOption, NumberField, Options, orNull } from "../../templates";
import { About } from "./About";
import { ShowIf } from "./ShowIf";

/** A choice of its own, since an empty one reads as not chosen yet. */
const NO_STAGE = "NO_STAGE";

const scaled = (kind: QuestionKind): boolean => kind === "SCALE" || kind === "ZERO_TO_TEN" || kind === "MATRIX";

/** A question of another kind keeps its words and loses what only the old kind had. */
function ofKind(question: SurveyQuestion, kind: QuestionKind): SurveyQuestion {
  const { options, rows, scale, atMost, ...kept } = question;
  const two = () => [newOption(), newOption()];
  return {
    ...kept,
    kind,
    ...((kind === "SINGLE" || kind === "SEVERAL") && { options: options?.length ? options : two() }),
    ...(kind === "SEVERAL" && { atMost: atMost ?? null }),
    ...(kind === "MATRIX" && { rows: rows?.length ? rows : two() }),
    ...(scaled(kind) && { scale: scale ?? { lowest: { nb: "" }, highest: { nb: "" } } }),
  };
}

type QuestionEditorProps = {
  question: SurveyQuestion;
  path: string;
  onChange: (question: SurveyQuestion) => void;
  earlier: readonly SurveyQuestion[];
  nameOf: (question: SurveyQuestion, index: number) => string;
};

/** One question: its words, how it is answered, and when it is shown. */
export function QuestionEditor({ question, path, onChange: keep, earlier, nameOf }: QuestionEditorProps) {
  const { surveys, templates } = useAllTexts();
  const texts = surveys.editor;
  const { kind, scale } = question;
  const onChange = (next: SurveyQuestion): void => keep(withKnownAbout(next));
  const over = (change: Partial<SurveyQuestion>): void => onChange({ ...question, ...change });
  return (
    <>
      <LocalizedField
        path={`${path}.title`}
        label={texts.ask}
        value={question.title}
        onChange={(title) => over({ title })}
      />
      <LocalizedField
        optional
        path={`${path}.help`}
        label={texts.help}
        value={question.help}
        onChange={(help) => over({ help: orNull(help) })}
      />
      <Select
        label={texts.kind}
        value={kind}
        options={QUESTION_KINDS.map((one) => ({ value: one, label: texts.kinds[one] }))}
        onChange={(next) => onChange(ofKind(question, next as QuestionKind))}
      />
      {(kind === "SINGLE" || kind === "SEVERAL") && (
        <Options
          options={[...(question.options ?? [])]}
          path={`${path}.options`}
          onChange={(options) => over({ options })}
        />
      )}
      {kind === "SEVERAL" && (
        <NumberField
          optional
          path={`${path}.atMost`}
          label={texts.atMost}
          help={texts.atMostHelp}
          value={question.atMost}
          onChange={(atMost) => over({ atMost })}
        />
      )}
      {kind === "MATRIX" && (
        <Options
          legend={texts.rows}
          options={[...(question.rows ?? [])]}
          path={`${path}.rows`}
          onChange={(rows) => over({ rows })}
        />
      )}
      {scaled(kind) && scale && (
        <>
          <LocalizedField
            path={`${path}.scale.lowest`}
            label={texts.lowest}
            value={scale.lowest}
            onChange={(lowest) => over({ scale: { ...scale, lowest } })}
          />
          <LocalizedField
            path={`${path}.scale.highest`}
            label={texts.highest}
            value={scale.highest}
            onChange={(highest) => over({ scale: { ...scale, highest } })}
          />
          <LocalizedField
            optional
            path={`${path}.scale.none`}
            label={texts.beside}
            help={texts.besideHelp}
            value={scale.none}
            onChange={(none) => over({ scale: { ...scale, none: orNull(none) } })}
          />
        </>
      )}
      <ShowIf question={question} path={path} onChange={onChange} earlier={earlier} nameOf={nameOf} />
      <Checkbox
        label={texts.describes}
        help={texts.describesHelp}
        checked={question.describes ?? false}
        onChange={(describes) => over({ describes })}
      />
      <Select
        label={texts.stage}
        value={question.stage ?? NO_STAGE}
        options={[
          { value: NO_STAGE, label: texts.noStage },
          ...STAGES.map((stage) => ({ value: stage, label: templates.stages[stage] })),
        ]}
        onChange={(stage) => over({ stage: stage === NO_STAGE ? null : (stage as Stage) })}
      />
      <About question={question} path={path} onChange={onChange} />
    </>
  );
}
