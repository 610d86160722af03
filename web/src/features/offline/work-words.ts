import { osloDate } from "@varde/domain";
import { useMemo } from "react";
import { closes } from "../../app/offline/acts";
import { isWaiting } from "../../app/offline/snapshot";
import type { Sent, Work } from "../../app/offline/types";
import { useFormat } from "../../app/format";
import { localized, useLanguage, useAllTexts } from "../../texts";

/** One thing that was done, as it is said and undone. */
export type ActLine = { keys: readonly string[]; text: string; tried: boolean };

/** How queued work is spoken of. */
export function useWorkWords() {
  const { language } = useLanguage();
  const texts = useAllTexts();
  const format = useFormat();
  return useMemo(() => {
    const { acts } = texts.offline;
    // of today the hour is enough
    const when = (at: string): string =>
      osloDate(new Date(at)) === format.today() ? texts.offline.clock(format.time(at)) : format.moment(at);
    const outcomes: Record<string, string> = texts.touchpoints.task.outcomes;
    return {
      /** «Velkomstsamtale · Ida» */
      name({ row }: Pick<Work | Sent, "row">): string {
        const name = localized(row.name, language);
        if (row.firstName) return texts.touchpoints.named(name, row.firstName);
        const base = row.isPeriodReport ? texts.touchpoints.periodQuestion(name) : name;
        return row.occurrenceName
          ? texts.touchpoints.withOccurrence(base, localized(row.occurrenceName, language))
          : base;
      },
      lines({ steps, reports, emptied }: Work): ActLine[] {
        const last = steps.at(-1);
        const stepLine = last && {
          keys: steps.map(({ key }) => key),
          text: acts.steps(steps.length, when(last.at)),
          tried: steps.some(({ tried }) => tried),
        };
        return [
          ...(stepLine ? [stepLine] : []),
          ...reports.map(({ key, outcome, at, tried }) => ({
            keys: [key],
            tried,
            text: outcome ? acts.outcome(outcomes[outcome] ?? outcome, when(at)) : acts.report(when(at)),
          })),
          ...(emptied ? [{ keys: [emptied.key], text: acts.emptied(when(emptied.at)), tried: emptied.tried }] : []),
        ];
      },
    };
  }, [language, texts, format]);
}

/** What a person has to look at. */
export const needsLook = (work: Work): boolean => !isWaiting(work);

/** The answers of the decision, in the words of their fields; empty where nothing was answered. */
export function useAnswerLines() {
  const { language } = useLanguage();
  const texts = useAllTexts();
  const format = useFormat();
  return (fields: Work["fields"], answers: readonly Work["reports"][number]["answers"][number][]) =>
    (fields as unknown as readonly FieldData[]).flatMap((field) => {
      const given = answers.find((answer) => answer.field === field.key);
      if (!given) return [];
      const option = (key: string): string => {
        const found = field.options?.find((one) => one.key === key);
        return found ? localized(found.label, language) : key;
      };
      const said =
        given.yesNo !== null && given.yesNo !== undefined
          ? given.yesNo
            ? texts.ui.form.yes
            : texts.ui.form.no
          : typeof given.number === "number"
            ? format.number(given.number)
            : given.date
              ? format.day(given.date)
              : (given.text ?? given.choices?.map(option).join(", ") ?? "");
      return said === "" ? [] : [{ key: field.key, label: localized(field.label, language), said }];
    });
}

type Text = { nb: string; nn: string; en: string };
type FieldData = { key: string; label: Text; options: readonly { key: string; label: Text }[] | null };

export const decisionOf = (work: Work) => work.reports.findLast(closes) ?? null;
