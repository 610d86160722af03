import { marksOf, mayBeAbout, type SurveyAbout, type SurveyOption, type SurveyQuestion } from "@varde/domain";
import { useSurveyTouchpointsQuery } from "../../../../../graphql/generated/hooks";
import { choicesOf } from "../../../app/survey-numbers";
import { localized, useAllTexts } from "../../../texts";
import { Chips, Select } from "../../../ui";
import { useParts, useProblemAt } from "../../templates";

type AboutProps = { question: SurveyQuestion; path: string; onChange: (question: SurveyQuestion) => void };

/** No key of a template: those are in small letters. */
const NONE = "NONE";

/** Which touchpoint the answers tell of, and which of them say that it matters; of a matrix, line by line. */
export function About({ question, ...rest }: AboutProps) {
  if (!mayBeAbout(question)) return null;
  if (question.kind !== "MATRIX") return <AboutLine {...rest} question={question} line={null} />;
  return (question.rows ?? []).map((row) => <AboutLine key={row.key} {...rest} question={question} line={row} />);
}

function AboutLine({ question, path, onChange, line }: AboutProps & { line: SurveyOption | null }) {
  const texts = useAllTexts().surveys.editor;
  const { language } = useParts();
  const [{ data }] = useSurveyTouchpointsQuery();
  const all = question.about ?? [];
  const place = all.findIndex((one) => (one.line ?? null) === (line?.key ?? null));
  const about = all[place];
  const wrongTouchpoint = useProblemAt(`${path}.about.${place}.template`, false);
  const wrongMarks = useProblemAt(`${path}.about.${place}.matters`, false);
  const set = (next: SurveyAbout | null): void => {
    const others = all.filter((one) => one !== about);
    onChange({ ...question, about: next ? [...others, next] : others });
  };
  const offered = (data?.templates.nodes ?? []).filter(({ key, published }) => published || key === about?.template);
  const options = offered.map(({ key, name }) => ({ value: key, label: localized(name, language) }));
  // a template of the library that is not in use, or while they are fetched
  if (about && !offered.some(({ key }) => key === about.template))
    options.push({ value: about.template, label: texts.aboutUnknown(about.template) });
  const marks = marksOf(question);
  const labels = choicesOf(question, line?.key ?? null, (text) => localized(text, language));
  const labelOf = (mark: string): string =>
    labels.find(({ cell }) => cell === (line ? `${line.key}:${mark}` : mark))?.label || mark;
  return (
    <>
      <div data-path={`${path}.about.${place}.template`}>
        <Select
          label={line ? texts.aboutLine(localized(line.label, language)) : texts.about}
          help={line ? undefined : texts.aboutHelp}
          value={about?.template ?? NONE}
          problem={wrongTouchpoint}
          options={[{ value: NONE, label: texts.aboutNone }, ...options]}
          onChange={(key) =>
            set(key === NONE ? null : { template: key, line: line?.key ?? null, matters: about?.matters ?? [] })
          }
        />
      </div>
      {about && (
        <div data-path={`${path}.about.${place}.matters`}>
          <Chips
            multiple
            label={line ? texts.mattersLine(localized(line.label, language)) : texts.matters}
            value={[...about.matters]}
            problem={wrongMarks}
            options={marks.map((mark) => ({ value: mark, label: labelOf(mark) }))}
            onChange={(matters) => set({ ...about, matters })}
          />
        </div>
      )}
    </>
  );
}
