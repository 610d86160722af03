import { isShareTarget, MIN_DENOMINATOR_FOR_PERCENT, type TargetKind } from "@varde/domain";
import type {
  TargetWords_ProgressFragment as Progress,
  TargetWords_TargetFragment as Target,
} from "../../../../../graphql/generated/graphql";
import type { Format } from "../../../app/format";
import type { AllTexts } from "../../../texts";
import { snapshotOf } from "../snapshot-period";

type Words = {
  texts: AllTexts["targets"];
  kinds: Record<TargetKind, string>;
  format: Format;
  periodName: (period: string) => string;
};

/** A target as one chapter or all have come towards it. */
export type Seen = { target: Target; threshold: number; period: string };

/** A threshold or a forecast in its own unit: «85 %», «4», «7,5». What national has set may be told in per cent: it counts nobody. */
function amount({ target }: Pick<Seen, "target">, value: number, format: Format): string {
  return isShareTarget(target) ? format.percent(100 * value, 100)! : format.number(value, 1);
}

/** «Andel i tide: minst 95 %. 4. kvartal 2026.» */
export function measuredWords(seen: Seen, { texts, kinds, format, periodName }: Words): string {
  const least = amount(seen, seen.threshold, format);
  const snapshot = snapshotOf(seen.period);
  const summed = snapshot !== null && seen.target.kind !== "FIELD_MEAN" && !isShareTarget(seen.target);
  return texts.measured(
    kinds[seen.target.kind],
    summed ? texts.inMonths(least, format.words(snapshot.months)) : least,
    periodName(seen.period),
  );
}

/** What a chapter is counted under when chapters are: in the order they are told. */
export const TALLIES = ["REACHED", "ON_TRACK", "BEHIND", "OVER", "TOO_FEW", "NOT_YET", "HIDDEN"] as const;

function tallyOf({ status, numerator, over }: Progress): (typeof TALLIES)[number] {
  if (numerator === null) return "HIDDEN";
  return status === "BEHIND" && over ? "OVER" : status;
}

/** How many chapters stand how. */
export type Tallies = Readonly<Record<(typeof TALLIES)[number], number>>;

/** «Ni lag har nådd det, ett lag er på vei og fem lag er skjult.» Empty for nobody. */
export function countedWords(counts: Tallies, { texts, format }: Pick<Words, "texts" | "format">): string {
  const shares = TALLIES.flatMap((of) => {
    const n = counts[of];
    return n > 0 ? [texts.tally[of](format.words(n), n === 1)] : [];
  });
  return shares.length > 0 ? format.sentence(`${format.list(shares)}.`) : "";
}

/** The same, of chapters one by one. */
export function tallyWords(all: readonly Progress[], words: Pick<Words, "texts" | "format">): string {
  const n = (of: (typeof TALLIES)[number]): number => all.filter((progress) => tallyOf(progress) === of).length;
  return countedWords(Object.fromEntries(TALLIES.map((of) => [of, n(of)])) as Tallies, words);
}

/** How it stands, in a word or two. */
export function statusWord({ status, numerator, over }: Progress, texts: AllTexts["targets"]): string {
  if (status === "BEHIND" && over) return texts.over;
  if (status === "TOO_FEW" && numerator === null) return texts.isHidden;
  return status === "TOO_FEW" && over ? texts.fewOver : texts.status[status];
}

/** «26 av 38», of an amount «2 av 4»; a mean with what it is made of. Below ten there is neither a percentage nor a mean. */
function counts(seen: Seen, { numerator, denominator }: Progress, { texts, format }: Words): string {
  if (numerator === null) return "";
  if (denominator === null) {
    const said = format.number(numerator, 1);
    // «2 av 4»; what is more than the target needs no «av»
    const whole = Number.isInteger(numerator) && Number.isInteger(seen.threshold);
    return whole && numerator <= seen.threshold ? format.outOf(numerator, seen.threshold) : said;
  }
  if (seen.target.kind !== "FIELD_MEAN") return format.outOf(numerator, denominator);
  const [sum, n] = [format.number(numerator, 1), format.number(denominator)];
  return denominator < MIN_DENOMINATOR_FOR_PERCENT
    ? texts.sumOver(sum, n)
    : texts.mean(format.number(numerator / denominator, 1), sum, n);
}

/** The numbers in a sentence, and where they lead when that can be said. Never a verdict. */
export function progressWords(seen: Seen, progress: Progress, words: Words): string {
  const { texts, format } = words;
  const { status, numerator, denominator, forecast, over } = progress;
  if (numerator === null) return texts.hidden;
  if (status === "NOT_YET" && (denominator !== null || over || numerator === 0)) return texts.none;
  const said = counts(seen, progress, words);
  if (over) {
    const percent = isShareTarget(seen.target) && denominator !== null ? format.percent(numerator, denominator) : null;
    return texts.was(percent ? texts.percent(said, percent) : said);
  }
  const rest =
    status === "NOT_YET"
      ? texts.begun
      : forecast !== null && seen.target.kind !== "FIELD_MEAN"
        ? texts.heading(amount(seen, forecast, format))
        : "";
  return [texts.soFar(said), rest].filter(Boolean).join(" ");
}
