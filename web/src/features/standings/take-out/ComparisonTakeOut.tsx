import { useSearchParams } from "react-router";
import { readFragment, type FragmentType } from "../../../../../graphql/generated";
import {
  ComparisonTable_ComparisonFragmentDoc,
  OutcomeOf_CountsFragmentDoc,
  type OutcomeOf_CountsFragment,
} from "../../../../../graphql/generated/graphql";
import { useFormat } from "../../../app/format";
import { useAllTexts, useLanguage } from "../../../texts";
import { sortedRows, type OutcomePart } from "../../../ui";
import { sortOf, sortText, sortValue, type SortKey } from "../chapter-sort";
import { outcomeOf } from "../outcome-of";
import { usePeriodName } from "../usePeriodName";
import type { PictureLine } from "./picture";
import { TakeOut } from "./TakeOut";

type ComparisonTakeOutProps = {
  comparison: FragmentType<typeof ComparisonTable_ComparisonFragmentDoc> & {
    period: string;
    referenceDate: string;
    scopeName: string;
  };
  /** the page's answer */
  title: string;
  name: string;
  search: { template: string; region: string | null };
  /** the chapters in the regions of the period's last day */
  asWas?: boolean;
};

/** What the page shows of a comparison, to take along. */
export function ComparisonTakeOut({ comparison, title, name, search, asWas }: ComparisonTakeOutProps) {
  const { standings, takeOut, ui } = useAllTexts();
  const format = useFormat();
  const periodName = usePeriodName();
  const { language } = useLanguage();
  // as the page's address has it: the files are what the page shows
  const [address] = useSearchParams();
  const [sort, group] = [sortOf(address.get("sorter")), address.get("gruppe")];
  const { rows, total, fromSnapshot } = readFragment(ComparisonTable_ComparisonFragmentDoc, comparison);
  const { period, referenceDate, scopeName } = comparison;
  const line = (of: string, counts: OutcomeOf_CountsFragment): PictureLine => {
    const { onTime, closed } = counts;
    const known = onTime !== null && closed !== null;
    const words = !known ? ":" : closed === 0 ? standings.table.nothing : format.outOf(onTime, closed);
    return { name: of, outcome: outcomeOf(counts), words };
  };
  const shown = sortedRows(
    rows.map((row) => ({ row, counts: readFragment(OutcomeOf_CountsFragmentDoc, row.counts) })),
    { sortValue: sortValue(sort.key as SortKey) },
    sort.descending,
    language,
  );
  const word = (part: OutcomePart): string => format.sentence(ui.outcome[part]);
  return (
    <TakeOut
      asked={{
        templateId: search.template,
        period,
        regionId: search.region,
        group,
        sort: sortText(sort),
        ...(asWas && !fromSnapshot && { membership: "AS_WAS" }),
      }}
      fileName={takeOut.file(name, period)}
      picture={{
        title,
        lead: `${[name, periodName(period), scopeName].join(", ")}.`,
        counted: takeOut.onTimeOf,
        legend: {
          onTime: word("onTime"),
          late: word("late"),
          missed: word("missed"),
          joined: word("joined"),
          takenOver: word("takenOver"),
        },
        lines: shown.map(({ row, counts }) => line(row.chapter.shortName, counts)),
        total: line(standings.table.all, readFragment(OutcomeOf_CountsFragmentDoc, total)),
        notes: [
          standings.defined,
          fromSnapshot ? standings.snapshot(format.fullDate(referenceDate)) : standings.live,
          ...(fromSnapshot ? [`: ${standings.hiddenNote}`] : []),
          takeOut.asOf(format.fullDate(referenceDate)),
        ],
      }}
    />
  );
}
