import { addDays, latestDate, type ContactOutcome } from "@varde/domain";
import { NoteLastChanceDocument } from "../../../../graphql/generated/graphql";
import { useFormat } from "../../app/format";
import { useUndo } from "../../app/undo";
import { useAction } from "../../app/useAction";
import { useCan } from "../../app/viewer";
import { useTexts } from "../../texts";
import { Button, Card } from "../../ui";
import { ActionAlert } from "./ActionAlert";
import { ContactButtons } from "./ContactButtons";
import type { Task } from "./useTask";
import "./today.css";

const OUTCOMES = ["REACHED", "NO_ANSWER", "WRONG_NUMBER", "DECLINES_CONTACT"] as const satisfies ContactOutcome[];
/** Days after its time was out in which a late contact is noted; the server says the same. */
const DAYS = 30;

/** Where a task about a member ran out: the way to reach them all the same, and what came of it. It stays run out. */
export function LastChanceCard({ task, onDone }: { task: Task; onDone: () => void }) {
  const { workday, touchpoints } = useTexts();
  const texts = workday.lastChance;
  const format = useFormat();
  const mayWrite = useCan("TOUCHPOINT_WRITE");
  const offerUndo = useUndo();
  const note = useAction(NoteLastChanceDocument);
  const { touchpoint, contact } = task;
  const { member, canSubmit, lastChance } = touchpoint;
  const until = addDays(latestDate(touchpoint.missOn, canSubmit.until), DAYS);
  if (!mayWrite || touchpoint.status !== "MISSED" || !member || !contact || format.today() > until) return null;
  if (contact.preference === "NEVER" || contact.preference === "NOT_NOW") return lastChance && <Noted task={task} />;

  async function send(outcome: ContactOutcome): Promise<void> {
    const sent = await note.run({ id: touchpoint.id, rev: touchpoint.rev, outcome });
    const detail = sent?.noteLastChance.detail;
    onDone();
    if (!detail) return;
    const { rev } = detail.touchpoint;
    offerUndo({
      message: outcome === "NO_ANSWER" ? texts.again : texts.done,
      undo: () => void note.run({ id: touchpoint.id, rev, outcome: null }).then(onDone),
    });
  }

  const open = !lastChance || lastChance.outcome === "NO_ANSWER";
  return (
    <Card tone="good" title={texts.title(member.firstName)} lead={texts.lead}>
      {open && <ContactButtons name={member.firstName} contact={contact} />}
      {lastChance && (
        <p role="status">
          {texts.noted(touchpoints.task.outcomes[lastChance.outcome], format.relativeDay(lastChance.on))}
        </p>
      )}
      {open && (
        <div role="group" aria-label={texts.question} className="v-last-chance">
          <h3>{texts.question}</h3>
          <div className="v-last-chance__row">
            {OUTCOMES.map((outcome) => (
              <Button key={outcome} busy={note.busy} onClick={() => void send(outcome)}>
                {touchpoints.task.outcomes[outcome]}
              </Button>
            ))}
          </div>
        </div>
      )}
      <ActionAlert error={note.error} problems={note.problems} />
    </Card>
  );
}

/** They have asked to be left alone: only what was noted is shown. */
function Noted({ task }: { task: Task }) {
  const { workday, touchpoints } = useTexts();
  const format = useFormat();
  const { lastChance } = task.touchpoint;
  if (!lastChance) return null;
  return (
    <Card>
      <p>
        {workday.lastChance.noted(touchpoints.task.outcomes[lastChance.outcome], format.relativeDay(lastChance.on))}
      </p>
    </Card>
  );
}
