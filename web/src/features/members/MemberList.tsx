import { useState } from "react";
import { useMembersQuery } from "../../../../graphql/generated/hooks";
import { errorOf } from "../../app/errors";
import { useFormat } from "../../app/format";
import { useTexts } from "../../texts";
import { EmptyState, ErrorState, Pager, RowCards, Skeleton } from "../../ui";
import { PAGE, variablesOf, type ListView } from "./member-list-view";
import { MemberRow } from "./MemberRow";

type Asked = { view: ListView; search: string };

/** The members of a view, page under page. */
export function MemberList({ view, search }: Asked) {
  const [pages, setPages] = useState<readonly (string | null)[]>([null]);
  return pages.map((after, index) => (
    <MemberListPage
      key={after ?? "first"}
      view={view}
      search={search}
      after={after}
      shownBefore={index * PAGE}
      last={index === pages.length - 1}
      onMore={(cursor) => setPages([...pages, cursor])}
    />
  ));
}

type PageProps = Asked & {
  after: string | null;
  shownBefore: number;
  last: boolean;
  onMore: (cursor: string) => void;
};

function MemberListPage({ view, search, after, shownBefore, last, onMore }: PageProps) {
  const texts = useTexts().members;
  const format = useFormat();
  const [result, retry] = useMembersQuery({ variables: variablesOf(view, search, format.today(), after) });
  const problem = errorOf(result.error);
  if (!result.data) {
    return problem ? (
      <ErrorState code={problem.code} requestId={problem.requestId} busy={result.fetching} onRetry={() => retry()} />
    ) : (
      <Skeleton of="cards" count={6} />
    );
  }
  const { nodes, totalCount, pageInfo } = result.data.members;
  if (nodes.length === 0 && after === null) return <Nobody view={view} search={search} />;
  return (
    <>
      {after === null && (
        <p role="status">
          {totalCount === null ? texts.overThousand : texts.count(format.number(totalCount), totalCount === 1)}
        </p>
      )}
      <RowCards joined>
        {nodes.map((member) => (
          <MemberRow key={member.id} member={member} />
        ))}
      </RowCards>
      {last && (
        <Pager
          shown={shownBefore + nodes.length}
          {...(totalCount !== null && { total: totalCount })}
          hasMore={pageInfo.hasNextPage}
          busy={result.fetching}
          onMore={() => pageInfo.endCursor && onMore(pageInfo.endCursor)}
        />
      )}
    </>
  );
}

function Nobody({ view, search }: Asked) {
  const texts = useTexts().members;
  if (search.trim() !== "") return <EmptyState title={texts.emptySearch}>{texts.emptySearchBody}</EmptyState>;
  if (view.show !== "all" || view.preference) return <EmptyState title={texts.emptyShow} />;
  return <EmptyState title={texts.empty}>{texts.emptyBody}</EmptyState>;
}
