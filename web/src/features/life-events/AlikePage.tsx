import { useState } from "react";
import { Link } from "react-router";
import { useLikeMembersQuery } from "../../../../graphql/generated/hooks";
import { errorOf } from "../../app/errors";
import { useTexts } from "../../texts";
import { Alert, ButtonLink, EmptyState, ErrorState, Page, Skeleton, Stack } from "../../ui";
import { LikeCard } from "./LikeCard";

/** Members that may be one person, a pair a card. */
export function Component() {
  const { alike: texts, moves } = useTexts().lifeEvents;
  const [{ data, error, fetching }, reload] = useLikeMembersQuery();
  const [said, setSaid] = useState<{ message: string; memberId: string | null } | null>(null);
  const problem = errorOf(error);
  const refresh = () => reload({ requestPolicy: "network-only" });
  const pairs = data?.likeMembers.pairs ?? [];
  const title = !data ? texts.documentTitle : pairs.length === 0 ? texts.none : texts.title(pairs.length);
  return (
    <Page
      narrow
      title={title}
      documentTitle={texts.documentTitle}
      crumb={<Link to="/medlemmer">{moves.crumb}</Link>}
      {...(pairs.length > 0 && { lead: texts.lead })}
    >
      {!data && (problem ? <ErrorState {...problem} busy={fetching} onRetry={refresh} /> : <Skeleton of="cards" />)}
      {said && (
        <Alert
          tone="success"
          live
          action={
            said.memberId && (
              <ButtonLink variant="quiet" to={`/medlemmer/${said.memberId}`}>
                {moves.see}
              </ButtonLink>
            )
          }
        >
          {said.message}
        </Alert>
      )}
      {data && pairs.length === 0 && <EmptyState title={texts.noneLead} />}
      <Stack>
        {pairs.map((pair) => (
          <LikeCard
            key={`${pair.one.id}/${pair.other.id}`}
            pair={pair}
            onDone={(message, memberId) => {
              setSaid({ message, memberId });
              refresh();
            }}
            onRefused={refresh}
          />
        ))}
      </Stack>
    </Page>
  );
}
