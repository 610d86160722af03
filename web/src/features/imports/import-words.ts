import type { ImportFacts_ImportFragment, ImportKind } from "../../../../graphql/generated/graphql";
import type { useFormat } from "../../app/format";
import type { AllTexts } from "../../texts";

export type ImportFacts = ImportFacts_ImportFragment;
type Texts = AllTexts["imports"];
type Format = ReturnType<typeof useFormat>;
type Counts = readonly { kind: ImportKind; n: number }[];

/** How many of a kind; none is 0. */
export const countOf = (counts: Counts, kind: ImportKind): number =>
  counts.find((count) => count.kind === kind)?.n ?? 0;

/** «42 nye, 7 endrede og 3 flyttinger»; null when there are none. */
export function newAndChanged(texts: Texts, format: Format, counts: Counts): string | null {
  const part = (kind: "NEW" | "CHANGED" | "MOVED", say: Texts["newOnes"]): string[] => {
    const n = countOf(counts, kind);
    return n === 0 ? [] : [say({ n, text: format.number(n) })];
  };
  const parts = [...part("NEW", texts.newOnes), ...part("CHANGED", texts.changedOnes), ...part("MOVED", texts.moves)];
  return parts.length === 0 ? null : texts.joined(parts);
}

/** What was written; moves were only proposed. */
export const withoutMoves = (counts: Counts): Counts => counts.filter(({ kind }) => kind !== "MOVED");

/** Where an import stands, as the page's heading. */
export function headlineOf(texts: Texts, format: Format, facts: ImportFacts): string {
  const says: Record<ImportFacts["state"], () => string> = {
    RECEIVING: () => texts.reading,
    UNMAPPED: () => texts.mapping.title,
    READY: () => {
      const what = newAndChanged(texts, format, facts.counts);
      return what === null ? texts.nothing : texts.ready(what);
    },
    APPLYING: () => texts.applying,
    APPLIED: () => {
      const what = newAndChanged(texts, format, withoutMoves(facts.applied));
      return what === null ? texts.appliedNone : texts.applied(what);
    },
    CANCELLED: () => texts.cancelled,
    FAILED: () => (facts.counts.length > 0 ? texts.stopped : texts.failed),
  };
  return says[facts.state]();
}
