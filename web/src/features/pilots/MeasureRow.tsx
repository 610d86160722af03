import { useFormat } from "../../app/format";
import { useAllTexts } from "../../texts";
import { ArrowDownIcon, ArrowUpIcon } from "../../ui/icons";
import { IntervalPair, NotDrawn } from "./IntervalPair";
import { declinedWords, differenceWords, estimateWords, type Estimate, type Measure } from "./scoreboard-words";

type Names = { before: string; pilot: string };

/** What can be said of one measure, in a word with a sign of its own shape, so that no colour has to be read. */
function Verdict({ measure }: { measure: Measure }) {
  const texts = useAllTexts().pilots.board;
  const { verdict } = measure;
  if (verdict === null) return <span className="v-verdict__word">{texts.noVerdict}</span>;
  return (
    <span className={`v-verdict v-verdict--${verdict.toLowerCase()}`}>
      <span className="v-verdict__sign" aria-hidden>
        {verdict === "BETTER" ? (
          <ArrowUpIcon fontSize="1.125rem" />
        ) : verdict === "WORSE" ? (
          <ArrowDownIcon fontSize="1.125rem" />
        ) : verdict === "UNDECIDED" ? (
          "?"
        ) : (
          "="
        )}
      </span>
      <span className="v-verdict__word">{texts.verdicts[verdict]}</span>
    </span>
  );
}

function Count({ measure, estimate, look }: { measure: Measure; estimate: Estimate | null; look: keyof Names }) {
  const texts = useAllTexts().pilots.board;
  const format = useFormat();
  const words = estimateWords(measure, estimate, texts, format);
  if (!estimate || words === null) return null;
  const of = measure.measure === "REPORT_MINUTES" && estimate.n !== null ? ` ${texts.timed(estimate.n)}` : "";
  return (
    <span className={`v-measure__count v-measure__count--${look}`}>
      {words}
      <small>{of}</small>
    </span>
  );
}

/** One measure: what it is, what can be said, both versions on one scale, and the difference. */
export function MeasureRow({ measure, names }: { measure: Measure; names: Names }) {
  const texts = useAllTexts().pilots.board;
  const format = useFormat();
  const difference = differenceWords(measure, texts, format);
  const declined = declinedWords(measure, texts);
  const why =
    measure.declined === "HIDDEN" || measure.declined === "NOT_RECORDED" ? texts.declinedWhy[measure.declined] : null;
  const waiting = measure.pilot?.waiting ?? 0;
  return (
    <li className="v-measure">
      <div className="v-measure__name">
        <h2 className="v-measure__title">{texts.measures[measure.measure]}</h2>
        <p>{texts.about[measure.measure]}</p>
      </div>
      <div className="v-measure__verdict">
        <Verdict measure={measure} />
      </div>
      <div className="v-measure__chart">
        {declined === null ? <IntervalPair measure={measure} names={names} /> : <NotDrawn>{declined}</NotDrawn>}
      </div>
      <div className="v-measure__counts">
        {declined === null && (
          <>
            <Count measure={measure} estimate={measure.before} look="before" />
            <Count measure={measure} estimate={measure.pilot} look="pilot" />
          </>
        )}
      </div>
      <div className="v-measure__difference">
        {difference && (
          <>
            <strong>{difference.value}</strong>
            <span>{difference.interval}</span>
          </>
        )}
        {measure.earliest && <span>{texts.earliest(format.date(measure.earliest))}</span>}
      </div>
      {(why ?? (waiting > 0 && measure.measure === "ON_TIME")) && (
        <p className="v-measure__note">{why ?? texts.waiting(waiting)}</p>
      )}
    </li>
  );
}
