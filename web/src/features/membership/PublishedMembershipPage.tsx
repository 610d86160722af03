import { hiddenUpTo } from "@varde/domain";
import { useSearchParams } from "react-router";
import type { PublishedMembershipQuery } from "../../../../graphql/generated/graphql";
import { usePublishedMembershipQuery } from "../../../../graphql/generated/hooks";
import { errorOf } from "../../app/errors";
import { useFormat } from "../../app/format";
import { useViewer } from "../../app/viewer";
import { useAllTexts } from "../../texts";
import {
  Card,
  type Column,
  Count,
  DataTable,
  DefinitionLine,
  EmptyState,
  ErrorState,
  Page,
  Section,
  Select,
  Skeleton,
  Stack,
} from "../../ui";

type Published = PublishedMembershipQuery["publishedMembership"];
type Row = Published["chapters"][number];

/** Numbers of members as those above a chapter may see them: of a quarter's end, published with small ones hidden. */
export function Component() {
  const texts = useAllTexts().membership;
  const [params, setParams] = useSearchParams();
  const on = params.get("til");
  const [{ data, error, fetching }, retry] = usePublishedMembershipQuery({
    variables: { on: on && /^\d{4}-\d{2}-\d{2}$/.test(on) ? on : null },
  });
  const failure = errorOf(error);
  if (failure && !data) {
    return (
      <Page title={texts.title}>
        <ErrorState code={failure.code} requestId={failure.requestId} busy={fetching} onRetry={() => retry()} />
      </Page>
    );
  }
  if (!data) return <Skeleton of="page" />;
  return (
    <Told
      published={data.publishedMembership}
      onDay={(til) => setParams({ til }, { replace: true, preventScrollReset: true })}
    />
  );
}

function Told({ published, onDay }: { published: Published; onDay: (day: string) => void }) {
  const texts = useAllTexts().membership;
  const format = useFormat();
  const { seat } = useViewer();
  const { referenceDate, days, active, within, chapters, year } = published;
  if (referenceDate === null) {
    return (
      <Page title={texts.title} crumb={seat.unitName}>
        <EmptyState title={texts.above.empty}>{texts.above.emptyBody}</EmptyState>
      </Page>
    );
  }
  const how = texts.above.how(format.number(within), format.number(hiddenUpTo(within)));
  return (
    <Page
      title={active === null ? texts.above.hidden : texts.above.heading(format.number(active))}
      documentTitle={texts.title}
      {...(active !== null && { lead: texts.above.lead })}
      crumb={
        <div className="v-pickers">
          <Select
            hideLabel
            label={texts.above.quarter}
            value={referenceDate}
            options={days.map((value) => ({ value, label: texts.above.title(format.fullDate(value)) }))}
            onChange={onDay}
          />
        </div>
      }
    >
      <Stack>
        <Section title={texts.above.chapters}>
          <Card>
            <Chapters rows={chapters} />
            <DefinitionLine asOf={referenceDate} how={<p>{`${texts.defined} ${how}`}</p>}>
              {texts.above.defined}
            </DefinitionLine>
          </Card>
        </Section>
        {year && (
          <Section title={texts.above.year(String(year.year))}>
            <Card>
              <Year year={year} />
              <DefinitionLine>{texts.above.yearHow}</DefinitionLine>
            </Card>
          </Section>
        )}
      </Stack>
    </Page>
  );
}

function useColumns(rows: readonly Row[]): readonly Column<Row>[] {
  const texts = useAllTexts().membership.above;
  const format = useFormat();
  const number = (n: number): string => format.number(n);
  const count = (key: "active" | "before", header: string): Column<Row> => ({
    key,
    header,
    numeric: true,
    wrap: true,
    sortValue: (row) => row[key],
    cell: (row) => <Count value={row[key]} format={number} />,
  });
  return [
    { key: "chapter", header: texts.chapter, rowHeader: true, wrap: true, cell: (row) => row.chapterName },
    count("active", texts.active),
    // nothing was published a year before: not hidden, just not there
    ...(rows.some(({ before }) => before !== null) ? [count("before", texts.before)] : []),
  ];
}

function Chapters({ rows }: { rows: readonly Row[] }) {
  const texts = useAllTexts().membership.above;
  return (
    <DataTable caption={texts.chapters} rows={rows} rowKey={({ chapterId }) => chapterId} columns={useColumns(rows)} />
  );
}

const YEAR_PARTS = ["joined", "left", "agedOut", "died", "leftOrDied", "ended"] as const;

function Year({ year }: { year: NonNullable<Published["year"]> }) {
  const { membership: texts } = useAllTexts();
  const format = useFormat();
  const rows = YEAR_PARTS.flatMap((part) => {
    const n = year[part];
    return n === null ? [] : [{ part, n }];
  });
  return (
    <DataTable
      caption={texts.above.year(String(year.year))}
      rows={rows}
      rowKey={({ part }) => part}
      columns={[
        {
          key: "part",
          header: texts.part,
          rowHeader: true,
          wrap: true,
          cell: ({ part }) => texts.above.yearParts[part],
        },
        { key: "count", header: texts.count, numeric: true, cell: ({ n }) => format.number(n) },
      ]}
    />
  );
}
