import type { ReactNode } from "react";
import type { MembersToLookAtQuery } from "../../../../graphql/generated/graphql";
import { useMembersToLookAtQuery } from "../../../../graphql/generated/hooks";
import { useTexts } from "../../texts";
import { Card, RowCard, RowCards } from "../../ui";

/**
 * What waits beside the list of members: moves, rows that may be one person, who grows too old. `card` is null when nothing waits;
 * it is `ready` when that is known, so that the list is shown with it and does not jump.
 */
export function useMembersToLookAt(): { ready: boolean; card: ReactNode } {
  const [{ data, error }] = useMembersToLookAtQuery();
  return { ready: data !== undefined || error !== undefined, card: data ? <Waiting data={data} /> : null };
}

function Waiting({ data }: { data: MembersToLookAtQuery }) {
  const texts = useTexts().lifeEvents.toLookAt;
  const incoming = data.memberMoves.incoming.length;
  const lost = data.memberMoves.outgoing.filter(({ state, toChapter }) => state === "PROPOSED" && !toChapter).length;
  const alike = data.likeMembers.pairs.length;
  const { maxAge, members, more } = data.ageingMembers;
  const rows = [
    { to: "/medlemmer/flyttinger", title: incoming > 0 && texts.incoming(incoming) },
    { to: "/medlemmer/flyttinger", title: lost > 0 && texts.lost(lost) },
    { to: "/medlemmer/like", title: alike > 0 && texts.alike(alike) },
    {
      to: "/medlemmer/aldersgrensen",
      title: maxAge != null && members.length > 0 && texts.ageing(members.length, more, maxAge),
    },
  ].flatMap(({ to, title }) => (title ? [{ to, title }] : []));
  if (rows.length === 0) return null;
  return (
    <Card title={texts.title}>
      <RowCards joined>
        {rows.map(({ to, title }) => (
          <RowCard key={title} to={to} title={title} />
        ))}
      </RowCards>
    </Card>
  );
}
