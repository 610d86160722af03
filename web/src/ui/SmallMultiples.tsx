import { useId, useState, type KeyboardEvent } from "react";
import { goByArrows } from "./go-by-arrows";
import "./small-multiples.css";

/** A share of one, or why there is none. */
export type MultipleColumn = number | "none" | "hidden";

export type Multiple = {
  key: string;
  name: string;
  /** Read aloud, and seen under the pictures when this one is chosen. */
  words: string;
  /** The oldest first, each with a key of its own. */
  columns: readonly { key: string; of: MultipleColumn }[];
};

type SmallMultiplesProps = {
  /** In the order of their table: the arrow keys go by it. */
  items: readonly Multiple[];
  /** What the pictures show, spoken. */
  label: string;
  /** How one goes through them; seen until one is chosen. */
  hint: string;
};

const HIGH = 44;
const WIDE = 14;
const GAP = 4;

/**
 * Small pictures of one scale: a column a period, filled as far as its share. One stop for the Tab key, arrows from picture to
 * picture; the chosen one is told in words under them.
 */
export function SmallMultiples({ items, label, hint }: SmallMultiplesProps) {
  const id = useId();
  const [chosen, setChosen] = useState<string | null>(null);
  const [entry, setEntry] = useState<string | null>(null);
  const stop = items.some(({ key }) => key === entry) ? entry : items[0]?.key;
  const press = (event: KeyboardEvent<HTMLDivElement>): void =>
    goByArrows(
      event,
      ".v-multiples__one",
      items.findIndex(({ key }) => key === stop),
    );
  return (
    <div className="v-multiples">
      <div
        className="v-multiples__all"
        role="group"
        aria-label={label}
        aria-describedby={`${id}-hint`}
        onKeyDown={press}
      >
        {items.map(({ key, name, words, columns }) => (
          <div
            key={key}
            className="v-multiples__one"
            role="img"
            aria-label={words}
            tabIndex={key === stop ? 0 : -1}
            onFocus={() => {
              setEntry(key);
              setChosen(key);
            }}
            onPointerEnter={() => setChosen(key)}
            onClick={(event) => event.currentTarget.focus()}
          >
            <span className="v-multiples__name" aria-hidden>
              {name}
            </span>
            <svg
              className="v-multiples__picture"
              viewBox={`0 0 ${columns.length * (WIDE + GAP)} ${HIGH + 2}`}
              style={{ inlineSize: `${(columns.length * (WIDE + GAP)) / 16}rem` }}
              aria-hidden
            >
              {columns.map(({ key: of, of: column }, at) => (
                <ColumnOf key={of} column={column} x={at * (WIDE + GAP) + GAP / 2} />
              ))}
            </svg>
          </div>
        ))}
      </div>
      <p className="v-multiples__said" aria-hidden>
        {items.find(({ key }) => key === chosen)?.words ?? hint}
      </p>
      <span id={`${id}-hint`} hidden>
        {hint}
      </span>
    </div>
  );
}

function ColumnOf({ column, x }: { column: MultipleColumn; x: number }) {
  if (column === "hidden")
    return (
      <text className="v-multiples__hidden" x={x + WIDE / 2} y={HIGH - 6} textAnchor="middle">
        :
      </text>
    );
  if (column === "none") return <line className="v-multiples__none" x1={x} x2={x + WIDE} y1={HIGH} y2={HIGH} />;
  const filled = Math.max(0, Math.min(1, column)) * HIGH;
  return (
    <>
      <rect className="v-multiples__rest" x={x + 0.5} y={1} width={WIDE - 1} height={HIGH} rx="2" />
      {filled > 0 && (
        <rect
          className="v-multiples__on-time"
          x={x + 0.5}
          y={HIGH + 1 - filled}
          width={WIDE - 1}
          height={filled}
          rx="2"
        />
      )}
    </>
  );
}

export type MultipleLook = "onTime" | "rest" | "none" | "hidden";

/** What is drawn, with its look. */
export function SmallMultiplesLegend({ entries }: { entries: readonly { look: MultipleLook; word: string }[] }) {
  return (
    <ul className="v-multiples-legend">
      {entries.map(({ look, word }) => (
        <li key={look}>
          <svg width="16" height="20" viewBox="0 0 16 20" aria-hidden>
            {look === "onTime" && <rect className="v-multiples__on-time" x="1.5" y="1" width="13" height="18" rx="2" />}
            {look === "rest" && <rect className="v-multiples__rest" x="1.5" y="1" width="13" height="18" rx="2" />}
            {look === "none" && <line className="v-multiples__none" x1="1" x2="15" y1="18" y2="18" />}
            {look === "hidden" && (
              <text className="v-multiples__hidden" x="8" y="15" textAnchor="middle">
                :
              </text>
            )}
          </svg>
          {word}
        </li>
      ))}
    </ul>
  );
}
