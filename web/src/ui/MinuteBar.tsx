import { useFormat } from "../app/format";
import { useTexts } from "../texts";
import "./minute-bar.css";

/** The track ends at a minute and a half; what is longer fills it. */
const TRACK_SECONDS = 90;

type MinuteBarProps = {
  /** Seconds it takes to answer, in parts: each time, then once a period. */
  parts: readonly { key: string; seconds: number }[];
  /** `small` in a table: no words under it. */
  size?: "medium" | "small";
};

/** The burden of a report against the minute. */
export function MinuteBar({ parts, size = "medium" }: MinuteBarProps) {
  const texts = useTexts().ui.burden;
  const format = useFormat();
  const total = parts.reduce((sum, part) => sum + part.seconds, 0);
  const over = total > 60;
  const scale = Math.min(1, TRACK_SECONDS / Math.max(total, 1));
  return (
    <div
      className={`v-minute v-minute--${size}`}
      data-over={over ? "" : undefined}
      role="img"
      aria-label={texts.label(format.seconds(total))}
    >
      <div className="v-minute__track">
        {parts.map((part, index) => (
          <span
            key={part.key}
            className={index === 0 ? "v-minute__part" : "v-minute__part v-minute__part--more"}
            style={{ width: `${(100 * part.seconds * scale) / TRACK_SECONDS}%` }}
          />
        ))}
        <span className="v-minute__mark" />
      </div>
      {size === "medium" && <span className="v-minute__word">{texts.oneMinute}</span>}
    </div>
  );
}
