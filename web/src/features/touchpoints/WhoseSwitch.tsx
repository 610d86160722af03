import { useSearchParams } from "react-router";
import { useTexts } from "../../texts";
import { Chips } from "../../ui";
import type { Day } from "./useToday";

/** «Mine» or «Styrets», held in the address; nothing where nothing is mine. */
export function WhoseSwitch({ day }: { day: Day }) {
  const texts = useTexts().workday;
  const [, setParams] = useSearchParams();
  if (day.counts.mine === 0 && day.whose === "BOARD") return null;
  return (
    <Chips
      label={texts.whose}
      hideLabel
      value={day.whose}
      onChange={(value) =>
        setParams({ hvem: value === "MINE" ? "mine" : "styret" }, { replace: true, preventScrollReset: true })
      }
      options={[
        { value: "MINE", label: texts.mine(day.counts.mine) },
        { value: "BOARD", label: texts.board(day.counts.board) },
      ]}
    />
  );
}
