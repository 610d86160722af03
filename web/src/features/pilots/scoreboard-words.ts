import type { PilotPageQuery } from "../../../../graphql/generated/graphql";
import type { Format } from "../../app/format";
import type { AllTexts } from "../../texts";

export type Scoreboard = PilotPageQuery["pilotScoreboard"];
export type Pilot = PilotPageQuery["pilot"];
export type Measure = Scoreboard["measures"][number];
export type Estimate = NonNullable<Measure["pilot"]>;
type Texts = AllTexts["pilots"]["board"];

/** What the whole board says, in one or two sentences: verdicts first, and what cannot be said after them. */
export function headline(pilot: Pilot, board: Scoreboard, texts: Texts, format: Format): string {
  const { title } = texts;
  const number = pilot.versionNumber;
  if (pilot.phase === "PLANNED") return title.soon(number, format.relativeDay(pilot.startsOn));
  if (board.withheld) return title.withheld(number);
  if (pilot.comparedNumber === null) return title.first(number);
  const count = (verdict: Measure["verdict"]): number =>
    board.measures.filter((measure) => measure.verdict === verdict).length;
  const words = (n: number): string => (n === 1 ? title.one : format.words(n));
  const [better, worse, same, undecided] = [
    count("BETTER"),
    count("WORSE"),
    count("NO_CLEAR_DIFFERENCE"),
    count("UNDECIDED"),
  ];
  if (better + worse + same === 0) return title.early(number);
  const judged = better + worse > 0;
  const first =
    better > 0
      ? worse > 0
        ? title.join(title.better(number, words(better)), title.worse(words(worse)))
        : title.better(number, words(better))
      : worse > 0
        ? title.onlyWorse(number, words(worse))
        : title.same(number);
  const rest = [
    ...(judged && same > 0 ? [title.noClear(words(same))] : []),
    ...(undecided > 0 ? [title.undecided(words(undecided))] : []),
  ];
  return rest.length === 0 ? first : `${first}. ${format.sentence(rest.join(", "))}.`;
}

const isMinutes = ({ measure }: Measure): boolean => measure === "REPORT_MINUTES";

/** «38 av 58», «1,4 min»; null where it is hidden. */
export function estimateWords(
  measure: Measure,
  estimate: Estimate | null,
  texts: Texts,
  format: Format,
): string | null {
  if (!estimate) return null;
  if (isMinutes(measure)) return estimate.value === null ? null : texts.minutes(format.number(estimate.value, 1));
  return estimate.numerator === null || estimate.n === null ? null : format.outOf(estimate.numerator, estimate.n);
}

/** With its sign; what is not nothing is not rounded to nothing, since an interval that touches 0 says something else. */
function signed(value: number, decimals: number, format: Format): string {
  const finer = value !== 0 && Math.round(value * 10 ** decimals) === 0 ? decimals + 1 : decimals;
  const text = format.number(value, finer);
  return value > 0 ? `+${text}` : text;
}

/** «+21 poeng», and its interval «+5 til +36». */
export function differenceWords(
  measure: Measure,
  texts: Texts,
  format: Format,
): { value: string; interval: string } | null {
  const { difference } = measure;
  if (!difference) return null;
  const minutes = isMinutes(measure);
  const shown = (value: number): string => (minutes ? signed(value, 1, format) : signed(100 * value, 0, format));
  return {
    value: minutes ? texts.minutes(shown(difference.value)) : texts.points(shown(difference.value)),
    interval: texts.range(shown(difference.low), shown(difference.high)),
  };
}

/** One value as a person reads it on the scale: «78 %» or «1,4 min». */
export function scaleWords(measure: Measure, value: number, texts: Texts, format: Format): string {
  return isMinutes(measure) ? texts.minutes(format.number(value, 1)) : `${format.number(100 * value)} %`;
}

/** Why nothing is drawn, in a few words; null when something is. */
export function declinedWords(measure: Measure, texts: Texts): string | null {
  const { declined, needed } = measure;
  if (declined === "HIDDEN" || declined === "NOT_RECORDED") return texts.declined[declined];
  if (declined !== "TOO_FEW") return null;
  const sides = [measure.pilot, measure.before].flatMap((side) => (side ? [side.n] : []));
  const least = sides.some((n) => n === null) ? null : Math.min(...(sides as number[]));
  return least === null ? texts.declined.fewHidden(needed) : texts.declined.few(least, needed);
}

/** Where the scale of minutes ends: whole minutes, two at least. */
export function minutesEnd(measure: Measure): number {
  const highs = [measure.pilot?.high, measure.before?.high].map((high) => high ?? 0);
  return Math.max(2, Math.ceil(Math.max(...highs)));
}
