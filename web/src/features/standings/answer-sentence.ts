import type { OutcomeOf_CountsFragment } from "../../../../graphql/generated/graphql";
import { useFormat } from "../../app/format";
import { useAllTexts } from "../../texts";

/** The answer as a sentence: counts, never a share of few. */
export function useAnswerSentence(): (counts: OutcomeOf_CountsFragment) => string {
  const texts = useAllTexts().standings.answer;
  const format = useFormat();
  return ({ onTime, closed }) => {
    if (onTime === null || closed === null) return texts.hidden;
    return closed === 0 ? texts.nothing : texts.onTime(format.outOf(onTime, closed));
  };
}

/** What stands under the answer: the share when there are enough, what is not judged yet, what is hidden. */
export function useLeadSentences() {
  const texts = useAllTexts().standings.lead;
  const format = useFormat();
  return (counts: OutcomeOf_CountsFragment, hidden: number, broken: boolean): string[] => {
    const { onTime, closed, open, overdue, waived } = counts;
    const expected = (closed ?? 0) + (open ?? 0) + (overdue ?? 0) + (waived ?? 0);
    const percent = onTime !== null && closed !== null ? format.percent(onTime, closed) : null;
    return [
      ...(percent ? [texts.percent(percent)] : []),
      ...(open ? [texts.open(format.number(open))] : []),
      ...(overdue ? [texts.overdue(format.number(overdue))] : []),
      // beside the rest, so that nothing hides there
      ...(waived && closed !== null && open !== null && overdue !== null
        ? [texts.waived(format.outOf(waived, expected))]
        : []),
      ...(hidden > 0 ? [texts.hidden(format.sentence(format.words(hidden)), hidden === 1)] : []),
      ...(broken ? [texts.brokenSeries] : []),
    ];
  };
}
