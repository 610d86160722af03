import { useState } from "react";
import { useBoardMessagesQuery } from "../../../../graphql/generated/hooks";
import { errorOf } from "../../app/errors";
import { useCan } from "../../app/viewer";
import { useTexts } from "../../texts";
import { Button, ButtonLink, EmptyState, ErrorState, Page, Skeleton, Stack } from "../../ui";
import { PlusIcon } from "../../ui/icons";
import { BoardMessageCard } from "./BoardMessageCard";
import "./news.css";

/** All messages: to national what was sent and how far it has come, to a board what it was sent. */
export function Component() {
  const texts = useTexts().news;
  const national = useCan("BOARD_MESSAGE");
  const [cursors, setCursors] = useState<readonly (string | null)[]>([null]);
  return (
    <Page
      narrow
      title={texts.title}
      lead={national ? texts.leadNational : texts.leadBoard}
      {...(national && {
        action: (
          <ButtonLink to="/beskjeder/ny" variant="primary" icon={PlusIcon}>
            {texts.write}
          </ButtonLink>
        ),
      })}
    >
      {cursors.map((after, index) => (
        <Part
          key={after ?? "first"}
          after={after}
          last={index === cursors.length - 1}
          onMore={(next) => setCursors([...cursors, next])}
        />
      ))}
    </Page>
  );
}

/** One page of them; the last offers the next. */
function Part({ after, last, onMore }: { after: string | null; last: boolean; onMore: (next: string) => void }) {
  const { news, ui } = useTexts();
  const national = useCan("BOARD_MESSAGE");
  const [{ data, error, fetching }, retry] = useBoardMessagesQuery({ variables: { after } });
  const failure = errorOf(error);
  const again = () => retry({ requestPolicy: "network-only" });
  if (failure && !data)
    return <ErrorState code={failure.code} requestId={failure.requestId} busy={fetching} onRetry={again} />;
  if (!data) return <Skeleton of="cards" count={3} />;
  const { nodes, pageInfo } = data.boardMessages;
  if (nodes.length === 0 && after === null) {
    return (
      <EmptyState title={national ? news.emptyNational : news.emptyBoard}>
        {national ? news.emptyNationalBody : news.emptyBoardBody}
      </EmptyState>
    );
  }
  const next = pageInfo.hasNextPage ? pageInfo.endCursor : null;
  return (
    <>
      <Stack>
        {nodes.map((message) => (
          <BoardMessageCard key={message.id} message={message} onChanged={again} />
        ))}
      </Stack>
      {last && next !== null && (
        <Button variant="quiet" onClick={() => onMore(next)}>
          {ui.actions.showMore}
        </Button>
      )}
    </>
  );
}
