import { FUNNEL_MIN, funnelBands, funnelJudgement, layOutFunnel } from "@varde/domain";
import type { FunnelCounts, FunnelJudgement, FunnelLayout, FunnelPoint, Language } from "@varde/domain";
import { say } from "../../../kernel/errors/say.js";
import type { Comparison } from "../comparison.type.js";
import { FUNNEL_TEXTS } from "./funnel.texts.js";

/** The funnel of a comparison in words and numbers, before it is drawn. */
export type ReportFunnel = {
  title: string;
  /** what the differences are worth, and how the picture is read */
  about: string;
  /** read aloud instead of the picture */
  alt: string;
  all: FunnelCounts;
  allWords: string;
  points: FunnelPoint[];
  axes: { across: string; upwards: string };
  /** after a number of the upward axis */
  percentSign: string;
  legend: { zone: FunnelPoint["zone"]; word: string }[];
  lines: { expected: string; rare: string };
  /** who lies outside, with what was expected of them; and how many are not drawn */
  notes: string[];
};

/** As many as one can take in; the rest are in the picture and the table of counts. */
const MOST_TOLD = 5;

const ZONE = { FAR_BELOW: "far", BELOW: "outside", INSIDE: "inside", ABOVE: "outside", FAR_ABOVE: "far" } as const;

type Told = { id: string; name: string; counts: FunnelCounts };
type Judged = Told & { judgement: FunnelJudgement };

function countsOf({ onTime, closed }: { onTime: number | null; closed: number | null }): FunnelCounts | null {
  return onTime === null || closed === null ? null : { numerator: onTime, denominator: closed };
}

/** As the page has it: on time of closed, hidden ones left out; null where there is nothing to judge. */
export function funnelOf(comparison: Comparison, language: Language): ReportFunnel | null {
  const t = (key: keyof typeof FUNNEL_TEXTS, ...facts: (string | number)[]): string =>
    facts.reduce<string>((text, fact, i) => text.replace(`{${i}}`, String(fact)), say(language, FUNNEL_TEXTS[key]));
  const all = countsOf(comparison.total);
  if (!all) return null;
  const judged: Judged[] = [];
  let [few, hidden] = [0, 0];
  for (const { chapter, counts: shown } of comparison.rows) {
    const counts = countsOf(shown);
    if (!counts) hidden += 1;
    else if (counts.denominator > 0) {
      const judgement = funnelJudgement(all, counts);
      if (judgement) judged.push({ id: chapter.id, name: chapter.shortName, counts, judgement });
      else if (counts.denominator < FUNNEL_MIN) few += 1;
    }
  }
  if (judged.length < 2) return null;
  const percentSign = language === "en" ? "%" : "\u00a0%";
  const percent = (share: number): string => `${Math.round(100 * share)}${percentSign}`;
  const ofWords = ({ numerator, denominator }: FunnelCounts): string => `${numerator} ${t("of")} ${denominator}`;
  const range = ({ judgement }: Judged): string => {
    const { low, high } = judgement.limits.expected.counts;
    return low === high ? String(low) : t("range", low, high);
  };
  const outside = judged.filter(({ judgement }) => judgement.zone !== "INSIDE");
  const told = outside
    .slice(0, MOST_TOLD)
    .map((one) =>
      [t("outside", one.name, ofWords(one.counts)), t("expected", range(one)), `${t(one.judgement.zone)}.`].join(" "),
    );
  const points = judged.map((one): FunnelPoint => {
    const { numerator, denominator } = one.counts;
    const [n, share] = [denominator, numerator / denominator];
    return { key: one.id, name: one.name, n, share, zone: ZONE[one.judgement.zone], words: "" };
  });
  const inside = judged.length - outside.length;
  const worth = t("inside", `${inside} ${t("of")} ${judged.length}`);
  return {
    title: t("title"),
    about: [worth, t("noise"), t("about")].join(" "),
    alt: [worth, ...told].join(" "),
    all,
    allWords: t("all", percent(all.numerator / all.denominator)),
    points,
    axes: { across: t("across"), upwards: t("upwards") },
    percentSign,
    legend: (["inside", "outside", "far"] as const)
      .filter((zone) => points.some((point) => point.zone === zone))
      .map((zone) => ({ zone, word: t(`is_${zone}`) })),
    lines: { expected: t("lineExpected"), rare: t("lineRare") },
    notes: [
      ...told,
      ...(outside.length > MOST_TOLD ? [t("more", outside.length - MOST_TOLD)] : []),
      ...(few > 0 ? [t(few === 1 ? "fewOne" : "few", few)] : []),
      ...(hidden > 0 ? [t(hidden === 1 ? "hiddenOne" : "hidden", hidden)] : []),
    ],
  };
}

/** Where it all stands in a picture so wide, with letters so high. */
export function placedFunnel({ points, all }: ReportFunnel, size: { width: number; em: number }): FunnelLayout {
  const bands = funnelBands(all, Math.max(...points.map(({ n }) => n)));
  return layOutFunnel(points, bands, all.numerator / all.denominator, size);
}
