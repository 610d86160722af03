import type { RequestCard_RequestFragment } from "../../../../graphql/generated/graphql";
import { useFormat } from "../../app/format";
import { localized, useLanguage, useTexts } from "../../texts";

/** A request as its card reads it. */
export type RequestData = RequestCard_RequestFragment;

/** What a request and its answer are called. */
export function useRequestWords() {
  const texts = useTexts().requests;
  const { language } = useLanguage();
  const format = useFormat();
  return {
    /** «Medlemsmøte, vår» */
    task: ({ templateName, occurrenceName }: RequestData): string =>
      [localized(templateName, language), occurrenceName && localized(occurrenceName, language)]
        .filter(Boolean)
        .join(", "),
    /** «Spør om 14 dager til» */
    asks: ({ kind, wantedDays, reason, untilOn }: RequestData): string =>
      reason === "UNASKED"
        ? texts.granted(untilOn ? format.day(untilOn) : "")
        : kind === "WAIVER"
          ? texts.asks.WAIVER
          : texts.asks.EXCEPTION(format.number(wantedDays ?? 0)),
    /** What the answer was; null while there is none. */
    outcome: ({ kind, state, untilOn, reason }: RequestData): string | null => {
      if (state === "DECLINED") return texts.no;
      if (state !== "ACCEPTED" || reason === "UNASKED") return null;
      return kind === "WAIVER" ? texts.yes.WAIVER : texts.yes.EXCEPTION(untilOn ? format.day(untilOn) : "");
    },
  };
}
