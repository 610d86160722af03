import { useFormat } from "../../app/format";
import { useAllTexts } from "../../texts";
import { minutesEnd, scaleWords, type Estimate, type Measure } from "./scoreboard-words";

const HEIGHT = 46;
const ROWS = { before: 14, pilot: 32 };
const CAP = 5;

const percent = (share: number): string => `${(100 * Math.min(1, Math.max(0, share))).toFixed(2)}%`;

type WhiskerProps = { estimate: Estimate; end: number; y: number; look: "before" | "pilot" };

/** A point with its interval, both ends marked. Positions are per cent of the width, so that nothing is stretched. */
function Whisker({ estimate: { value, low, high }, end, y, look }: WhiskerProps) {
  if (value === null || low === null || high === null) return null;
  const [from, to] = [percent(low / end), percent(high / end)];
  return (
    <g className={`v-interval__${look}`}>
      <line x1={from} x2={to} y1={y} y2={y} />
      <line x1={from} x2={from} y1={y - CAP} y2={y + CAP} />
      <line x1={to} x2={to} y1={y - CAP} y2={y + CAP} />
      <circle cx={percent(value / end)} cy={y} r={4.5} />
    </g>
  );
}

/** The version before (hollow) over the pilot's (filled), on one scale: 0-100 %, or minutes from 0. */
export function IntervalPair({ measure, names }: { measure: Measure; names: { before: string; pilot: string } }) {
  const texts = useAllTexts().pilots.board;
  const format = useFormat();
  const minutes = measure.measure === "REPORT_MINUTES";
  const end = minutes ? minutesEnd(measure) : 1;
  const steps = minutes ? end : 4;
  const spoken = (["before", "pilot"] as const).flatMap((side) => {
    const estimate = measure[side];
    if (!estimate || estimate.value === null || estimate.low === null || estimate.high === null) return [];
    const words = (value: number): string => scaleWords(measure, value, texts, format);
    return [texts.spoken(names[side], words(estimate.value), words(estimate.low), words(estimate.high))];
  });
  return (
    <div className="v-interval">
      <svg width="100%" height={HEIGHT} role="img" aria-label={spoken.join(". ")}>
        {Array.from({ length: steps + 1 }, (_, i) => {
          const x = percent(i / steps);
          return <line key={i} className="v-interval__grid" x1={x} x2={x} y1={2} y2={HEIGHT - 2} />;
        })}
        {measure.before && <Whisker estimate={measure.before} end={end} y={ROWS.before} look="before" />}
        {measure.pilot && (
          <Whisker estimate={measure.pilot} end={end} y={measure.before ? ROWS.pilot : HEIGHT / 2} look="pilot" />
        )}
      </svg>
      <div className="v-interval__scale" aria-hidden>
        <span>{minutes ? "0" : "0 %"}</span>
        <span>{minutes ? format.number(end / 2, 1) : "50 %"}</span>
        <span>{minutes ? texts.minutes(format.number(end)) : "100 %"}</span>
      </div>
    </div>
  );
}

/** Where nothing is drawn: an empty hatched scale with the reason on it. */
export function NotDrawn({ children }: { children: string }) {
  return (
    <p className="v-not-drawn">
      <svg className="v-not-drawn__hatch" width="100%" height="100%" aria-hidden>
        <defs>
          <pattern id="v-not-drawn" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <line x1="0" y1="0" x2="0" y2="6" />
          </pattern>
        </defs>
        <rect width="100%" height="100%" fill="url(#v-not-drawn)" />
      </svg>
      <span className="v-not-drawn__why">{children}</span>
    </p>
  );
}
