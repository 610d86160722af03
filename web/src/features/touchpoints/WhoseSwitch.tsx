import { useSearchParams } from "react-router";
import { useTexts } from "../../texts";
import type { Whose } from "../../../../graphql/generated/graphql";
import { Chips } from "../../ui";
import type { Day } from "./useToday";

/** In the address: `?hvem=mine` or `?hvem=styret`; null without it. */
export const whoseIn = (params: URLSearchParams): Whose | null => {
  const wanted = params.get("hvem");
  return wanted === "mine" ? "MINE" : wanted === "styret" ? "BOARD" : null;
};

/** «Mine» or «Styrets», held in the address; nothing where nothing is mine. */
export function WhoseSwitch({ day }: { day: Day }) {
  const texts = useTexts().workday;
  const [params, setParams] = useSearchParams();
  if (day.counts.mine === 0 && day.whose === "BOARD") return null;
  return (
    <Chips
      label={texts.whose}
      hideLabel
      // at once, before the other view has come
      value={whoseIn(params) ?? day.whose}
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
