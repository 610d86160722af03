import type { LocalizedText, SurveyQuestion } from "@varde/domain";
import { useFormat } from "../../../app/format";
import { localized, useAllTexts, useLanguage } from "../../../texts";
import { choicesOf, meanOf, mostGiven, type Choice, type Group, type Table } from "../../../app/survey-numbers";

/** The line of a matrix, or a question of its own, with what is shown of it. */
export type Shown = {
  table: Table;
  choices: readonly Choice[];
  group: Group;
  whole: Group | null;
  before: Group | null;
};

/** What is said of the answers to a question, before any picture. `day` is when the survey before ended. */
export function useResultWords() {
  const texts = useAllTexts().surveyResults;
  const format = useFormat();
  const { language } = useLanguage();
  const say = (text: LocalizedText): string => localized(text, language);
  const one = (n: number): string => format.number(n, 1);

  const meanWords = (question: SurveyQuestion, { choices, group, before }: Shown, day: string): string[] => {
    const mean = meanOf(group, choices);
    if (mean === null) return [texts.meanFew];
    const last = meanOf(before, choices);
    return [
      texts.mean(one(mean), question.kind === "ZERO_TO_TEN" ? "10" : "5"),
      ...(last === null ? [] : [texts.meanBefore(one(last), day)]),
    ];
  };
  const mostWords = (question: SurveyQuestion, { choices, group, before }: Shown, day: string): string[] => {
    const most = mostGiven(group, choices);
    if (!most) return [];
    if (most.tenths === null || most.tenths === 0) return [texts.mostFew(most.label)];
    const now =
      most.tenths === 10
        ? texts.mostAll(most.label)
        : (question.kind === "SEVERAL" ? texts.mostSeveral : texts.most)(format.number(most.tenths), most.label);
    const same = choices.filter(({ cell }) => cell === most.cell);
    const last = before ? mostGiven(before, same) : null;
    return [now, ...(last?.tenths ? [texts.mostBefore(format.number(last.tenths), day)] : [])];
  };
  const matrixWords = (question: SurveyQuestion, lines: readonly Shown[]): string[] => {
    const means = lines
      .flatMap(({ table, choices, group }) => {
        const mean = meanOf(group, choices);
        const row = question.rows?.find(({ key }) => key === table.line);
        return mean === null || !row ? [] : [{ mean, label: say(row.label) }];
      })
      .toSorted((a, b) => b.mean - a.mean);
    const [first, last] = [means[0], means.at(-1)];
    if (!first || !last) return [texts.meanFew];
    return [
      texts.highest(first.label, one(first.mean)),
      ...(last === first ? [] : [texts.lowest(last.label, one(last.mean))]),
    ];
  };
  return {
    texts,
    format,
    say,
    one,
    choices: (question: SurveyQuestion, line: string | null) => choicesOf(question, line, say),
    /** The answer in words, of what is shown of a question. */
    sentence(question: SurveyQuestion, lines: readonly Shown[], day: string): string {
      const [first] = lines;
      if (!first) return "";
      if (question.kind === "MATRIX") return matrixWords(question, lines).join(" ");
      const isScale = question.kind === "SCALE" || question.kind === "ZERO_TO_TEN";
      return (isScale ? meanWords : mostWords)(question, first, day).join(" ");
    },
    /** «43 %», or «3 av 7» where they are fewer than ten. */
    share: (n: number, of: number): string => format.percent(n, of) ?? format.outOf(n, of),
  };
}

export type ResultWords = ReturnType<typeof useResultWords>;
