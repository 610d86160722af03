import type { ImportFacts_ImportFragment, ImportKind } from "../../../../graphql/generated/graphql";
import type { useFormat } from "../../app/format";
import type { Catalogue } from "../../texts";

export type ImportFacts = ImportFacts_ImportFragment;
type Texts = Catalogue["imports"];
type Format = ReturnType<typeof useFormat>;
type Counts = readonly { kind: ImportKind; n: number }[];

/** How many of a kind; none is 0. */
export const countOf = (counts: Counts, kind: ImportKind): number =>
  counts.find((count) => count.kind === kind)?.n ?? 0;

/** «42 nye og 7 endrede»; null when there are none of either. */
export function newAndChanged(texts: Texts, format: Format, counts: Counts): string | null {
  const part = (kind: "NEW" | "CHANGED", say: Texts["newOnes"]): string[] => {
    const n = countOf(counts, kind);
    return n === 0 ? [] : [say({ n, text: format.number(n) })];
  };
  const parts = [...part("NEW", texts.newOnes), ...part("CHANGED", texts.changedOnes)];
  return parts.length === 0 ? null : texts.joined(parts);
}

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
      const what = newAndChanged(texts, format, facts.applied);
      return what === null ? texts.appliedNone : texts.applied(what);
    },
    CANCELLED: () => texts.cancelled,
    FAILED: () => (facts.counts.length > 0 ? texts.stopped : texts.failed),
  };
  return says[facts.state]();
}
