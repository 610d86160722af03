import { Link } from "react-router";
import type { TriggersQuery } from "../../../../graphql/generated/graphql";
import { useFormat } from "../../app/format";
import { localized, useLanguage, useTexts } from "../../texts";
import { Count, DataTable } from "../../ui";

type Overview = TriggersQuery["triggerOverview"];
type Activity = Overview["templates"][number];

/** One row a template: last week, what was held back, this week and next. */
export function ActivityTable({ overview }: { overview: Overview }) {
  const { templates, triggers: texts } = useTexts();
  const { language } = useLanguage();
  const format = useFormat();
  const count = (of: Activity["lastWeek"] | undefined, { persons }: Activity) =>
    of ? (
      <Count
        value={of.n}
        format={(n) => (persons ? (n === 0 ? texts.few : texts.about(format.number(n))) : format.number(n))}
      />
    ) : (
      "–"
    );
  const week = (monday: string) => texts.weekFrom(format.shortDate(monday));
  return (
    <DataTable
      caption={texts.weeks}
      rows={overview.templates}
      rowKey={({ templateId }) => templateId}
      columns={[
        {
          key: "name",
          header: texts.template,
          rowHeader: true,
          wrap: true,
          cell: (row) => (
            <>
              <Link to={`/punkter/${row.templateId}`}>{localized(row.name, language)}</Link>
              <span className="v-triggers__kind">{templates.triggers[row.kind].name}</span>
            </>
          ),
        },
        {
          key: "last",
          header: texts.last(week(overview.lastWeek)),
          numeric: true,
          cell: (row) => count(row.lastWeek, row),
        },
        {
          key: "skipped",
          header: texts.skipped,
          wrap: true,
          cell: (row) =>
            row.skipped.length === 0 ? (
              "–"
            ) : (
              <ul className="v-triggers__reasons">
                {row.skipped.map(({ reason, count: skipped }) => (
                  <li key={reason}>
                    {count(skipped, row)} {texts.reasons[reason]}
                  </li>
                ))}
              </ul>
            ),
        },
        {
          key: "this",
          header: texts.now(week(overview.thisWeek)),
          numeric: true,
          cell: (row) => count(row.thisWeek, row),
        },
        {
          key: "next",
          header: texts.next(week(overview.nextWeek)),
          numeric: true,
          cell: (row) => count(row.nextWeek, row),
        },
      ]}
    />
  );
}
