import { readFragment } from "../../../../../graphql/generated";
import {
  TargetWords_ProgressFragmentDoc,
  TargetWords_TargetFragmentDoc,
  type TargetStandingsQuery,
  type TargetWords_ProgressFragment,
} from "../../../../../graphql/generated/graphql";
import { useTargetStandingsQuery } from "../../../../../graphql/generated/hooks";
import { useLiveFetch } from "../../../app/live";
import { useAllTexts, type AllTexts } from "../../../texts";
import { Card, DataTable, DefinitionLine, Disclosure, HiddenCell, Row, Rows, type Column } from "../../../ui";
import { TargetHow } from "./TargetHow";
import { TargetLine, TargetStatusTag } from "./TargetLine";
import type { Seen } from "./target-words";
import { useTargetWords } from "./useTargetWords";
import { isSnapshotPeriod } from "../snapshot-period";

type TargetsCardProps = {
  templateId: string;
  /** as the page's other numbers; left out: today's */
  period?: string | null;
  region?: string | null;
  /** the chapters in the regions of the period's last day */
  asWas?: boolean;
  /** only the chapters of one size */
  group?: string | null;
};

type Standing = TargetStandingsQuery["targetStandings"]["targets"][number];

/**
 * What national wants to reach with an interaction point, and how the chapters of the reach stand to it. Beside the page's own matter:
 * nothing stands there while it is fetched, when there is no target, or when it did not come.
 */
export function TargetsCard({ templateId, period = null, region = null, asWas, group = null }: TargetsCardProps) {
  const texts = useAllTexts().targets;
  const [{ data }, again] = useTargetStandingsQuery({
    variables: { templateId, period, regionId: region, membership: asWas ? "AS_WAS" : "AS_IS", group },
  });
  const live = data?.targetStandings.targets.some((one) => !isSnapshotPeriod(one.period)) ?? false;
  useLiveFetch(() => again({ requestPolicy: "network-only" }), live);
  if (!data || data.targetStandings.targets.length === 0) return null;
  const { targets, referenceDate } = data.targetStandings;
  return (
    <Card title={texts.title}>
      <Rows>
        {targets.map((standing) => (
          <Row key={readFragment(TargetWords_TargetFragmentDoc, standing.target).key}>
            <OneTarget standing={standing} />
          </Row>
        ))}
      </Rows>
      <DefinitionLine
        asOf={referenceDate}
        how={<TargetHow persons={targets.some((one) => isSnapshotPeriod(one.period))} />}
      />
    </Card>
  );
}

function OneTarget({ standing }: { standing: Standing }) {
  const texts = useAllTexts().targets;
  const words = useTargetWords();
  const { period, threshold, rows } = standing;
  const seen = { target: readFragment(TargetWords_TargetFragmentDoc, standing.target), period, threshold };
  const [only] = rows.length === 1 ? rows : [];
  const all = readFragment(TargetWords_ProgressFragmentDoc, only ? only.progress : standing.total);
  const each = rows.map(({ progress }) => readFragment(TargetWords_ProgressFragmentDoc, progress));
  return (
    <TargetLine seen={seen} progress={all ?? null}>
      {rows.length === 0 && <p>{texts.notPublished}</p>}
      {rows.length > 1 && (
        <>
          <p>{words.tally(each)}</p>
          <Disclosure summary={texts.chapters}>
            <Chapters seen={seen} rows={rows} />
          </Disclosure>
        </>
      )}
    </TargetLine>
  );
}

type Item = { chapter: Standing["rows"][number]["chapter"]; progress: TargetWords_ProgressFragment };
type ColumnsOf = { seen: Seen; texts: AllTexts["targets"]; words: ReturnType<typeof useTargetWords> };

const columnsOf = ({ seen, texts, words }: ColumnsOf): Column<Item>[] => [
  { key: "chapter", header: texts.chapter, rowHeader: true, cell: ({ chapter }) => chapter.shortName },
  { key: "stands", header: texts.stands, cell: ({ progress }) => <TargetStatusTag progress={progress} /> },
  {
    key: "counts",
    header: texts.counts,
    wrap: true,
    cell: ({ progress }) => (progress.numerator === null ? <HiddenCell /> : words.said(seen, progress)),
  },
];

/** By name, never ranked. */
function Chapters({ seen, rows }: { seen: Seen; rows: Standing["rows"] }) {
  const texts = useAllTexts().targets;
  const words = useTargetWords();
  const items = rows.map(({ chapter, progress }) => ({
    chapter,
    progress: readFragment(TargetWords_ProgressFragmentDoc, progress),
  }));
  const columns = columnsOf({ seen, texts, words });
  return (
    <DataTable
      caption={texts.caption(words.name(seen))}
      columns={columns}
      rows={items}
      rowKey={({ chapter }) => chapter.id}
    />
  );
}
