import { useFormat } from "../../app/format";
import { useAllTexts } from "../../texts";

const ROLLING = /^R12-(\d{4}-\d{2}-\d{2})$/;

/** «Høst 2026», or «12 måneder til 30. september 2026» for a snapshot's twelve months. */
export function usePeriodName(): (period: string) => string {
  const texts = useAllTexts().standings;
  const format = useFormat();
  return (period) => {
    const day = ROLLING.exec(period)?.[1];
    return day ? texts.rolling(format.fullDate(day)) : format.period(period);
  };
}

/** For the middle of a sentence: «høst 2026». */
export const inSentence = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
