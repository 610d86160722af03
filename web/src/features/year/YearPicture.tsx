import { arcPath, dayAngle, layoutWheel, onWheel, WHEEL, WHEEL_MARKS } from "@varde/domain";
import { useId, useMemo, useState, type ReactNode } from "react";
import { useFormat } from "../../app/format";
import { useAllTexts } from "../../texts";
import { Card } from "../../ui";
import { goByArrows } from "../../ui/go-by-arrows";
import type { Entry, EntryWords } from "./entry-words";
import { KindMark } from "./KindMark";
import { Row } from "./YearList";

const MONTHS = Array.from({ length: 12 }, (_, i) => String(i + 1).padStart(2, "0"));
const SIZE = 356;

/**
 * The year as a circle, January at the top, clockwise. One stop for the Tab key, arrows from entry to entry in the order of the list; the
 * chosen one is told beside it, with the way to its page.
 */
export function YearPicture({ entries, words }: { entries: readonly Entry[]; words: EntryWords }) {
  const texts = useAllTexts().year;
  const format = useFormat();
  const id = useId();
  const { year } = words;
  const today = format.today();
  const wheel = useMemo(() => layoutWheel(entries, year), [entries, year]);
  const next = entries.find((entry) => entry.kind !== "HOLIDAY" && (entry.until ?? entry.on) >= today);
  const [chosen, setChosen] = useState<string | null>(null);
  const [stop, setStop] = useState<string | null>(null);
  const shapes = useMemo(() => shapesOf(wheel), [wheel]);
  const drawn = entries.filter(({ key }) => shapes.has(key));
  const at = drawn.some(({ key }) => key === stop) ? stop : (next?.key ?? drawn[0]?.key ?? null);
  const told = entries.find(({ key }) => key === (chosen ?? at)) ?? null;
  const inYear = today.startsWith(`${year}-`);
  const passed = today > `${year}-12-31` ? 360 : inYear ? dayAngle(today, year) : 0;
  const hand = onWheel(passed, WHEEL.radius);
  const handFrom = onWheel(passed, WHEEL.centre);
  return (
    <div className="v-year__wheel">
      <svg
        className="v-year__picture"
        viewBox={`${-SIZE / 2} ${-SIZE / 2} ${SIZE} ${SIZE}`}
        role="group"
        aria-label={texts.wheel.label(year)}
        aria-describedby={`${id}-hint`}
        onKeyDown={(event) =>
          goByArrows(
            event,
            "[data-entry]",
            drawn.findIndex(({ key }) => key === at),
          )
        }
      >
        <circle className="v-year__ground" r={WHEEL.radius} />
        {passed > 0 && <path className="v-year__past" d={sector(passed)} />}
        {MONTHS.map((month) => (
          <Month
            key={month}
            day={`${year}-${month}-01`}
            name={format.month(`${year}-${month}-01`).slice(0, 3)}
            year={year}
          />
        ))}
        <circle className="v-year__centre" r={WHEEL.centre} />
        <text className="v-year__now" y={-14} aria-hidden>
          {inYear ? texts.wheel.today : ""}
        </text>
        <text className="v-year__date" y={inYear ? 5 : 6} aria-hidden>
          {inYear ? format.shortDate(today) : String(year)}
        </text>
        <text className="v-year__now" y={22} aria-hidden>
          {inYear ? String(year) : ""}
        </text>
        {inYear && (
          <g aria-hidden>
            <line className="v-year__hand" x1={handFrom.x} y1={handFrom.y} x2={hand.x} y2={hand.y} />
            <circle className="v-year__tip" cx={hand.x} cy={hand.y} r="5" />
          </g>
        )}
        {drawn.map((entry) => (
          <g
            key={entry.key}
            data-entry
            data-kind={entry.kind}
            data-state={entry.state}
            data-chosen={entry.key === told?.key ? "" : undefined}
            className="v-year__entry"
            role="img"
            aria-label={words.spoken(entry)}
            tabIndex={entry.key === at ? 0 : -1}
            onFocus={() => {
              setStop(entry.key);
              setChosen(entry.key);
            }}
            onClick={(event) => event.currentTarget.focus()}
          >
            {shapes.get(entry.key)}
          </g>
        ))}
      </svg>
      <div className="v-year__beside">
        {told && (
          <Card>
            <Row entry={told} words={words} />
          </Card>
        )}
        <p id={`${id}-hint`} className="v-year__line">
          {texts.wheel.hint}
        </p>
        <ul className="v-year__legend">
          {[...new Map(entries.map((entry) => [entry.kind, entry])).values()].map(({ kind }) => (
            <li key={kind}>
              <KindMark kind={kind} state="OPEN" />
              {texts.kinds[kind]}
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}

function shapesOf(wheel: ReturnType<typeof layoutWheel>): Map<string, ReactNode> {
  const shapes = new Map<string, ReactNode>();
  for (const { key, from, to } of wheel.holidays)
    shapes.set(key, <path d={arcPath(from, to, WHEEL.holiday.radius, WHEEL.holiday.width)} />);
  for (const { key, lane, from, to } of wheel.arcs)
    shapes.set(key, <path d={arcPath(from, to, WHEEL.lanes[lane] ?? 0, WHEEL.laneWidth)} />);
  for (const { key, lane, angle, kind } of wheel.points) {
    const { x, y } = onWheel(angle, WHEEL.points[lane] ?? 0);
    shapes.set(
      key,
      <g transform={`translate(${x} ${y})`}>
        <circle className="v-year__target" r="12" />
        <path d={WHEEL_MARKS[kind]} />
      </g>,
    );
  }
  return shapes;
}

/** From the top to an angle, whole at 360. */
function sector(to: number): string {
  const { x, y } = onWheel(Math.min(to, 359.99), WHEEL.radius);
  return `M0,0 V${-WHEEL.radius} A${WHEEL.radius},${WHEEL.radius} 0 ${to > 180 ? 1 : 0},1 ${x},${y} Z`;
}

function Month({ day, name, year }: { day: string; name: string; year: number }) {
  const angle = dayAngle(day, year);
  const [from, to] = [onWheel(angle, WHEEL.centre), onWheel(angle, WHEEL.radius)];
  const label = onWheel(angle + 15, WHEEL.months);
  return (
    <g aria-hidden>
      <line className="v-year__spoke" x1={from.x} y1={from.y} x2={to.x} y2={to.y} />
      <text className="v-year__month" x={label.x} y={label.y + 4}>
        {name}
      </text>
    </g>
  );
}
