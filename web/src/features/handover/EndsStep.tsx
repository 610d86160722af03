import { useFormat } from "../../app/format";
import { useTexts } from "../../texts";
import { Chips, DateField } from "../../ui";
import { earliestEnd, suggestedEnd, type Plan, type View } from "./plan";
import { useHandoverTexts } from "./words";

type EndsProps = { view: View; plan: Plan; today: string; onChange: (plan: Plan) => void };

/** Who leaves, and the last day of each. */
export function EndsStep({ view, plan, today, onChange }: EndsProps) {
  const texts = useHandoverTexts().ends;
  const { app } = useTexts();
  const format = useFormat();
  if (view.board.length === 0) return <p>{texts.nobody}</p>;
  function choose(seatId: string, lastDay: string | null): void {
    const { [seatId]: _before, ...others } = plan.ends;
    onChange({ ...plan, ends: lastDay === null ? others : { ...others, [seatId]: lastDay } });
  }
  const leaders = view.board.filter((seat) => seat.role === "CHAPTER_LEADER");
  return (
    <>
      <p>{texts.body}</p>
      {view.board.map((seat) => {
        const lastDay = plan.ends[seat.seatId];
        return (
          <div key={seat.seatId} className="v-handover__person">
            <div>
              <strong>{seat.holderName}</strong>
              <div className="v-handover__facts">
                {app.seat.roles[seat.role]}
                {seat.lastDay && `. ${texts.natural(format.date(seat.lastDay))}`}
              </div>
            </div>
            <Chips
              label={texts.choice(seat.holderName)}
              hideLabel
              value={lastDay === undefined ? "STAYS" : "LEAVES"}
              onChange={(value) => choose(seat.seatId, value === "STAYS" ? null : suggestedEnd(plan.heldOn, today))}
              options={[
                { value: "STAYS", label: texts.stays },
                { value: "LEAVES", label: texts.leaves },
              ]}
            />
            {lastDay !== undefined && (
              <DateField
                label={texts.lastDay(seat.holderName)}
                value={lastDay}
                min={earliestEnd(plan.heldOn, today)}
                onChange={(day) => choose(seat.seatId, day || suggestedEnd(plan.heldOn, today))}
              />
            )}
          </div>
        );
      })}
      {leaders.length > 0 && leaders.every((seat) => seat.seatId in plan.ends) && <p>{texts.leader}</p>}
    </>
  );
}
