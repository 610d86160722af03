/**
 * What the database says of a change, as its triggers write it: ids, and nothing else. `row` is a touchpoint itself, `beside`
 * what a board keeps beside it, `chapter` many at once; `organization` what all of it have together; `seat` and `account`: who listens
 * for them may have lost the right to.
 */
export type Word =
  | { kind: "row" | "beside"; chapterId: string; id: string }
  | { kind: "chapter"; chapterId: string }
  | { kind: "organization" | "seat" | "account"; id: string };

const UUID = "([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})";
const ABOUT = new RegExp(`^([tb]) ${UUID} ${UUID}$`);
const WHOLE = new RegExp(`^([csao]) ${UUID}$`);

/** Reads a payload; null for what we did not write. */
export function readWord(payload: string): Word | null {
  const [, what, chapterId, id] = ABOUT.exec(payload) ?? [];
  if (what && chapterId && id) return { kind: what === "t" ? "row" : "beside", chapterId, id };
  const [, whom, one] = WHOLE.exec(payload) ?? [];
  if (!whom || !one) return null;
  if (whom === "c") return { kind: "chapter", chapterId: one };
  return { kind: whom === "o" ? "organization" : whom === "s" ? "seat" : "account", id: one };
}
