import { useState } from "react";
import { Link } from "react-router";
import { useMemberMovesQuery } from "../../../../graphql/generated/hooks";
import { errorOf } from "../../app/errors";
import { useTexts } from "../../texts";
import { Alert, ButtonLink, Card, ErrorState, Page, Rows, Skeleton, Stack } from "../../ui";
import { IncomingMove, OutgoingMove } from "./MoveRow";

/** Who wants to come from other chapters, and who is on the way out. */
export function Component() {
  const texts = useTexts().lifeEvents.moves;
  const [{ data, error, fetching }, reload] = useMemberMovesQuery();
  const [answered, setAnswered] = useState<{ message: string; memberId: string | null } | null>(null);
  const problem = errorOf(error);
  const refresh = () => reload({ requestPolicy: "network-only" });
  const { incoming = [], outgoing = [] } = data?.memberMoves ?? {};
  const title = !data ? texts.documentTitle : incoming.length === 0 ? texts.none : texts.title(incoming.length);
  return (
    <Page
      narrow
      title={title}
      documentTitle={texts.documentTitle}
      crumb={<Link to="/medlemmer">{texts.crumb}</Link>}
      {...(incoming.length > 0 && { lead: texts.lead })}
    >
      {!data && (problem ? <ErrorState {...problem} busy={fetching} onRetry={refresh} /> : <Skeleton of="cards" />)}
      {answered && (
        <Alert
          tone="success"
          live
          action={
            answered.memberId && (
              <ButtonLink variant="quiet" to={`/medlemmer/${answered.memberId}`}>
                {texts.see}
              </ButtonLink>
            )
          }
        >
          {answered.message}
        </Alert>
      )}
      <Stack>
        {incoming.length > 0 && (
          <Card title={texts.incoming}>
            <Rows>
              {incoming.map((move) => (
                <IncomingMove
                  key={move.id}
                  move={move}
                  onAnswered={(message, memberId) => {
                    setAnswered({ message, memberId });
                    refresh();
                  }}
                  onRefused={refresh}
                />
              ))}
            </Rows>
          </Card>
        )}
        {data && (
          <Card title={texts.outgoing} {...(outgoing.length === 0 && { lead: texts.noneOut })}>
            {outgoing.length > 0 && (
              <Rows>
                {outgoing.map((move) => (
                  <OutgoingMove key={move.id} move={move} />
                ))}
              </Rows>
            )}
          </Card>
        )}
      </Stack>
    </Page>
  );
}
