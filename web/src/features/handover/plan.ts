import { addDays } from "@varde/domain";
import type { HandoverPage_HandoverFragment, HandoverQuery } from "../../../../graphql/generated/graphql";

export type View = HandoverQuery["handover"];
export type Handover = HandoverPage_HandoverFragment;
export type Line = Handover["lines"][number];
/** What is being chosen; the server keeps it sealed between the steps. */
export type Plan = {
  heldOn: string;
  list: string;
  /** last day by seat; those who stay are not there */
  ends: Readonly<Record<string, string>>;
  /** tasks by the line of the one who gets them */
  gives: Readonly<Record<number, readonly string[]>>;
};

/** How long the old and the new board have access together, unless chosen otherwise. */
const TOGETHER_DAYS = 14;
export const TASKS_MOST = 3;

export const planOf = (draft: Handover | null, today: string): Plan => ({
  heldOn: draft?.heldOn ?? today,
  list: draft?.list ?? "",
  ends: Object.fromEntries((draft?.ends ?? []).map((end) => [end.seatId, end.lastDay])),
  gives: Object.fromEntries((draft?.gives ?? []).map((give) => [give.line, give.touchpointIds])),
});

export const inputOf = ({ heldOn, list, ends, gives }: Plan) => ({
  heldOn,
  list,
  ends: Object.entries(ends).map(([seatId, lastDay]) => ({ seatId, lastDay })),
  gives: Object.entries(gives)
    .filter(([, touchpointIds]) => touchpointIds.length > 0)
    .map(([line, touchpointIds]) => ({ line: Number(line), touchpointIds: [...touchpointIds] })),
});

/** The first day that may be anybody's last. */
export const earliestEnd = (heldOn: string, today: string): string => (heldOn > today ? heldOn : today);
export const suggestedEnd = (heldOn: string, today: string): string =>
  addDays(earliestEnd(heldOn, today), TOGETHER_DAYS);

const plain = (name: string): string => name.normalize("NFC").toLocaleLowerCase("nb").replaceAll(/\s+/g, " ").trim();

/** Who is not on the new list leaves; to be changed one by one. Nobody, while there is no list. */
export function suggestedEnds(view: View, lines: readonly Line[], heldOn: string, today: string): Plan["ends"] {
  if (lines.length === 0) return {};
  const named = new Set(lines.map((line) => plain(line.name)));
  return Object.fromEntries(
    view.board
      .filter((seat) => !named.has(plain(seat.holderName)))
      .map((seat) => [seat.seatId, suggestedEnd(heldOn, today)]),
  );
}

export const invited = (lines: readonly Line[]): Line[] => lines.filter((line) => !line.problem && !line.already);

/** Core tasks first, dealt round so that everybody new has something, three at most. */
export function suggestedGives(view: View, lines: readonly Line[]): Plan["gives"] {
  const fresh = invited(lines);
  const dealt: Record<number, string[]> = {};
  const free = view.tasks.filter((task) => task.core);
  free.slice(0, fresh.length * TASKS_MOST).forEach((task, at) => {
    const line = fresh[at % fresh.length]!.line;
    dealt[line] = [...(dealt[line] ?? []), task.id];
  });
  return dealt;
}
