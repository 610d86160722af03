import { useFormat } from "../../app/format";
import { Alert } from "../../ui";
import { invited, type Line, type Plan, type View } from "./plan";
import { useHandoverTexts } from "./words";

type ReviewProps = { view: View; lines: readonly Line[]; plan: Plan; today: string };

/** What happens when one presses, before one does. */
export function ReviewStep({ view, lines, plan, today }: ReviewProps) {
  const texts = useHandoverTexts().review;
  const format = useFormat();
  const mails = invited(lines);
  const tasks = mails.reduce((n, line) => n + (plan.gives[line.line]?.length ?? 0), 0);
  const leaving = view.board.filter((seat) => seat.seatId in plan.ends);
  const leaders = view.board.filter((seat) => seat.role === "CHAPTER_LEADER");
  const waits = leaders.every((seat) => leaving.includes(seat));
  return (
    <>
      <p>{texts.body}</p>
      <ul className="v-handover__list">
        <li>{mails.length > 0 ? texts.mails(mails.length) : texts.noMails}</li>
        {leaving.length === 0 && <li>{texts.noEnds}</li>}
        {leaving.map((seat) => (
          <li key={seat.seatId}>
            {waits && seat.role === "CHAPTER_LEADER"
              ? texts.endsLeader(seat.holderName)
              : texts.ends(seat.holderName, format.date(plan.ends[seat.seatId]!))}
          </li>
        ))}
        {lines
          .filter((line) => line.stays && !leaving.some((seat) => seat.holderName === line.name))
          .map((line) => (
            <li key={line.line}>{texts.stays(line.name)}</li>
          ))}
        {tasks > 0 && <li>{texts.tasks(tasks)}</li>}
      </ul>
      <p>{texts.undo}</p>
      {plan.heldOn > today && <Alert>{texts.early(format.date(plan.heldOn))}</Alert>}
    </>
  );
}
