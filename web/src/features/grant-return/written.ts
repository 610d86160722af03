import type { OwnReturn_GrantReturnFragment, GrantPaper } from "../../../../graphql/generated/graphql";

type Fetched = OwnReturn_GrantReturnFragment["written"];

/** What the board writes, as the form holds it. */
export type Written = {
  activity: string;
  municipality: { value: string; reason: string } | null;
  electedOn: { value: string; reason: string } | null;
  periodTo: string | null;
  board: { value: { name: string; role: "CHAPTER_LEADER" | "CHAPTER_BOARD" }[]; reason: string } | null;
  sent: GrantPaper[];
};

export const toWritten = ({ activity, municipality, electedOn, periodTo, board, sent }: Fetched): Written => ({
  activity,
  municipality: municipality ? { value: municipality.value, reason: municipality.reason } : null,
  electedOn: electedOn ? { value: electedOn.value, reason: electedOn.reason } : null,
  periodTo: periodTo ?? null,
  board: board
    ? {
        value: board.value.map(({ name, role }) => ({
          name,
          role: role === "CHAPTER_LEADER" ? "CHAPTER_LEADER" : "CHAPTER_BOARD",
        })),
        reason: board.reason,
      }
    : null,
  sent: [...sent],
});

/** A board as it is written: one name a line, the leader first. */
export const boardOf = (lines: string): { name: string; role: "CHAPTER_LEADER" | "CHAPTER_BOARD" }[] =>
  lines
    .split("\n")
    .map((name) => name.trim())
    .filter((name) => name !== "")
    .map((name, i) => ({ name, role: i === 0 ? "CHAPTER_LEADER" : "CHAPTER_BOARD" }));
