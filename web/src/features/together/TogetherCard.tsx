import { useState } from "react";
import { AssignTouchpointDocument } from "../../../../graphql/generated/graphql";
import { initials } from "../../app/initials";
import { useAction } from "../../app/useAction";
import { useTexts } from "../../texts";
import { Alert, Button, Card, Dialog, ErrorState, RadioCards } from "../../ui";
import { Comments } from "./Comments";
import { useTogether, type Shared } from "./useTogether";
import "./together.css";

type TogetherCardProps = {
  touchpointId: string;
  /** It can still be done, and so be somebody's. */
  open: boolean;
  /** Who has it was changed: the task's own `rev` with it. */
  onChanged: () => void;
};

/** Who of the board does it, and what they say to each other. Beside the page's own matter: nothing stands there until it has come. */
export function TogetherCard({ touchpointId, open, onChanged }: TogetherCardProps) {
  const texts = useTexts().together;
  const { shared, refresh } = useTogether(touchpointId);
  if (!shared) return null;
  const changed = (): void => {
    refresh();
    onChanged();
  };
  return (
    <Card title={open ? texts.title : texts.talk}>
      {open && <Assignee shared={shared} onChanged={changed} />}
      <Comments shared={shared} onChanged={refresh} />
    </Card>
  );
}

function Assignee({ shared, onChanged }: { shared: Shared; onChanged: () => void }) {
  const texts = useTexts().together;
  const assign = useAction(AssignTouchpointDocument);
  const [giving, setGiving] = useState(false);
  const { assignee, touchpointId, rev } = shared;
  const me = shared.board.find(({ mine }) => mine);
  const give = async (seatId: string | null): Promise<void> => {
    await assign.run({ id: touchpointId, rev, seatId });
    setGiving(false);
    // refused: somebody was first, and the card shows who
    onChanged();
  };
  return (
    <div className="v-assignee">
      <p className="v-assignee__who" aria-live="polite">
        {assignee ? (
          <>
            <span className="v-disc" aria-hidden>
              {initials(assignee.name)}
            </span>
            <span>{assignee.mine ? texts.mine : texts.theirs(assignee.name)}</span>
          </>
        ) : (
          texts.nobodys
        )}
      </p>
      <div className="v-assignee__acts">
        {me && !assignee?.mine && (
          <Button busy={assign.busy} onClick={() => void give(me.seatId)}>
            {assignee ? texts.takeOver : texts.take}
          </Button>
        )}
        {(shared.board.length > 1 || (assignee && !assignee.mine)) && (
          <Button variant="quiet" onClick={() => setGiving(true)}>
            {assignee ? texts.handOver : texts.give}
          </Button>
        )}
        {assignee?.mine && (
          <Button variant="quiet" busy={assign.busy} onClick={() => void give(null)}>
            {texts.letGo}
          </Button>
        )}
      </div>
      {assign.problems.map(({ message }) => (
        <Alert key={message} tone="warn" live>
          {message}
        </Alert>
      ))}
      {assign.error && <ErrorState {...assign.error} />}
      {giving && <GiveDialog shared={shared} busy={assign.busy} onClose={() => setGiving(false)} onGive={give} />}
    </div>
  );
}

type GiveDialogProps = {
  shared: Shared;
  busy: boolean;
  onClose: () => void;
  onGive: (seatId: string | null) => Promise<void>;
};

const NOBODY = "nobody";

function GiveDialog({ shared, busy, onClose, onGive }: GiveDialogProps) {
  const texts = useTexts().together;
  const [chosen, setChosen] = useState<string | null>(null);
  return (
    <Dialog
      open
      title={texts.giveTitle}
      onClose={onClose}
      actions={
        <>
          <Button variant="quiet" onClick={onClose}>
            {texts.cancel}
          </Button>
          <Button
            variant="primary"
            busy={busy}
            aria-disabled={chosen === null}
            onClick={() => chosen && void onGive(chosen === NOBODY ? null : chosen)}
          >
            {texts.giveTo}
          </Button>
        </>
      }
    >
      <RadioCards
        hideLabel
        label={texts.giveTitle}
        value={chosen}
        onChange={setChosen}
        options={[
          ...shared.board
            .filter(({ seatId }) => seatId !== shared.assignee?.seatId)
            .map(({ seatId, name, mine }) => ({ value: seatId, label: mine ? texts.me(name) : name })),
          ...(shared.assignee ? [{ value: NOBODY, label: texts.nobody }] : []),
        ]}
      />
    </Dialog>
  );
}
