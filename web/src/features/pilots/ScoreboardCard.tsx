import { useFormat } from "../../app/format";
import { useAllTexts } from "../../texts";
import { Card, DataTable, DefinitionLine, Disclosure, HiddenCell } from "../../ui";
import { MeasureRow } from "./MeasureRow";
import { differenceWords, scaleWords, type Estimate, type Measure, type Scoreboard } from "./scoreboard-words";

type Names = { before: string; pilot: string };
type ScoreboardCardProps = { board: Scoreboard; aboutMember: boolean; names: Names; compared: boolean };

/** Every measure with its verdict, the same as a table, and how it is counted. */
export function ScoreboardCard({ board, aboutMember, names, compared }: ScoreboardCardProps) {
  const { pilots: texts } = useAllTexts();
  const words = texts.board;
  return (
    <div className="v-scoreboard">
      <Card>
        {board.withheld && <p>{words.withheld}</p>}
        <div className="v-scoreboard__head" aria-hidden>
          <span>{words.measure}</span>
          <span>{words.says}</span>
          <span>{words.difference}</span>
        </div>
        <ul className="v-scoreboard__measures">
          {board.measures.map((measure) => (
            <MeasureRow key={measure.measure} measure={measure} names={names} />
          ))}
        </ul>
        <p className="v-scoreboard__key">
          {compared && (
            <span>
              <Key look="before" /> {names.before}
            </span>
          )}
          <span>
            <Key look="pilot" /> {names.pilot}
          </span>
          <span>{words.whiskers}</span>
        </p>
      </Card>
      <DefinitionLine
        asOf={board.asOf}
        how={
          <ul className="v-scoreboard__how">
            {[...words.how, ...(aboutMember ? words.howPersons : [])].map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        }
      >
        {words.definition}
      </DefinitionLine>
      <Disclosure summary={words.asTable}>
        <AsTable board={board} names={names} compared={compared} />
      </Disclosure>
    </div>
  );
}

function Key({ look }: { look: keyof Names }) {
  return (
    <svg width="34" height="12" aria-hidden>
      <g className={`v-interval__${look}`}>
        <line x1="1" x2="33" y1="6" y2="6" />
        <line x1="1" x2="1" y1="2" y2="10" />
        <line x1="33" x2="33" y1="2" y2="10" />
        <circle cx="17" cy="6" r="4.5" />
      </g>
    </svg>
  );
}

function AsTable({ board, names, compared }: Omit<ScoreboardCardProps, "aboutMember">) {
  const texts = useAllTexts().pilots.board;
  const format = useFormat();
  const interval = (measure: Measure, side: Estimate | null): string =>
    side && side.low !== null && side.high !== null
      ? texts.range(scaleWords(measure, side.low, texts, format), scaleWords(measure, side.high, texts, format))
      : "–";
  const counts = (measure: Measure, side: Estimate | null) => {
    if (measure.declined === "HIDDEN") return <HiddenCell />;
    if (!side || side.n === null) return "–";
    if (side.numerator !== null) return format.outOf(side.numerator, side.n);
    return side.value === null ? texts.timed(side.n) : scaleWords(measure, side.value, texts, format);
  };
  const columnsOf = (look: keyof Names) => [
    {
      key: look,
      header: names[look],
      numeric: true,
      cell: (measure: Measure) => counts(measure, measure[look]),
    },
    {
      key: `${look}-interval`,
      header: texts.interval,
      numeric: true,
      cell: (measure: Measure) => interval(measure, measure[look]),
    },
  ];
  return (
    <DataTable
      caption={texts.table(names.pilot)}
      rows={board.measures}
      rowKey={({ measure }) => measure}
      columns={[
        {
          key: "measure",
          header: texts.measure,
          rowHeader: true,
          wrap: true,
          cell: (measure) => texts.measures[measure.measure],
        },
        ...(compared ? columnsOf("before") : []),
        ...columnsOf("pilot"),
        {
          key: "difference",
          header: texts.difference,
          numeric: true,
          cell: (measure) => {
            const difference = differenceWords(measure, texts, format);
            return difference ? `${difference.value} (${difference.interval})` : "–";
          },
        },
        {
          key: "says",
          header: texts.says,
          wrap: true,
          cell: (measure) => (measure.verdict ? texts.verdicts[measure.verdict] : texts.noVerdict),
        },
      ]}
    />
  );
}
