import { useState } from "react";
import { useSearchParams } from "react-router";
import { useAuditTrailQuery } from "../../../../graphql/generated/hooks";
import { errorOf } from "../../app/errors";
import { useSettled } from "../../app/useSettled";
import { useViewer } from "../../app/viewer";
import { useAllTexts } from "../../texts";
import {
  Button,
  Card,
  DateField,
  DefinitionLine,
  EmptyState,
  ErrorState,
  FieldRow,
  Page,
  Pager,
  Rows,
  SearchField,
  Select,
  Skeleton,
} from "../../ui";
import { filterOf, isNarrowed, KINDS, paramsOf, viewOf, type AuditView } from "./audit-view";
import { AuditRow } from "./AuditRow";
import { ExportButton } from "./ExportButton";
import "./audit.css";

const ALL = "ALL";
const PAGE = 50;

/** Who changed what and when, newest first. What is chosen stands in the address; a name that is searched for does not. */
export function Component() {
  const texts = useAllTexts().audit;
  const national = useViewer().seat.unitKind === "ORGANIZATION";
  const [params, setParams] = useSearchParams();
  const view = viewOf(params);
  const [search, setSearch] = useState("");
  const settled = useSettled(search.trim());
  const set = (part: Partial<AuditView>): void =>
    setParams(paramsOf({ ...view, ...part }), { replace: true, preventScrollReset: true });
  const clear = (): void => {
    setSearch("");
    setParams({}, { replace: true, preventScrollReset: true });
  };
  const filter = filterOf(view, settled);
  return (
    <Page
      narrow
      title={texts.title}
      lead={texts.lead}
      {...(national && { action: <ExportButton filter={filter} narrowed={isNarrowed(filter)} /> })}
    >
      <SearchField
        label={national ? texts.search : texts.searchWho}
        value={search}
        onChange={setSearch}
        autoComplete="off"
        maxLength={120}
      />
      <Select
        label={texts.kind}
        value={view.kind ?? ALL}
        onChange={(value) => set({ kind: KINDS.find((one) => one === value) ?? null })}
        options={[
          { value: ALL, label: texts.kinds.ALL },
          ...KINDS.map((value) => ({ value, label: texts.kinds[value] })),
        ]}
      />
      <FieldRow>
        <DateField label={texts.from} value={view.from} max={view.to} onChange={(from) => set({ from })} />
        <DateField label={texts.to} value={view.to} min={view.from} onChange={(to) => set({ to })} />
      </FieldRow>
      <Card>
        <Trail key={JSON.stringify(filter)} filter={filter} onClear={clear} />
      </Card>
      <DefinitionLine>{national ? texts.howNational : texts.how}</DefinitionLine>
    </Page>
  );
}

type Filter = ReturnType<typeof filterOf>;

function Trail({ filter, onClear }: { filter: Filter; onClear: () => void }) {
  const [cursors, setCursors] = useState<readonly (string | null)[]>([null]);
  return cursors.map((after, index) => (
    <Part
      key={after ?? "first"}
      filter={filter}
      after={after}
      shownBefore={index * PAGE}
      last={index === cursors.length - 1}
      onMore={(next) => setCursors([...cursors, next])}
      onClear={onClear}
    />
  ));
}

type PartProps = {
  filter: Filter;
  after: string | null;
  shownBefore: number;
  last: boolean;
  onMore: (next: string) => void;
  onClear: () => void;
};

/** One page of the trail; the last one offers the next. */
function Part({ filter, after, shownBefore, last, onMore, onClear }: PartProps) {
  const texts = useAllTexts().audit;
  const [{ data, error, fetching }, retry] = useAuditTrailQuery({ variables: { filter, after } });
  const failure = errorOf(error);
  if (failure && !data)
    return <ErrorState code={failure.code} requestId={failure.requestId} busy={fetching} onRetry={() => retry()} />;
  if (!data) return <Skeleton of="text" count={6} />;
  const { nodes, pageInfo } = data.auditTrail;
  if (nodes.length === 0 && after === null)
    return isNarrowed(filter) ? (
      <EmptyState
        title={texts.nothing}
        action={
          <Button variant="quiet" onClick={onClear}>
            {texts.showAll}
          </Button>
        }
      />
    ) : (
      <EmptyState title={texts.empty} />
    );
  const next = pageInfo.hasNextPage ? pageInfo.endCursor : null;
  return (
    <>
      <Rows>
        {nodes.map((entry) => (
          <AuditRow key={entry.id} entry={entry} />
        ))}
      </Rows>
      {last && next !== null && (
        <Pager shown={shownBefore + nodes.length} hasMore busy={fetching} onMore={() => onMore(next)} />
      )}
    </>
  );
}
