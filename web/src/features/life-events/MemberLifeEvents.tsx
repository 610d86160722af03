import { useEffect, useRef, useState } from "react";
import { readFragment, type FragmentType } from "../../../../graphql/generated";
import {
  MemberLife_MemberLifeFragmentDoc,
  ReinstateMemberDocument,
  UndoMergeDocument,
  WithdrawMoveDocument,
} from "../../../../graphql/generated/graphql";
import { useMemberLifeQuery } from "../../../../graphql/generated/hooks";
import { errorOf } from "../../app/errors";
import { useFormat } from "../../app/format";
import { useAction } from "../../app/useAction";
import { useCan } from "../../app/viewer";
import { useTexts } from "../../texts";
import { Alert, Button, Card, ErrorState, Skeleton } from "../../ui";
import { LifeEventDialog, type LifeEvent } from "./LifeEventDialog";
import { Outcome } from "./Outcome";

type MemberLifeEventsProps = {
  memberId: string;
  /** The member's rev as the page has it: when another part of the page changes the member, this asks again. */
  rev: number;
  /** What the page shows of the member is no longer as it was. */
  onChanged?: () => void;
};

/** «Noe har hendt» on a member's page: what has happened, what can be taken back, and a way to say so. */
export function MemberLifeEvents({ memberId, rev, onChanged }: MemberLifeEventsProps) {
  const texts = useTexts().lifeEvents;
  const [{ data, error, fetching }, reload] = useMemberLifeQuery({ variables: { memberId } });
  const shown = useRef(rev);
  useEffect(() => {
    if (shown.current === rev) return;
    shown.current = rev;
    reload({ requestPolicy: "network-only" });
  }, [rev, reload]);
  const refresh = () => {
    reload({ requestPolicy: "network-only" });
    onChanged?.();
  };
  const problem = errorOf(error);
  if (!data) {
    return (
      <Card title={texts.title}>
        {problem ? (
          <ErrorState {...problem} busy={fetching} onRetry={() => reload({ requestPolicy: "network-only" })} />
        ) : (
          <Skeleton of="text" />
        )}
      </Card>
    );
  }
  return <LifeCard life={data.memberLife} onChanged={refresh} />;
}

type LifeCardProps = { life: FragmentType<typeof MemberLife_MemberLifeFragmentDoc>; onChanged: () => void };

function LifeCard({ life: masked, onChanged }: LifeCardProps) {
  const life = readFragment(MemberLife_MemberLifeFragmentDoc, masked);
  const texts = useTexts().lifeEvents;
  const format = useFormat();
  const mayWrite = useCan("MEMBER_WRITE");
  const [asking, setAsking] = useState<{ about: LifeEvent | null } | null>(null);
  const withdraw = useAction(WithdrawMoveDocument);
  const undoMerge = useAction(UndoMergeDocument);
  const { move } = life;
  const takeBack = async (): Promise<void> => {
    if (move) await withdraw.run({ id: move.id, rev: move.rev });
    onChanged();
  };
  const part = async (id: string, rev: number): Promise<void> => {
    await undoMerge.run({ id, rev });
    onChanged();
  };
  return (
    <Card title={texts.title} {...(life.leftOn === null && mayWrite && { lead: texts.lead })}>
      {life.leftOn !== null && <Ended life={life} onChanged={onChanged} />}
      {life.mobileWrongOn && <Alert tone="warn">{texts.mobileWrong(format.date(life.mobileWrongOn))}</Alert>}
      {life.declined && <Alert>{texts.declined}</Alert>}
      {move && (
        <Alert
          action={
            mayWrite && (
              <>
                {move.toChapter === null && (
                  <Button variant="secondary" onClick={() => setAsking({ about: "MOVED" })}>
                    {texts.sayWhere}
                  </Button>
                )}
                <Button variant="quiet" busy={withdraw.busy} onClick={() => void takeBack()}>
                  {texts.withdraw}
                </Button>
              </>
            )
          }
        >
          {move.toChapter === null ? texts.moveUnknown : texts.moveWaits(move.toChapter, format.date(move.proposedOn))}
        </Alert>
      )}
      {life.merges.map((merge) => (
        <Alert
          key={merge.id}
          action={
            mayWrite && (
              <Button variant="quiet" busy={undoMerge.busy} onClick={() => void part(merge.id, merge.rev)}>
                {texts.part}
              </Button>
            )
          }
        >
          {texts.mergedWith(
            merge.keptId === life.memberId ? merge.mergedName : merge.keptName,
            format.date(merge.undoUntil),
          )}
        </Alert>
      ))}
      <Outcome action={withdraw} />
      <Outcome action={undoMerge} />
      {mayWrite && life.leftOn === null && (
        <div>
          <Button variant="secondary" onClick={() => setAsking({ about: null })}>
            {texts.open}
          </Button>
        </div>
      )}
      {asking && (
        <LifeEventDialog
          memberId={life.memberId}
          name={life.name}
          joinedOn={life.joinedOn}
          rev={life.rev}
          about={asking.about}
          mayMove={move === null || move.toChapter === null}
          onClose={() => setAsking(null)}
          onDone={() => {
            setAsking(null);
            onChanged();
          }}
        />
      )}
    </Card>
  );
}

type EndedLife = {
  memberId: string;
  leftOn?: string | null;
  endReason?: keyof ReturnType<typeof useTexts>["lifeEvents"]["ended"] | null;
  movedTo?: string | null;
  undoUntil?: string | null;
  emptiedFrom?: string | null;
  rev: number;
};

/** How it ended, until when that can be taken back, and when what is known is removed. */
function Ended({ life, onChanged }: { life: EndedLife; onChanged: () => void }) {
  const texts = useTexts().lifeEvents;
  const format = useFormat();
  const mayWrite = useCan("MEMBER_WRITE");
  const reinstate = useAction(ReinstateMemberDocument);
  const back = async (): Promise<void> => {
    await reinstate.run({ id: life.memberId, rev: life.rev });
    onChanged();
  };
  const day = life.leftOn ? format.date(life.leftOn) : "";
  return (
    <>
      <p>
        {texts.ended[life.endReason ?? "NONE"](day)}
        {life.movedTo && ` ${texts.movedTo(life.movedTo)}`}
        {` ${life.emptiedFrom ? texts.emptiedFrom(format.date(life.emptiedFrom)) : texts.emptied}`}
      </p>
      {life.undoUntil && mayWrite && (
        <div>
          <Button variant="secondary" busy={reinstate.busy} onClick={() => void back()}>
            {texts.reinstate}
          </Button>
          <p>{texts.undoUntil(format.date(life.undoUntil))}</p>
        </div>
      )}
      <Outcome action={reinstate} />
    </>
  );
}
