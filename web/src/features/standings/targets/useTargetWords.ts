import type { TargetWords_ProgressFragment as Progress } from "../../../../../graphql/generated/graphql";
import { useFormat } from "../../../app/format";
import { localized, useAllTexts, useLanguage } from "../../../texts";
import { usePeriodName } from "../usePeriodName";
import {
  countedWords,
  measuredWords,
  progressWords,
  statusWord,
  tallyWords,
  type Seen,
  type Tallies,
} from "./target-words";

/** The words of a target in the reader's language. */
export function useTargetWords() {
  const { targets: texts, templates } = useAllTexts();
  const { language } = useLanguage();
  const format = useFormat();
  const periodName = usePeriodName();
  const words = { texts, kinds: templates.targetKinds, format, periodName };
  return {
    name: ({ target }: Seen): string => localized(target.text, language),
    measured: (seen: Seen): string => measuredWords(seen, words),
    stands: (progress: Progress): string => statusWord(progress, texts),
    counted: (counts: Tallies): string => countedWords(counts, words),
    tally: (all: readonly Progress[]): string => tallyWords(all, words),
    said: (seen: Seen, progress: Progress): string => progressWords(seen, progress, words),
  };
}
