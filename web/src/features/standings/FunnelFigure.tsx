import { Link } from "react-router";
import type { FunnelBand, FunnelPoint, LocalDate } from "@varde/domain";
import { useFormat, type Format } from "../../app/format";
import { useAllTexts, type AllTexts } from "../../texts";
import { Card, DataTable, Disclosure, VisuallyHidden, type Column } from "../../ui";
import { FunnelLegend, FunnelPlot } from "../../ui/FunnelPlot";
import { bandsOf, isComparison, isInside, type Funnel, type Judged } from "./funnel-of";
import { funnelPicture, PictureButtons } from "./take-out";
import { usePeriodName } from "./usePeriodName";

type Texts = AllTexts["funnel"];

/** What the differences are worth, said before any of them: none when there is nothing to tell apart. */
export function useFunnelSentences(): (funnel: Funnel) => string[] {
  const texts = useAllTexts().funnel;
  const format = useFormat();
  return (funnel) => {
    const { all, judged, alike, hidden } = funnel;
    if (!isComparison(funnel)) return [];
    if (judged.length > 0) {
      return [texts.inside(format.outOf(judged.filter(isInside).length, judged.length)), texts.noise];
    }
    if (alike.length > 0) return all ? [texts.alike] : [];
    // how many a hidden chapter has is not said
    return hidden > 0 ? [texts.noise] : [texts.allFew, texts.noise];
  };
}

function rangeOf({ counts: { low, high } }: FunnelBand, texts: Texts, format: Format): string {
  return low === high ? format.number(low) : texts.range(format.number(low), format.number(high));
}

/** What a picture of it says it is of: the period, whose, and the day. */
type FunnelOf = { period: string; scopeName: string; referenceDate: LocalDate };

/** Under «Slik regner vi»: the funnel, who lies outside and what to do then, the same numbers as a table, and how they are made. */
export function FunnelFigure({ funnel, name, of }: { funnel: Funnel; name: string; of: FunnelOf }) {
  const { funnel: texts, ui } = useAllTexts();
  const format = useFormat();
  const { all, judged, few, hidden } = funnel;
  const notDrawn = [
    ...(few.length > 0 ? [texts.few(format.sentence(format.words(few.length)), few.length === 1)] : []),
    ...(hidden > 0 ? [texts.hidden(format.sentence(format.words(hidden)), hidden === 1)] : []),
  ];
  if (!isComparison(funnel)) return null;
  if (judged.length === 0 || !all) return notDrawn.length > 0 && <p>{notDrawn.join(" ")}</p>;
  return (
    <Card>
      <div className="v-funnel-figure">
        <p>{texts.about}</p>
        <Plot funnel={funnel} all={all} name={name} of={of} />
        <Outside funnel={funnel} />
        {notDrawn.length > 0 && <p>{notDrawn.join(" ")}</p>}
        <Disclosure summary={ui.outcome.asTable}>
          <FunnelTable funnel={funnel} name={name} />
        </Disclosure>
        <p>{texts.method}</p>
      </div>
    </Card>
  );
}

type PlotProps = { funnel: Funnel; all: NonNullable<Funnel["all"]>; name: string; of: FunnelOf };

function Plot({ funnel, all, name, of }: PlotProps) {
  const { funnel: texts, takeOut, ui } = useAllTexts();
  const worth = useFunnelSentences();
  const format = useFormat();
  const periodName = usePeriodName();
  const percent = (share: number): string => ui.numbers.percent(format.number(100 * share));
  const points = funnel.judged.map((one): FunnelPoint => {
    const { numerator, denominator } = one.counts;
    const { zone, limits } = one.judgement;
    const share = numerator / denominator;
    return {
      key: one.id,
      name: one.name,
      n: denominator,
      share,
      zone: zone === "INSIDE" ? "inside" : zone.startsWith("FAR") ? "far" : "outside",
      words: [
        texts.point(one.name, format.outOf(numerator, denominator), percent(share)),
        texts.expected(rangeOf(limits.expected, texts, format)),
        `${texts.zone[zone]}.`,
      ].join(" "),
    };
  });
  const pooled = all.numerator / all.denominator;
  const drawn = (zone: FunnelPoint["zone"]): boolean => points.some((point) => point.zone === zone);
  const drawing = {
    points,
    bands: bandsOf(funnel),
    pooled: { share: pooled, label: texts.all(percent(pooled)) },
    across: texts.across,
    upwards: texts.upwards,
    number: (n: number) => format.number(n),
    percent,
  };
  const frame = {
    title: worth(funnel).join(" "),
    lead: `${[name, periodName(of.period), of.scopeName].join(", ")}.`,
    notes: [texts.about, texts.method, takeOut.asOf(format.fullDate(of.referenceDate))],
    legend: texts.legend,
  };
  return (
    <figure>
      <FunnelPlot {...drawing} label={texts.picture(name)} hint={texts.hint} />
      <FunnelLegend
        {...texts.legend}
        outside={drawn("outside") ? texts.legend.outside : null}
        far={drawn("far") ? texts.legend.far : null}
      />
      <div className="v-take-out">
        <PictureButtons
          fileName={takeOut.funnelFile(name, of.period)}
          picture={(measure) => funnelPicture({ ...drawing, ...frame }, measure)}
          of={texts.picture(name)}
        />
      </div>
    </figure>
  );
}

/** As many as one can take in; the table has them all. */
const MOST_TOLD = 5;

function Outside({ funnel }: { funnel: Funnel }) {
  const texts = useAllTexts().funnel;
  const format = useFormat();
  const outside = funnel.judged.filter((one) => !isInside(one));
  if (outside.length === 0) return null;
  const rest = outside.length - MOST_TOLD;
  return (
    <>
      <ul className="v-funnel-outside">
        {outside.slice(0, MOST_TOLD).map(({ id, name, counts, judgement: { zone, limits } }) => (
          <li key={id}>
            <strong>{texts.outside(name, format.outOf(counts.numerator, counts.denominator))}</strong>{" "}
            {texts.expected(rangeOf(limits.expected, texts, format))}{" "}
            {zone === "ABOVE" || zone === "FAR_ABOVE" ? texts.above : texts.below}{" "}
            <Link to={`/lag/${id}`}>{texts.see(name)}</Link>
          </li>
        ))}
      </ul>
      {rest > 0 && <p>{texts.more(format.sentence(format.words(rest)), rest === 1)}</p>}
    </>
  );
}

type Line = Funnel["few"][number] & { judgement: Judged["judgement"] | null };

function FunnelTable({ funnel: { judged, few }, name }: { funnel: Funnel; name: string }) {
  const texts = useAllTexts().funnel;
  const format = useFormat();
  const range = (band: "expected" | "rare") => (line: Line) =>
    line.judgement ? rangeOf(line.judgement.limits[band], texts, format) : <NotComputed />;
  const columns: Column<Line>[] = [
    { key: "chapter", header: texts.table.chapter, rowHeader: true, cell: (line) => line.name },
    {
      key: "onTime",
      header: texts.table.onTime,
      numeric: true,
      cell: ({ counts: { numerator, denominator } }) => {
        const percent = format.percent(numerator, denominator);
        return `${format.outOf(numerator, denominator)}${percent ? `, ${percent}` : ""}`;
      },
    },
    { key: "expected", header: texts.table.expected, numeric: true, cell: range("expected") },
    { key: "rare", header: texts.table.rare, numeric: true, cell: range("rare") },
    {
      key: "verdict",
      header: texts.table.verdict,
      wrap: true,
      cell: ({ judgement }) => (judgement ? texts.zone[judgement.zone] : texts.tooFew),
    },
  ];
  // those that are drawn first, in the picture's order
  const lines: Line[] = [...judged, ...few.map((one) => ({ ...one, judgement: null }))];
  return <DataTable caption={texts.caption(name)} columns={columns} rows={lines} rowKey={({ id }) => id} />;
}

function NotComputed() {
  const texts = useAllTexts().funnel;
  return (
    <>
      <span aria-hidden>–</span>
      <VisuallyHidden>{texts.none}</VisuallyHidden>
    </>
  );
}
