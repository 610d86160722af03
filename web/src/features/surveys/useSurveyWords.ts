import { useFormat } from "../../app/format";
import { localized, useAllTexts, useLanguage } from "../../texts";

type Told = {
  title: { nb: string; nn?: string | null; en?: string | null };
  opensOn?: string | null;
  closesOn?: string | null;
};

/** A guess, so whole minutes. */
export const minutesOf = (seconds: number): number => Math.round(seconds / 60);

/** How a survey is spoken of: its name, its days, and about how long it takes. */
export function useSurveyWords() {
  const texts = useAllTexts().surveys;
  const format = useFormat();
  const { language } = useLanguage();
  return {
    name: ({ title }: Told): string => localized(title, language) || texts.unnamed,
    days: ({ opensOn, closesOn }: Told): string =>
      opensOn && closesOn ? texts.between(format.date(opensOn), format.date(closesOn)) : "",
    time: (seconds: number): string => texts.minutes(format.number(Math.max(1, minutesOf(seconds)))),
  };
}
