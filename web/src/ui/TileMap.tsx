import { useId, useState, type KeyboardEvent } from "react";
import { goByArrows } from "./go-by-arrows";
import "./tile-map.css";

/** `empty` nobody there, `none` nothing yet, `few` a count that is not judged, else a step of four. */
export type TileLook = "empty" | "none" | "few" | 1 | 2 | 3 | 4;

export type Tile = {
  key: string;
  /** From the left and from the top, 0 first. */
  col: number;
  row: number;
  name: string;
  /** Where the tile is small. */
  short: string;
  value: string;
  look: TileLook;
  /** Read aloud, and seen under the map when the tile is chosen. */
  words: string;
};

type TileMapProps = {
  /** In the order of their table: the arrow keys go by it. */
  tiles: readonly Tile[];
  /** What the picture shows, spoken. */
  label: string;
  /** How one goes through the tiles; seen until one of them is chosen. */
  hint: string;
};

/** Height of a tile with the room around it, in rem. */
const TALL = 4;

/**
 * Places as tiles of one size. One stop for the Tab key, arrows from tile to tile; the chosen one is told in words under the map. A
 * step is as many filled dots as it is high, and a tint: the dots are there in black and white too.
 */
export function TileMap({ tiles, label, hint }: TileMapProps) {
  const id = useId();
  const [chosen, setChosen] = useState<string | null>(null);
  const [entry, setEntry] = useState<string | null>(null);
  const stop = tiles.some(({ key }) => key === entry) ? entry : tiles[0]?.key;
  const columns = 1 + Math.max(0, ...tiles.map(({ col }) => col));
  const rows = 1 + Math.max(0, ...tiles.map(({ row }) => row));

  const press = (event: KeyboardEvent<SVGSVGElement>): void =>
    goByArrows(
      event,
      ".v-tiles__tile",
      tiles.findIndex(({ key }) => key === stop),
    );

  return (
    <div className="v-tiles">
      <div className="v-tiles__frame">
        <svg
          className="v-tiles__picture"
          style={{ height: `${rows * TALL}rem` }}
          role="group"
          aria-label={label}
          aria-describedby={`${id}-hint`}
          onKeyDown={press}
        >
          {tiles.map(({ key, col, row, name, short, value, look, words }) => (
            <g
              key={key}
              className="v-tiles__tile"
              data-look={look}
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
              <svg
                x={`${(100 * col) / columns}%`}
                y={`${row * TALL}rem`}
                width={`${100 / columns}%`}
                height={`${TALL}rem`}
              >
                <rect className="v-tiles__ground" x="3%" y="3%" width="94%" height="94%" rx="6" />
                <text className="v-tiles__name v-tiles__name--full" x="50%" y="1.25rem">
                  {name}
                </text>
                <text className="v-tiles__name v-tiles__name--short" x="50%" y="1.25rem">
                  {short}
                </text>
                <text className="v-tiles__value" x="50%" y="2.5rem">
                  {value}
                </text>
                {typeof look === "number" && (
                  <svg x="50%" y="3.25rem" overflow="visible">
                    <Dots step={look} />
                  </svg>
                )}
              </svg>
            </g>
          ))}
        </svg>
      </div>
      <p className="v-tiles__said" aria-hidden>
        {tiles.find(({ key }) => key === chosen)?.words ?? hint}
      </p>
      <span id={`${id}-hint`} hidden>
        {hint}
      </span>
    </div>
  );
}

function Dots({ step }: { step: number }) {
  return [1, 2, 3, 4].map((n) => (
    <circle key={n} className="v-tiles__dot" data-filled={n <= step ? "" : undefined} cx={(n - 2.5) * 9} r="3" />
  ));
}

/** What is drawn, with its look. */
export function TileLegend({ entries }: { entries: readonly { look: TileLook; word: string }[] }) {
  return (
    <ul className="v-tiles-legend">
      {entries.map(({ look, word }) => (
        <li key={look}>
          <svg className="v-tiles__tile" data-look={look} width="44" height="20" aria-hidden>
            <rect className="v-tiles__ground" x="1" y="1" width="42" height="18" rx="4" />
            {typeof look === "number" && (
              <svg x="22" y="10" overflow="visible">
                <Dots step={look} />
              </svg>
            )}
          </svg>
          {word}
        </li>
      ))}
    </ul>
  );
}
