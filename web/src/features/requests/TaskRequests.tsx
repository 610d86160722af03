import { lazy, Suspense, useState } from "react";
import {
  WithdrawRequestDocument,
  type RequestKind,
  type RequestDeskQuery,
} from "../../../../graphql/generated/graphql";
import { useRequestDeskQuery } from "../../../../graphql/generated/hooks";
import { useAction } from "../../app/useAction";
import { useCan } from "../../app/viewer";
import { useTexts } from "../../texts";
import { Button, Card, Row, Rows } from "../../ui";
import { AskDialog } from "./AskDialog";
import { Outcome } from "./Outcome";
import { RequestCard } from "./RequestCard";

export type Desk = RequestDeskQuery["requestDesk"];
export type AboutTask = {
  id: string;
  rev: number;
  aboutMember: boolean;
  returnedAt: string | null;
  returnedNote: string | null;
};
type TaskRequestsProps = { task: AboutTask; onChanged: () => void };

// seldom on a phone: those who look after chapters, with words of their own
const DeskRequests = lazy(() => import("./DeskRequests"));

/**
 * What has been asked about a task, beside the page's own matter: the board asks and reads the answer, those above answer,
 * give more time and send the report back. Nothing stands there while it is fetched, or when it did not come.
 */
export function TaskRequests({ task, onChanged }: TaskRequestsProps) {
  const decides = useCan("WAIVER_DECIDE");
  const [{ data }, reload] = useRequestDeskQuery({ variables: { touchpointId: task.id } });
  const changed = (): void => {
    reload({ requestPolicy: "network-only" });
    onChanged();
  };
  if (!data) return null;
  const desk = data.requestDesk;
  return decides ? (
    <Suspense fallback={null}>
      <DeskRequests task={task} desk={desk} onChanged={changed} />
    </Suspense>
  ) : (
    <BoardRequests task={task} desk={desk} onChanged={changed} />
  );
}

function BoardRequests({ task, desk, onChanged }: TaskRequestsProps & { desk: Desk }) {
  const texts = useTexts().requests;
  const mayWrite = useCan("TOUCHPOINT_WRITE");
  const [asking, setAsking] = useState<RequestKind | null>(null);
  const withdraw = useAction(WithdrawRequestDocument);
  const takeBack = async (id: string, rev: number): Promise<void> => {
    await withdraw.run({ id, rev });
    // refused: it was answered first, and the answer stands there
    onChanged();
  };
  const ask = desk.mayAsk.length > 0 && mayWrite && (
    <div className="v-request__actions">
      {desk.mayAsk.map((kind) => (
        <Button key={kind} variant="quiet" onClick={() => setAsking(kind)}>
          {kind === "WAIVER" ? texts.askWaiver : texts.askException}
        </Button>
      ))}
    </div>
  );
  return (
    <>
      {desk.requests.length > 0 && (
        <Card title={texts.title}>
          <Rows>
            {desk.requests.map((request) => (
              <Row key={request.id}>
                <RequestCard request={request}>
                  {request.state === "ASKED" && mayWrite && (
                    <div className="v-request__actions">
                      <Button
                        variant="quiet"
                        busy={withdraw.busy}
                        onClick={() => void takeBack(request.id, request.rev)}
                      >
                        {texts.withdraw}
                      </Button>
                    </div>
                  )}
                </RequestCard>
              </Row>
            ))}
          </Rows>
          <Outcome action={withdraw} />
          {ask}
        </Card>
      )}
      {desk.requests.length === 0 && ask}
      {asking && (
        <AskDialog
          kind={asking}
          touchpointId={task.id}
          aboutMember={task.aboutMember}
          onClose={() => setAsking(null)}
          onAsked={() => {
            setAsking(null);
            onChanged();
          }}
        />
      )}
    </>
  );
}
