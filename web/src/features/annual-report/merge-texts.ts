import { diff3Merge } from "node-diff3";

/** A piece of two texts put together: what both agree on, or where both changed the same words. */
export type MergePiece = { kind: "same"; text: string } | { kind: "clash"; mine: string; theirs: string };
export type ClashChoice = "mine" | "theirs" | "both";

/** Sentences and lines, with the room after them: what is compared first, so that a long text is compared at once. */
const sentencesOf = (text: string): string[] => text.match(/[^.!?\n]+[.!?]*[ \t]*|[.!?]+[ \t]*|\n/g) ?? [];
/** Words, and the room between them by itself: who changes a word leaves its neighbour alone. */
const wordsOf = (text: string): string[] => text.match(/\S+|\s+/g) ?? [];

/** Both wrote where nothing stood: no words of anybody's were changed, and both stay. */
function beside(theirs: string, mine: string, ground: string): string {
  const isApart = theirs === "" || mine === "" || /\s$/.test(theirs) || /^\s/.test(mine);
  return theirs + (isApart ? "" : ground === "" ? "\n\n" : " ") + mine;
}

function merged(base: string, mine: string, theirs: string, partsOf: (text: string) => string[]): MergePiece[] {
  const regions = diff3Merge(partsOf(mine), partsOf(base), partsOf(theirs), { excludeFalseConflicts: true });
  return regions.flatMap((region): MergePiece[] => {
    if (region.ok) return [{ kind: "same", text: region.ok.join("") }];
    const [a, o, b] = [region.conflict!.a, region.conflict!.o, region.conflict!.b].map((parts) => parts.join("")) as [
      string,
      string,
      string,
    ];
    if (o === "") return [{ kind: "same", text: beside(b, a, base) }];
    return partsOf === wordsOf ? [{ kind: "clash", mine: a, theirs: b }] : merged(o, a, b, wordsOf);
  });
}

/**
 * Puts two texts together that both began as `base`, by sentences and then by words. What only one changed is taken from that one; where
 * both changed the same words otherwise, both stand beside each other for somebody to choose.
 */
export function mergeTexts(base: string, mine: string, theirs: string): MergePiece[] {
  if (mine === theirs || theirs === base) return [{ kind: "same", text: mine }];
  if (mine === base) return [{ kind: "same", text: theirs }];
  return joined(merged(base, mine, theirs, sentencesOf));
}

/** Neighbours of the same kind as one, and none that are empty. */
function joined(pieces: readonly MergePiece[]): MergePiece[] {
  const all: MergePiece[] = [];
  for (const piece of pieces) {
    const last = all.at(-1);
    if (piece.kind === "same" && piece.text === "") continue;
    if (piece.kind === "same" && last?.kind === "same") last.text += piece.text;
    else all.push({ ...piece });
  }
  return all;
}

export const clashesOf = (pieces: readonly MergePiece[]): Extract<MergePiece, { kind: "clash" }>[] =>
  pieces.filter((piece) => piece.kind === "clash");

/** The whole text, with each clash as it was chosen, in order; what is not chosen is one's own. */
export function settled(pieces: readonly MergePiece[], choices: readonly (ClashChoice | undefined)[] = []): string {
  let n = 0;
  return pieces
    .map((piece) => {
      if (piece.kind === "same") return piece.text;
      const choice = choices[n++] ?? "mine";
      if (choice !== "both") return piece[choice];
      const gap = /\s$/.test(piece.theirs) || piece.theirs === "" ? "" : " ";
      return piece.theirs + gap + piece.mine;
    })
    .join("");
}

/** Where the caret is after the text under it was changed by somebody else. */
export function movedCaret(before: string, after: string, caret: number): number {
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start]) start += 1;
  if (caret <= start) return caret;
  let end = 0;
  const most = Math.min(before.length, after.length) - start;
  while (end < most && before[before.length - 1 - end] === after[after.length - 1 - end]) end += 1;
  return caret >= before.length - end ? after.length - (before.length - caret) : after.length - end;
}
