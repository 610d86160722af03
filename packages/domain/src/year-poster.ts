import type { LocalDate } from "./calendar.js";
import type { Language } from "./definition.js";
import { brokenText, grownPath } from "./drawing.js";
import type { Drawing, DrawnInk, DrawnPath, DrawnShape, DrawnText, MeasureText } from "./drawing.js";
import { arcPath, dayAngle, layoutWheel, onWheel, WHEEL, WHEEL_MARKS, YEAR_ENTRY_KINDS } from "./year-wheel.js";
import type { YearEntryKind } from "./year-wheel.js";
import { YEAR_WORDS, yearEntryTitle } from "./year-words.js";
import type { YearNamed } from "./year-words.js";

export type YearPosterEntry = YearNamed & { key: string; on: LocalDate; until?: LocalDate | null };
export type YearPosterContent = {
  language: Language;
  year: number;
  /** whose year it is */
  unit: string;
  today: LocalDate;
  /** by day */
  entries: readonly YearPosterEntry[];
};
/** One line of the list: its shape, what that shape means, and its words as they stand. */
export type PosterItem = { kind: YearEntryKind; mark: DrawnPath; words: DrawnText[] };
export type PosterMonth = { name: DrawnText | null; items: PosterItem[] };
/** One sheet; a month that goes on from the sheet before has no name on this one. */
export type PosterSheet = { months: PosterMonth[]; foot: DrawnText };
/** The year on paper that lies: measures are points of an A3. The first sheet has the wheel. */
export type YearPoster = {
  width: number;
  height: number;
  title: DrawnText[];
  lead: DrawnText[];
  wheel: { shapes: DrawnShape[]; words: string };
  sheets: PosterSheet[];
};

const [WIDTH, HEIGHT, EDGE] = [1191, 842, 36];
const WHEEL_SIDE = 600;
/** Points of the poster to one of the wheel's own. */
const GROWN = WHEEL_SIDE / 356;
const MIDDLE = { x: EDGE + WHEEL_SIDE / 2, y: 412 };
const COLUMN = 234;
const BOTTOM = HEIGHT - EDGE - 14;
const LEADING = 1.3;
/** Sizes that the list is tried in, so that the year is one sheet when it can be. */
const SIZES = [13, 12, 11, 10];
const MOST_CHAPTERS = 8;
const MOST_LINES = 20;
const LOCALES: Readonly<Record<Language, string>> = { nb: "nb-NO", nn: "nn-NO", en: "en-GB" };
/** A holiday is a band at the wheel's rim; in the key a short one. */
const BAND = "M-6,-3 H6 V3 H-6 Z";

const dated = (language: Language, options: Intl.DateTimeFormatOptions) => {
  const format = new Intl.DateTimeFormat(LOCALES[language], { ...options, timeZone: "UTC" });
  return (day: LocalDate): string => format.format(new Date(`${day}T00:00:00Z`));
};
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** What a kind is drawn with: by shape first, as on the page. */
function path(kind: YearEntryKind, d: string, x: number, y: number): DrawnPath {
  const dark: DrawnInk =
    kind === "ANNUAL_MEETING" || kind === "REPORT" || kind === "GRANT" || kind === "DAY" ? "ink" : "mark";
  const fill = kind === "ANNUAL_MEETING" ? "ink" : kind === "HOLIDAY" ? "field" : "ground";
  const line = kind === "HOLIDAY" ? "control" : dark;
  return { kind: "path", x, y, d, fill, line, width: kind === "HOLIDAY" ? 1 : 2, dash: [] };
}
/** A mark beside words: the star, which is the largest in the wheel, as large as the others. */
const smallMark = (kind: YearEntryKind, by: number, x: number, y: number): DrawnPath =>
  markOf(kind, kind === "ANNUAL_MEETING" ? by * 0.72 : by, x, y);
const markOf = (kind: YearEntryKind, by: number, x: number, y: number): DrawnPath =>
  path(kind, grownPath(kind === "HOLIDAY" ? BAND : WHEEL_MARKS[kind], by), x, y);

function wheelShapes({ entries, year, language }: YearPosterContent): DrawnShape[] {
  const { holidays, arcs, points } = layoutWheel(entries, year);
  const kinds = new Map(entries.map(({ key, kind }) => [key, kind]));
  const [x, y] = [MIDDLE.x, MIDDLE.y];
  const at = (angle: number, radius: number) => {
    const place = onWheel(angle, radius * GROWN);
    return { x: x + place.x, y: y + place.y };
  };
  const plain = (d: string, fill: DrawnInk | null): DrawnPath => ({
    kind: "path",
    x,
    y,
    d: grownPath(d, GROWN),
    fill,
    line: "hairline",
    width: 1,
    dash: [],
  });
  const circle = (r: number): string => `M${-r},0 a${r},${r} 0 1,0 ${2 * r},0 a${r},${r} 0 1,0 ${-2 * r},0 Z`;
  const month = dated(language, { month: "short" });
  const months = Array.from({ length: 12 }, (_, i) => `${year}-${String(i + 1).padStart(2, "0")}-01`);
  return [
    plain(circle(WHEEL.radius), "ground"),
    ...months.map((day): DrawnPath => {
      const angle = dayAngle(day, year);
      const [from, to] = [onWheel(angle, WHEEL.centre), onWheel(angle, WHEEL.radius)];
      return plain(`M${from.x},${from.y} L${to.x},${to.y}`, null);
    }),
    ...months.map((day): DrawnText => {
      const place = at(dayAngle(day, year) + 15, WHEEL.months);
      const text = month(day).replace(".", "").slice(0, 4);
      return { kind: "text", x: place.x, y: place.y + 6, text, size: 17, ink: "muted", at: "middle" };
    }),
    plain(circle(WHEEL.centre), "ground"),
    { kind: "text", x, y: y + 14, text: String(year), size: 40, bold: true, ink: "ink", at: "middle" },
    ...holidays.map(({ from, to }) =>
      path("HOLIDAY", grownPath(arcPath(from, to, WHEEL.holiday.radius, WHEEL.holiday.width), GROWN), x, y),
    ),
    ...arcs.map(({ key, lane, from, to }) =>
      path(
        kinds.get(key) ?? "TASK",
        grownPath(arcPath(from, to, WHEEL.lanes[lane] ?? 0, WHEEL.laneWidth), GROWN),
        x,
        y,
      ),
    ),
    ...points.map(({ kind, angle, lane }) => {
      const place = at(angle, WHEEL.points[lane] ?? 0);
      return markOf(kind, GROWN, place.x, place.y);
    }),
  ];
}

/** What each shape means, in rows under the wheel. */
function keyShapes({ entries, language }: YearPosterContent, measure: MeasureText): DrawnShape[] {
  const size = 13;
  let [x, y] = [EDGE, MIDDLE.y + WHEEL_SIDE / 2 + 24];
  return YEAR_ENTRY_KINDS.filter((kind) => entries.some((entry) => entry.kind === kind)).flatMap((kind) => {
    const text = YEAR_WORDS[language].kinds[kind];
    const wide = 22 + measure(text, size, false);
    if (x > EDGE && x + wide > EDGE + WHEEL_SIDE) [x, y] = [EDGE, y + 22];
    const left = x;
    x += wide + 20;
    return [smallMark(kind, 1, left + 8, y - 4), { kind: "text", x: left + 22, y, text, size, ink: "muted" } as const];
  });
}

function entryText(entry: YearPosterEntry, language: Language, day: (day: LocalDate) => string): string {
  const words = YEAR_WORDS[language].poster;
  const title = yearEntryTitle(entry, language);
  const until = (last: LocalDate): string => `(${words.until(day(last).replaceAll(" ", "\u00a0"))})`;
  const names = entry.chapters.map(({ chapterName }) => chapterName);
  const rest = names.length - MOST_CHAPTERS;
  const listed = [...names.slice(0, MOST_CHAPTERS), ...(rest > 0 ? [words.more(rest)] : [])].join(", ");
  return [
    names.length > 1 ? `${title}: ${listed}` : title,
    ...(entry.until && entry.until > entry.on ? [until(entry.until)] : []),
  ].join(" ");
}

/** The list in columns: two beside the wheel, and four a sheet where there is more. */
function listing(content: YearPosterContent, size: number, measure: MeasureText): PosterMonth[][] {
  const { language, year, entries } = content;
  const [day, month] = [dated(language, { day: "numeric", month: "short" }), dated(language, { month: "long" })];
  const first = `${year}-01-01`;
  const months = Map.groupBy(entries, ({ on }) => (on < first ? first : on).slice(0, 7));
  const line = size * LEADING;
  const [dates, indent] = [Math.max(...entries.map(({ on }) => measure(day(on), size, true)), 0) + 8, size * 1.6];
  const sheets: PosterMonth[][] = [[]];
  let [column, y] = [0, EDGE];
  const left = (): number =>
    sheets.length === 1
      ? WIDTH - EDGE - (2 - column) * COLUMN - (1 - column) * 20
      : EDGE + column * ((WIDTH - 2 * EDGE - COLUMN) / 3);
  const turn = (): void => {
    column += 1;
    y = EDGE;
    if (column < (sheets.length === 1 ? 2 : 4)) return;
    sheets.push([]);
    column = 0;
  };
  for (const [key, all] of months) {
    const named = size * 1.15;
    let begun: PosterMonth | null = null;
    for (const entry of all) {
      const room = COLUMN - indent - dates;
      const lines = brokenText(entryText(entry, language, day), room, MOST_LINES, (text) => measure(text, size, false));
      const tall = lines.length * line + 3;
      const head = begun ? 0 : named * LEADING + (y > EDGE ? size * 0.8 : 0) + 4;
      if (y + head + tall > BOTTOM && y > EDGE) turn();
      const sheet = sheets.at(-1)!;
      if (!begun) {
        if (y > EDGE) y += size * 0.8;
        const text = capital(month(`${key}-01`));
        begun = {
          name: { kind: "text", x: left(), y: y + named, text, size: named, bold: true, ink: "ink" },
          items: [],
        };
        sheet.push(begun);
        y += named * LEADING + 4;
      } else if (!sheet.includes(begun)) {
        begun = { name: null, items: [] };
        sheet.push(begun);
      }
      const x = left() + indent;
      const words = lines.map((text, i): DrawnText => ({
        kind: "text",
        x: x + dates,
        y: y + size + i * line,
        text,
        size,
        ink: "ink",
      }));
      // an entry from the year before stands by its own day
      const date: DrawnText = { kind: "text", x, y: y + size, text: day(entry.on), size, bold: true, ink: "muted" };
      const mark = smallMark(entry.kind, size / 14, left() + size * 0.5, y + size * 0.65);
      begun.items.push({ kind: entry.kind, mark, words: [date, ...words] });
      y += tall;
    }
  }
  return sheets;
}

/** The year as a poster: the wheel, what its shapes mean, and all that is in it as a list. */
export function yearPoster(content: YearPosterContent, measure: MeasureText): YearPoster {
  const { language, year, unit, today, entries } = content;
  const words = YEAR_WORDS[language].poster;
  const written = (text: string, y: number, size: number, bold: boolean): DrawnText[] =>
    brokenText(text, WHEEL_SIDE, 1, (part) => measure(part, size, bold)).map((part) => ({
      kind: "text",
      x: EDGE,
      y,
      text: part,
      size,
      bold,
      ink: bold ? "ink" : "muted",
    }));
  const tried = SIZES.map((size) => () => listing(content, size, measure));
  let sheets = tried[0]!();
  for (const attempt of tried.slice(1)) if (sheets.length > 1) sheets = attempt();
  const asOf = words.asOf(dated(language, { dateStyle: "long" })(today));
  const foot = entries.length === 0 ? `${words.nothing} ${asOf}` : asOf;
  return {
    width: WIDTH,
    height: HEIGHT,
    title: written(words.title(year), EDGE + 26, 34, true),
    lead: written(unit, EDGE + 52, 17, false),
    wheel: { shapes: [...wheelShapes(content), ...keyShapes(content, measure)], words: words.figure(year) },
    sheets: sheets.map((months, i) => ({
      months,
      foot: {
        kind: "text",
        x: WIDTH - EDGE,
        y: HEIGHT - EDGE + 8,
        text: sheets.length > 1 ? `${foot} ${i + 1}/${sheets.length}` : foot,
        size: 10,
        ink: "muted",
        at: "end",
      },
    })),
  };
}

/** The poster as one picture, its sheets under each other. */
export function yearPicture(content: YearPosterContent, measure: MeasureText): Drawing {
  const { width, height, title, lead, wheel, sheets } = yearPoster(content, measure);
  const items = (month: PosterMonth): DrawnShape[] => [
    ...(month.name ? [month.name] : []),
    ...month.items.flatMap(({ mark, words }) => [mark, ...words]),
  ];
  const said = sheets.flatMap(({ months }) => months).flatMap((month) => month.items);
  return {
    width,
    height: height * sheets.length,
    title: [...title, ...lead].map(({ text }) => text).join(", "),
    description: said
      .map(
        ({ kind, words }) => `${YEAR_WORDS[content.language].kinds[kind]}: ${words.map(({ text }) => text).join(" ")}`,
      )
      .join(". "),
    shapes: [
      ...title,
      ...lead,
      ...wheel.shapes,
      ...sheets.flatMap(({ months, foot }, i) =>
        [...months.flatMap(items), foot].map((shape) => ({ ...shape, y: shape.y + i * height })),
      ),
    ],
  };
}
