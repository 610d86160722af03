import { useState } from "react";
import { useAuditTrailQuery } from "../../../../graphql/generated/hooks";
import { errorOf } from "../../app/errors";
import { useAllTexts } from "../../texts";
import { Button, Card, DefinitionLine, EmptyState, ErrorState, Page, Rows, Skeleton } from "../../ui";
import { AuditRow } from "./AuditRow";
import "./audit.css";

/** Who changed what and when, newest first. */
export function Component() {
  const texts = useAllTexts().audit;
  const [cursors, setCursors] = useState<readonly (string | null)[]>([null]);
  return (
    <Page narrow title={texts.title} lead={texts.lead}>
      <Card>
        {cursors.map((after, index) => (
          <Part
            key={after ?? "first"}
            after={after}
            last={index === cursors.length - 1}
            onMore={(next) => setCursors([...cursors, next])}
          />
        ))}
      </Card>
      <DefinitionLine>{texts.how}</DefinitionLine>
    </Page>
  );
}

/** One page of the trail; the last one offers the next. */
function Part({ after, last, onMore }: { after: string | null; last: boolean; onMore: (next: string) => void }) {
  const { audit, ui } = useAllTexts();
  const [{ data, error, fetching }, retry] = useAuditTrailQuery({ variables: { after } });
  const failure = errorOf(error);
  if (failure && !data)
    return <ErrorState code={failure.code} requestId={failure.requestId} busy={fetching} onRetry={() => retry()} />;
  if (!data) return <Skeleton of="text" count={6} />;
  const { nodes, pageInfo } = data.auditTrail;
  if (nodes.length === 0 && after === null) return <EmptyState title={audit.empty} />;
  const next = pageInfo.hasNextPage ? pageInfo.endCursor : null;
  return (
    <>
      <Rows>
        {nodes.map((entry) => (
          <AuditRow key={entry.id} entry={entry} />
        ))}
      </Rows>
      {last && next !== null && (
        <Button variant="quiet" onClick={() => onMore(next)}>
          {ui.actions.showMore}
        </Button>
      )}
    </>
  );
}
