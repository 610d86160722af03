import { useFormat } from "../../app/format";
import { useAllTexts } from "../../texts";
import { snapshotOf } from "./snapshot-period";

/** «Høst 2026», or «12 måneder til 30. september 2026» for a snapshot's months. */
export function usePeriodName(): (period: string) => string {
  const texts = useAllTexts().standings;
  const format = useFormat();
  return (period) => {
    const snapshot = snapshotOf(period);
    return snapshot ? texts.rolling(snapshot.months, format.fullDate(snapshot.on)) : format.period(period);
  };
}

/** For the middle of a sentence: «høst 2026». */
export const inSentence = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
