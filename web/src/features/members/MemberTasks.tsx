import { useState } from "react";
import type { MemberQuery } from "../../../../graphql/generated/graphql";
import { useMemberTasksQuery } from "../../../../graphql/generated/hooks";
import { errorOf } from "../../app/errors";
import { useTexts } from "../../texts";
import { ErrorState, Pager, RowCards, Skeleton } from "../../ui";
import { TaskRow } from "../touchpoints";

type Tasks = MemberQuery["memberTouchpoints"];

/** The tasks there have been about a member, the latest due first; the first page comes with the member. */
export function MemberTasks({ memberId, first }: { memberId: string; first: Tasks }) {
  const texts = useTexts().members.page;
  const [pages, setPages] = useState<readonly string[]>([]);
  const more = (cursor: string): void => setPages([...pages, cursor]);
  if (first.nodes.length === 0) return <p>{texts.noTasks}</p>;
  return (
    <>
      <TaskPage tasks={first} last={pages.length === 0} onMore={more} />
      {pages.map((after, index) => (
        <NextPage key={after} memberId={memberId} after={after} last={index === pages.length - 1} onMore={more} />
      ))}
    </>
  );
}

type PageProps = { last: boolean; onMore: (cursor: string) => void };

function NextPage({ memberId, after, ...rest }: PageProps & { memberId: string; after: string }) {
  const [result, retry] = useMemberTasksQuery({ variables: { id: memberId, after } });
  const problem = errorOf(result.error);
  if (result.data) return <TaskPage tasks={result.data.memberTouchpoints} {...rest} />;
  return problem ? (
    <ErrorState code={problem.code} requestId={problem.requestId} busy={result.fetching} onRetry={() => retry()} />
  ) : (
    <Skeleton of="cards" count={3} />
  );
}

function TaskPage({ tasks, last, onMore }: PageProps & { tasks: Tasks }) {
  const { nodes, pageInfo } = tasks;
  return (
    <>
      <RowCards joined>
        {nodes.map((task) => (
          <TaskRow key={task.id} task={task} />
        ))}
      </RowCards>
      {last && (
        <Pager
          shown={nodes.length}
          hasMore={pageInfo.hasNextPage}
          onMore={() => pageInfo.endCursor && onMore(pageInfo.endCursor)}
        />
      )}
    </>
  );
}
