import { useState } from "react";
import { readFragment } from "../../../../graphql/generated";
import {
  SeatRow_BoardSeatFragmentDoc,
  type BoardSeatsQueryVariables,
  type Role,
} from "../../../../graphql/generated/graphql";
import { useBoardSeatsQuery } from "../../../../graphql/generated/hooks";
import { errorOf } from "../../app/errors";
import { useTexts } from "../../texts";
import { Alert, Button, Card, EmptyState, ErrorState, Row, Rows, Skeleton } from "../../ui";
import { PersonPlusIcon } from "../../ui/icons";
import { InviteDialog } from "./InviteDialog";
import type { SeatAct, SeatFacts } from "./seat-facts";
import { SeatActDialog } from "./SeatActDialog";
import { SeatRow } from "./SeatRow";

type SeatListProps = {
  /** Which unit's seats. */
  of: { chapterId: string } | { regionId: string } | { unitKind: "ORGANIZATION" };
  unitName: string;
  title?: string;
  /** The roles one may invite to here; none: only read. */
  roles: readonly Role[];
};

/** The seats of one unit, with what may be done about them. */
export function SeatList({ of, unitName, title, roles }: SeatListProps) {
  const texts = useTexts().organization.board;
  const variables: BoardSeatsQueryVariables = { chapterId: null, regionId: null, unitKind: null, ...of };
  const [result, reload] = useBoardSeatsQuery({ variables });
  const [inviting, setInviting] = useState(false);
  const [act, setAct] = useState<{ kind: SeatAct; seat: SeatFacts } | null>(null);
  const [done, setDone] = useState<string | null>(null);
  const problem = errorOf(result.error);
  const again = () => reload({ requestPolicy: "network-only" });
  const finished = (message: string) => {
    setInviting(false);
    setAct(null);
    setDone(message);
    again();
  };

  const seats = result.data?.boardSeats.nodes.map((node) => readFragment(SeatRow_BoardSeatFragmentDoc, node));
  return (
    <Card
      title={title ?? texts.title}
      {...(roles.length > 0 && {
        aside: (
          <Button variant="quiet" icon={PersonPlusIcon} onClick={() => setInviting(true)}>
            {texts.invite}
          </Button>
        ),
      })}
    >
      {done && (
        <Alert tone="success" live>
          {done}
        </Alert>
      )}
      {!seats && problem && (
        <ErrorState code={problem.code} requestId={problem.requestId} busy={result.fetching} onRetry={again} />
      )}
      {!seats && !problem && <Skeleton of="text" count={3} />}
      {seats?.length === 0 && (
        <EmptyState title={texts.empty}>{roles.length > 0 ? texts.emptyBody : texts.emptyBodyRead}</EmptyState>
      )}
      {seats && seats.length > 0 && (
        <Rows>
          {seats.map((seat) => (
            <Row key={seat.id}>
              <SeatRow
                seat={seat}
                mayAct={roles.includes(seat.role)}
                onAct={(kind) => {
                  setDone(null);
                  setAct({ kind, seat });
                }}
              />
            </Row>
          ))}
        </Rows>
      )}
      {inviting && (
        <InviteDialog of={of} unitName={unitName} roles={roles} onClose={() => setInviting(false)} onDone={finished} />
      )}
      {act && (
        <SeatActDialog kind={act.kind} seat={act.seat} onClose={() => setAct(null)} onDone={finished} onStale={again} />
      )}
    </Card>
  );
}
