import { osloDate } from "@varde/domain";
import { useState, type ReactNode } from "react";
import { useFormat } from "../../app/format";
import { useTexts } from "../../texts";
import { Button, ButtonLink, Card, Dock, Row, Rows, VisuallyHidden } from "../../ui";
import { CheckmarkIcon, ClockIcon } from "../../ui/icons";

/** What one board member has done of what each of them does. */
export type PartData = { seatId: string; name: string; mine: boolean; doneAt: string | null };

const UNDO_MS = 600_000;

/** «2 av 3 har gjort dette», and who. */
export function PartsCard({ parts }: { parts: readonly PartData[] }) {
  const texts = useTexts().touchpoints.task.each;
  const format = useFormat();
  const done = parts.filter(({ doneAt }) => doneAt).length;
  return (
    <Card title={texts.title} aside={texts.count(done, parts.length)} lead={texts.lead}>
      <Rows>
        {parts.map(({ seatId, name, mine, doneAt }) => (
          <Row key={seatId}>
            <span className="v-part" data-done={doneAt !== null}>
              {doneAt ? <CheckmarkIcon aria-hidden fontSize="1.5rem" /> : <ClockIcon aria-hidden fontSize="1.5rem" />}
              <span>
                {mine ? texts.you : name}
                <VisuallyHidden>: {doneAt ? texts.done : texts.notYet}</VisuallyHidden>
              </span>
              {doneAt && <span className="v-part__when">{format.relativeDay(osloDate(new Date(doneAt)))}</span>}
            </span>
          </Row>
        ))}
      </Rows>
    </Card>
  );
}

type EachViewProps = {
  parts: readonly PartData[];
  /** it can be confirmed today */
  open: boolean;
  busy: boolean;
  onConfirm: () => void;
  onTakeBack: () => void;
  /** what came in the way */
  children?: ReactNode;
};

/** The dock of what each of the board does, as it looks: one's own confirmation in one tap. */
export function EachView({ parts, open, busy, onConfirm, onTakeBack, children }: EachViewProps) {
  const texts = useTexts().touchpoints.task;
  const [now] = useState(() => Date.now());
  const mine = parts.find((part) => part.mine)?.doneAt ?? null;
  return (
    <Dock
      backTo="/oppgaver"
      backLabel={texts.back}
      action={
        mine && now - Date.parse(mine) < UNDO_MS ? (
          <Button variant="quiet" busy={busy} onClick={onTakeBack}>
            {texts.each.takeBack}
          </Button>
        ) : open && !mine ? (
          <Button variant="primary" busy={busy} icon={CheckmarkIcon} onClick={onConfirm}>
            {texts.each.confirm}
          </Button>
        ) : (
          <ButtonLink variant="quiet" to="/oppgaver">
            {texts.back}
          </ButtonLink>
        )
      }
    >
      {mine && <p className="v-outcome__note">{texts.each.mine}</p>}
      {children}
    </Dock>
  );
}
