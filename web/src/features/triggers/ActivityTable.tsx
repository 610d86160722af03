import { Link } from "react-router";
import type { TriggersQuery } from "../../../../graphql/generated/graphql";
import { useFormat } from "../../app/format";
import { localized, useLanguage, useAllTexts } from "../../texts";
import { Count, DataTable } from "../../ui";

type Overview = TriggersQuery["triggerOverview"];
type Activity = Overview["templates"][number];

function TemplateName({ row }: { row: Activity }) {
  const { templates } = useAllTexts();
  const { language } = useLanguage();
  return (
    <>
      <Link to={`/punkter/${row.templateId}`}>{localized(row.name, language)}</Link>
      <span className="v-triggers__kind">{templates.triggers[row.kind].name}</span>
    </>
  );
}

function Told({ of, persons }: { of: Activity["lastWeek"] | undefined; persons: boolean }) {
  const texts = useAllTexts().triggers;
  const format = useFormat();
  if (!of) return "–";
  const rounded = (n: number): string => (n === 0 ? texts.few : texts.about(format.number(n)));
  return <Count value={of.n} format={(n) => (persons ? rounded(n) : format.number(n))} />;
}

function Reasons({ row }: { row: Activity }) {
  const texts = useAllTexts().triggers;
  if (row.skipped.length === 0) return "–";
  return (
    <ul className="v-triggers__reasons">
      {row.skipped.map(({ reason, count }) => (
        <li key={reason}>
          <Told of={count} persons={row.persons} /> {texts.reasons[reason]}
        </li>
      ))}
    </ul>
  );
}

const cells = {
  name: (row: Activity) => <TemplateName row={row} />,
  skipped: (row: Activity) => <Reasons row={row} />,
  lastWeek: (row: Activity) => <Told of={row.lastWeek} persons={row.persons} />,
  thisWeek: (row: Activity) => <Told of={row.thisWeek} persons={row.persons} />,
  nextWeek: (row: Activity) => <Told of={row.nextWeek} persons={row.persons} />,
};

/** One row a template: last week, what was held back, this week and next. */
export function ActivityTable({ overview }: { overview: Overview }) {
  const texts = useAllTexts().triggers;
  const format = useFormat();
  const week = (monday: string) => texts.weekFrom(format.shortDate(monday));
  const column = (key: "lastWeek" | "thisWeek" | "nextWeek", header: string) => ({
    key,
    header,
    numeric: true,
    cell: cells[key],
  });
  return (
    <DataTable
      caption={texts.weeks}
      rows={overview.templates}
      rowKey={({ templateId }) => templateId}
      columns={[
        { key: "name", header: texts.template, rowHeader: true, wrap: true, cell: cells.name },
        column("lastWeek", texts.last(week(overview.lastWeek))),
        { key: "skipped", header: texts.skipped, wrap: true, cell: cells.skipped },
        column("thisWeek", texts.now(week(overview.thisWeek))),
        column("nextWeek", texts.next(week(overview.nextWeek))),
      ]}
    />
  );
}
