import { Link } from "react-router";
import { readFragment, type FragmentType } from "../../../../graphql/generated";
import {
  AcceptMoveDocument,
  DeclineMoveDocument,
  MoveRow_MemberMoveFragmentDoc,
} from "../../../../graphql/generated/graphql";
import { useFormat } from "../../app/format";
import { useAction } from "../../app/useAction";
import { useCan } from "../../app/viewer";
import { useTexts } from "../../texts";
import { Button, Row, Tag } from "../../ui";
import { Outcome } from "./Outcome";
import "./life-events.css";

type Masked = FragmentType<typeof MoveRow_MemberMoveFragmentDoc>;
type IncomingMoveProps = {
  move: Masked;
  /** the id of the member, where they were received */
  onAnswered: (message: string, memberId: string | null) => void;
  onRefused: () => void;
};

/** Somebody another chapter says is coming, and the answer. */
export function IncomingMove({ move: masked, onAnswered, onRefused }: IncomingMoveProps) {
  const move = readFragment(MoveRow_MemberMoveFragmentDoc, masked);
  const texts = useTexts().lifeEvents.moves;
  const format = useFormat();
  const mayWrite = useCan("MEMBER_WRITE");
  const accept = useAction(AcceptMoveDocument);
  const decline = useAction(DeclineMoveDocument);
  const { id, rev, name } = move;
  const answer = async (yes: boolean): Promise<void> => {
    const done = yes ? await accept.run({ id, rev }) : await decline.run({ id, rev });
    if (!done) onRefused();
    else if (yes) onAnswered(texts.accepted(name), move.memberId);
    else onAnswered(texts.declined, null);
  };
  return (
    <Row>
      <div className="v-life-row">
        <div>
          <strong>{name}</strong>
          {move.birthYear != null && `, ${texts.born(String(move.birthYear))}`}
          <p className="v-life-row__note">{texts.from(move.fromChapter ?? "", format.date(move.proposedOn))}</p>
          {(move.waiting ?? 0) > 0 && <p className="v-life-row__note">{texts.waiting(move.waiting ?? 0)}</p>}
        </div>
        {mayWrite && (
          <div className="v-life-row__actions">
            <Button
              variant="secondary"
              busy={accept.busy}
              aria-label={texts.acceptOf(name)}
              onClick={() => void answer(true)}
            >
              {texts.accept}
            </Button>
            <Button
              variant="quiet"
              busy={decline.busy}
              aria-label={texts.declineOf(name)}
              onClick={() => void answer(false)}
            >
              {texts.decline}
            </Button>
          </div>
        )}
      </div>
      <Outcome action={accept} />
      <Outcome action={decline} />
    </Row>
  );
}

/** Somebody on the way out, or answered lately. */
export function OutgoingMove({ move: masked }: { move: Masked }) {
  const move = readFragment(MoveRow_MemberMoveFragmentDoc, masked);
  const texts = useTexts().lifeEvents.moves;
  return (
    <Row>
      <div className="v-life-row">
        <div>
          <Link to={`/medlemmer/${move.memberId}`}>{move.name}</Link>
          <p className="v-life-row__note">{move.toChapter ? texts.to(move.toChapter) : texts.unknown}</p>
        </div>
        <Tag tone={move.state === "PROPOSED" ? "attention" : "plain"}>{texts.states[move.state]}</Tag>
      </div>
    </Row>
  );
}
