import { useState } from "react";
import { Link } from "react-router";
import { readFragment } from "../../../../graphql/generated";
import { LookUpRow_LookUpFragmentDoc, type LookUpRow_LookUpFragment } from "../../../../graphql/generated/graphql";
import { useLookUpsQuery } from "../../../../graphql/generated/hooks";
import { errorOf } from "../../app/errors";
import { useFormat } from "../../app/format";
import { useAllTexts } from "../../texts";
import { Button, Card, ErrorState, Row, Rows, Skeleton } from "../../ui";
import "./look-up.css";

/** Look-ups, newest first: one's own, or those of the chapter's members. */
export function LookUpList({ own }: { own: boolean }) {
  const texts = useAllTexts().lookUp;
  const [cursors, setCursors] = useState<readonly (string | null)[]>([null]);
  return (
    <Card title={own ? texts.ownTitle : texts.listTitle} lead={own ? texts.ownLead : texts.listLead}>
      {cursors.map((after, index) => (
        <Part
          key={after ?? "first"}
          own={own}
          after={after}
          last={index === cursors.length - 1}
          onMore={(next) => setCursors([...cursors, next])}
        />
      ))}
    </Card>
  );
}

type PartProps = { own: boolean; after: string | null; last: boolean; onMore: (next: string) => void };

function Part({ own, after, last, onMore }: PartProps) {
  const { lookUp: texts, ui } = useAllTexts();
  const [{ data, error, fetching }, retry] = useLookUpsQuery({
    variables: { after },
    requestPolicy: "cache-and-network",
  });
  const failure = errorOf(error);
  if (failure && !data)
    return (
      <ErrorState
        code={failure.code}
        requestId={failure.requestId}
        busy={fetching}
        onRetry={() => retry({ requestPolicy: "network-only" })}
      />
    );
  if (!data) return <Skeleton of="text" count={3} />;
  const { nodes, pageInfo } = data.lookUps;
  if (nodes.length === 0 && after === null) return <p>{own ? texts.noneOwn : texts.none}</p>;
  const next = pageInfo.hasNextPage ? pageInfo.endCursor : null;
  return (
    <>
      <Rows>
        {nodes.map((node) => {
          const lookUp = readFragment(LookUpRow_LookUpFragmentDoc, node);
          return <LookUpRow key={lookUp.id} lookUp={lookUp} />;
        })}
      </Rows>
      {last && next && (
        <Button variant="quiet" onClick={() => onMore(next)}>
          {ui.actions.showMore}
        </Button>
      )}
    </>
  );
}

function LookUpRow({ lookUp }: { lookUp: LookUpRow_LookUpFragment }) {
  const { lookUp: texts, workday } = useAllTexts();
  const format = useFormat();
  const { member, open } = lookUp;
  return (
    <Row>
      <div className="v-look-up">
        <p className="v-look-up__what">
          {member && <Link to={`/medlemmer/${member.id}`}>{member.name}</Link>}
          {!member && open && (
            <Link to={`/oppslag/${lookUp.id}`}>{texts.openUntil(format.time(lookUp.expiresAt))}</Link>
          )}
          {!member && !open && texts.closed}
        </p>
        <p>
          {workday.lookedUp.reasons[lookUp.reason]}: «{lookUp.words}»
        </p>
        <p className="v-look-up__facts">
          {member ? lookUp.byName : lookUp.chapterName} · {format.moment(lookUp.openedAt)}
        </p>
      </div>
    </Row>
  );
}
