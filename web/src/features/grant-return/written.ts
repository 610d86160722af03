import { useState } from "react";
import type { OwnReturn_GrantReturnFragment, GrantPaper } from "../../../../graphql/generated/graphql";
import { newId } from "../../app/ids";
import { copiesOf, isObject, type UnsavedCopy } from "../../app/unsaved-copies";
import { useViewer } from "../../app/viewer";

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

const isSaid = (value: unknown): boolean => value === null || (isObject(value) && typeof value["reason"] === "string");
const isWritten = (value: unknown): value is Written =>
  isObject(value) &&
  typeof value["activity"] === "string" &&
  Array.isArray(value["sent"]) &&
  (value["periodTo"] === null || typeof value["periodTo"] === "string") &&
  ["municipality", "electedOn"].every((name) => isSaid(value[name])) &&
  isSaid(value["board"]) &&
  (value["board"] === null || Array.isArray((value["board"] as Record<string, unknown>)["value"]));
const COPIES = { prefix: "varde.grant-return.", is: isWritten };

/** What is written in a return and not saved, kept on this device until it is. `found`: what an earlier page did not get saved. */
export function useKeptWords(year: number, saved: Written) {
  const { account, seat } = useViewer();
  const [copies] = useState(() => copiesOf(COPIES, account.id, `${seat.chapterId}.${year}`, newId()));
  const [found, setFound] = useState<UnsavedCopy<Written> | null>(() => {
    const copy = copies.find();
    if (copy && JSON.stringify(copy.definition) !== JSON.stringify(saved)) return copy;
    copies.discard();
    return null;
  });
  return {
    found,
    keep: copies.keep,
    /** all that was written is saved */
    forget: copies.forget,
    /** what was found has been answered for */
    answered(): void {
      copies.discard();
      setFound(null);
    },
  };
}

/** A board as it is written: one name a line, the leader first. */
export const boardOf = (lines: string): { name: string; role: "CHAPTER_LEADER" | "CHAPTER_BOARD" }[] =>
  lines
    .split("\n")
    .map((name) => name.trim())
    .filter((name) => name !== "")
    .map((name, i) => ({ name, role: i === 0 ? "CHAPTER_LEADER" : "CHAPTER_BOARD" }));
