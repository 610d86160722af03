import { Link } from "react-router";
import { readFragment, type FragmentType } from "../../../../../graphql/generated";
import { BurdenCard_BurdenFragmentDoc, type BurdenCard_BurdenFragment } from "../../../../../graphql/generated/graphql";
import { useFormat } from "../../../app/format";
import { useAllTexts, useTexts } from "../../../texts";
import { Card, DataTable, DefinitionLine, Disclosure } from "../../../ui";
import { inSentence } from "../usePeriodName";
import { MonthBars } from "./MonthBars";

type Burden = BurdenCard_BurdenFragment;

/** The month that asks most, the first of them. */
const worstOf = (months: Burden["months"]): Burden["months"][number] | undefined =>
  months.reduce<Burden["months"][number] | undefined>(
    (worst, one) => (worst === undefined || one.average > worst.average ? one : worst),
    undefined,
  );

/** The hours a month that a chapter's board is asked for, beside the cap: words, then a bar a month. */
export function BurdenCard({ burden: masked }: { burden: FragmentType<typeof BurdenCard_BurdenFragmentDoc> }) {
  const { capMinutes, months } = readFragment(BurdenCard_BurdenFragmentDoc, masked);
  const texts = useAllTexts().national.burden;
  const { asTable } = useTexts().ui.outcome;
  const format = useFormat();
  const worst = worstOf(months);
  const hours = (value: number): string => {
    const rounded = Math.round(value * 10) / 10;
    return texts.hours(format.number(rounded, 1), rounded === 1);
  };
  const name = (month: string): string => inSentence(format.period(month));
  if (!worst || worst.average === 0) {
    return (
      <Card title={texts.title}>
        <p>{texts.none}</p>
      </Card>
    );
  }
  const average = months.reduce((sum, one) => sum + one.average, 0) / months.length;
  const fullest = months.reduce((most, one) => (one.aboveCap > most.aboveCap ? one : most), worst);
  return (
    <Card title={texts.title}>
      <p>
        {texts.average(hours(average))} {texts.worst(name(worst.month), hours(worst.average))}{" "}
        {texts.cap(hours(capMinutes / 60))}{" "}
        {fullest.aboveCap > 0
          ? format.sentence(texts.above(format.words(fullest.aboveCap), fullest.aboveCap === 1, name(fullest.month)))
          : texts.noneAbove}
      </p>
      <MonthBars
        months={months.map(({ month, average: n }) => ({ month, n }))}
        cap={capMinutes / 60}
        label={texts.picture(name(worst.month), hours(worst.average))}
        capMark={texts.capMark}
      />
      <Disclosure summary={asTable}>
        <DataTable
          caption={texts.caption}
          columns={[
            { key: "month", header: texts.month, rowHeader: true, cell: ({ month }) => format.period(month) },
            { key: "hours", header: texts.hoursHead, numeric: true, cell: (one) => format.number(one.average, 1) },
            { key: "above", header: texts.aboveHead, numeric: true, cell: (one) => format.number(one.aboveCap) },
          ]}
          rows={months}
          rowKey={({ month }) => month}
        />
      </Disclosure>
      <p>
        <Link to="/punkter">{texts.see}</Link>
      </p>
      <DefinitionLine asOf={format.today()} how={<p>{texts.how}</p>} />
    </Card>
  );
}
