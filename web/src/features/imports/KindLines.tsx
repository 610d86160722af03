import { useState } from "react";
import type { ImportKind, ImportLinesQuery } from "../../../../graphql/generated/graphql";
import { useImportLinesQuery } from "../../../../graphql/generated/hooks";
import { errorOf } from "../../app/errors";
import { useFormat } from "../../app/format";
import { useAllTexts } from "../../texts";
import { ErrorState, Pager, Row, Rows, Skeleton } from "../../ui";
import { Link } from "react-router";

type Line = ImportLinesQuery["importLines"]["nodes"][number];

/** The lines of one kind, a page at a time. Above the chapter there are none of the kinds that say who is a member. */
export function KindLines({ id, kind }: { id: string; kind: ImportKind }) {
  const [after, setAfter] = useState<string | null>(null);
  const [earlier, setEarlier] = useState<readonly Line[]>([]);
  const [{ data, error, fetching }, reload] = useImportLinesQuery({
    variables: { id, kind, after },
    requestPolicy: "network-only",
  });
  const problem = errorOf(error);
  if (problem)
    return <ErrorState {...problem} busy={fetching} onRetry={() => reload({ requestPolicy: "network-only" })} />;
  if (!data) return <Skeleton of="text" />;
  const { nodes, pageInfo } = data.importLines;
  const lines = [...earlier, ...nodes];
  return (
    <>
      <Rows>
        {lines.map((line) => (
          <Row key={line.line ?? line.memberId}>
            <LineRow line={line} />
          </Row>
        ))}
      </Rows>
      <Pager
        shown={lines.length}
        hasMore={pageInfo.hasNextPage}
        busy={fetching}
        onMore={() => {
          setEarlier(lines);
          setAfter(pageInfo.endCursor);
        }}
      />
    </>
  );
}

function LineRow({ line: { line, memberId, name, changes, messages } }: { line: Line }) {
  const texts = useAllTexts().imports;
  const format = useFormat();
  const at = line === null ? null : texts.line(format.number(line));
  return (
    <div className="v-import-line">
      <p>{memberId ? <Link to={`/medlemmer/${memberId}`}>{name}</Link> : (name ?? at)}</p>
      {(changes.length > 0 || (name !== null && at !== null)) && (
        <p className="v-import-line__what">
          {[...(name !== null && at !== null ? [at] : []), changes.map((change) => texts.changes[change]).join(", ")]
            .filter((part) => part !== "")
            .join(" · ")}
        </p>
      )}
      {messages.map((message) => (
        <p key={message} className="v-import-line__what">
          {message}
        </p>
      ))}
    </div>
  );
}
