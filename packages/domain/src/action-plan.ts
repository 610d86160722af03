import type { LocalDate } from "./calendar.js";
import type { Language } from "./definition.js";

/** The words of one row of an action plan, as they are printed. */
export type PlanRowText = { nr: string; activity: string; aim: string; measures: string; resultAim: string };

/** The words of an action plan, as it is imported and printed. */
export type PlanText = { title: string; intro: string; rows: PlanRowText[]; closing: string };

/** How far a row has come, in the order they are chosen from: the last three are what is answered at the end of the year. */
export const PLAN_ROW_STATUSES = ["NOT_BEGUN", "UNDER_WAY", "DONE", "PARTLY", "NOT_DONE"] as const;
export type PlanRowStatus = (typeof PLAN_ROW_STATUSES)[number];

/** `DRAFT` is written freely. `ADOPTED` has its words fixed; `CHANGING` is adopted, and a new version of it is being written. */
export const PLAN_STATES = ["DRAFT", "ADOPTED", "CHANGING"] as const;
export type PlanState = (typeof PLAN_STATES)[number];

/** Who adopts a plan. */
export const PLAN_ADOPTERS = ["ANNUAL_MEETING", "BOARD"] as const;
export type PlanAdopter = (typeof PLAN_ADOPTERS)[number];

/** What a row can be measured by that the program counts anyway: the chapter's meetings of a kind, held in the plan's year. */
export const PLAN_MEASURES = ["MEMBER_MEETING", "BOARD_MEETING", "GATHERING"] as const;
export type PlanMeasure = (typeof PLAN_MEASURES)[number];

/** The longest a text of a plan may be, in characters, and the most rows it may have. */
export const PLAN_LIMITS = {
  rows: 60,
  title: 160,
  intro: 6000,
  closing: 600,
  nr: 12,
  activity: 300,
  cell: 4000,
  responsible: 120,
  learnt: 600,
  place: 80,
  reason: 300,
} as const;

/** What a row answers for at the end of a year. */
export const isOutcome = (status: PlanRowStatus): boolean =>
  status === "DONE" || status === "PARTLY" || status === "NOT_DONE";

/** Why a plan of a year cannot have been adopted on a day: it is still to come, or of another time than the plan's. */
export function adoptionProblem(on: LocalDate, year: number, today: LocalDate): "FUTURE" | "YEAR" | null {
  if (on > today) return "FUTURE";
  const its = Number(on.slice(0, 4));
  // the annual meeting of the year, or one before it in the year before
  return its === year || its === year - 1 ? null : "YEAR";
}

/** Whether a plan may be written for a year: last year's, to answer for it, this one's and the next. */
export const isPlanYear = (year: number, today: LocalDate): boolean => Math.abs(year - Number(today.slice(0, 4))) <= 1;

const isCount = (nr: string): boolean => /^\d{1,3}\.?$/.test(nr.trim());

/** Rows after one came, went or moved: numbers that are plain numbers are counted again from one, others stay as they were written. */
export function renumbered<Row extends { nr: string }>(rows: readonly Row[]): Row[] {
  if (!rows.every(({ nr }) => nr === "" || isCount(nr))) return [...rows];
  return rows.map((row, i) => ({ ...row, nr: String(i + 1) }));
}

/** Moves one before another, or last; as it was when it or the other is not there. */
export function movedBefore<One extends { id: string }>(
  all: readonly One[],
  id: string,
  beforeId: string | null,
): One[] {
  const moved = all.find((one) => one.id === id);
  if (!moved || id === beforeId) return [...all];
  const others = all.filter((one) => one.id !== id);
  const at = beforeId === null ? others.length : others.findIndex((one) => one.id === beforeId);
  return at < 0 ? [...all] : [...others.slice(0, at), moved, ...others.slice(at)];
}

/** Moves a row, and numbers the rows anew. */
export function movePlanRow<Row extends { id: string; nr: string }>(
  rows: readonly Row[],
  id: string,
  beforeId: string | null,
): Row[] {
  const moved = movedBefore(rows, id, beforeId);
  return moved.every((row, i) => row === rows[i]) ? moved : renumbered(moved);
}

const word = (alternatives: string): RegExp => new RegExp(`(?<![\\p{L}])(?:${alternatives})(?![\\p{L}])`, "iu");
const COUNTED = [
  word("to|tre|fire|fem|seks|sju|syv|åtte|ni|ti|elleve|tolv|femten|tjue|tredve|tretti|femti|hundre"),
  word("(?:é[nt]|en|ein|ei|et|eitt) (?:gang|gong)(?: (?:i|per|pr\\.?|om|hver|kvar)(?![\\p{L}]).*)?"),
  word(
    "(?:hver|hvert|kvar|kvart) (?:\\p{L}+ )?(?:dag|uke|veke|måned|månad|kvartal|halvår|semester|år|vår|høst|haust|tirsdag|onsdag|torsdag|fredag|mandag|måndag|tysdag|lørdag|laurdag|søndag|sundag)",
  ),
  word("(?:daglig|dagleg|ukentlig|vekentleg|månedlig|månadleg|kvartalsvis|halvårlig|halvårleg|årlig|årleg)e?"),
  // «tilbud innen psykisk helse» is no day
  /(?<!\p{L})(?:innen|innan) (?:\d|…|(?:utgangen|utgongen|slutten|midten|starten|årsmøte|året|nyttår|jul|påske|pinse|sommer|sumar|høst|haust|vår|vinter|januar|februar|mars|april|mai|juni|juli|august|september|oktober|november|desember)\p{L}*)/iu,
  word("minst|prosent|halvparten|dobbelt|doble|alle (?:nye )?medlemm?(?:er|ar)?"),
];

/** Whether a goal can be seen to be reached: it has a number that is not just the year, a number word, a rhythm or a day. */
export function isMeasurable(text: string): boolean {
  const bare = text
    .replace(/(?<!\p{L})(?:i|for|mål) (?:19|20)\d\d/giu, " ")
    .replace(/(?<!\d)(?:19|20)\d\d(?!\d)/g, " ");
  // «Sak 1: …» and «1. …» are numbers of a list, and count nothing
  const counted = bare.replace(/(?<!\p{L})\p{L}+ \d{1,2}:/gu, " ").replace(/(?:^|\n)\s*\d{1,2}[.)]\s/g, " ");
  return /\d/.test(counted) || COUNTED.some((one) => one.test(bare));
}

// how a measure begins when it can stand after «skal vi», without its ending: -e in bokmål, -e or -a in nynorsk
const VERBS = new Set(
  `arranger arbeid jobb delt sikr styrk øk spr prøv inviter hold hald lag besøk ring rekrutter informer samarbeid bidr utvikl
   oppretthold opprettheld gjennomfør tilb skap bygg start følg møt kontakt send del planlegg organiser påvirk påverk synliggjør
   synleggjer skaff søk utarbeid revider evaluer fortsett fortset opprett ivaret ivaretak tilrettelegg formidl skriv støtt motiver aktiviser
   engasjer presenter fremm fram bedr forbedr forbetr bruk vis finn forbered førebu markedsfør marknadsfør marker feir hjelp snakk`
    .split(/\s+/)
    .flatMap((stem) => [stem, `${stem}e`, `${stem}a`]),
);
const SHORT_VERBS = new Set([
  "ha",
  "ta",
  "gi",
  "få",
  "gå",
  "se",
  "sjå",
  "bli",
  "være",
  "vere",
  "nå",
  "delta",
  "bidra",
  "tilby",
  "ivareta",
  "spre",
]);
const LONGEST_CLAUSE = 90;

const lowered = (text: string): string =>
  // an acronym keeps its letters
  /^\p{Lu}(?![\p{Lu}\d])/u.test(text) ? text[0]!.toLocaleLowerCase("nb") + text.slice(1) : text;
const raised = (text: string): string => (text === "" ? text : text[0]!.toLocaleUpperCase("nb") + text.slice(1));
const bare = (text: string): string =>
  text
    .replace(/\s+/g, " ")
    .trim()
    .replace(/[\s.:;,]+$/u, "");

// work that is never done with: how often, or by when, says nothing of it
const ONGOING =
  /^(?:arbeid|jobb|sikr|styrk|øk|oppretth|bidr|utvikl|påvirk|ivareta|frem|fram|bedr|forbedr|forbetr|samarbeid|spre|synliggjør|synleggjer|engasjer|motiver|støtt|tilrettelegg|få|være|vere|bli)/u;
// what is held once: «arrangere sommerfest», and not «arrangere turer»
const HELD_ONCE = /^(?:arranger|feir|marker)\p{L}*(?!\p{L})(?! (?:\p{L}+e )?\p{L}+(?:er|ar|ene|ane)(?!\p{L}))/u;

/** The first thing a row says that it will do, ready to stand after «skal vi»; null when it does not begin with a verb. */
function deed(measures: string): string | null {
  const sentence = bare(measures.trim().split(/(?<=[.!?])\s|\n/u)[0] ?? "");
  const first = sentence.replace(/^(?:vi|styret|(?:lokal)?laget|\p{Lu}{2,6}) (?:skal|vil) /iu, "");
  const verb = /^\p{L}+/u.exec(first)?.[0].toLocaleLowerCase("nb");
  if (!verb || first.length > LONGEST_CLAUSE) return null;
  return VERBS.has(verb) || SHORT_VERBS.has(verb) ? lowered(first) : null;
}

/**
 * Three ways to say a row's goal so that one can see it reached, made of the row's own words, where «…» is for the chapter to
 * fill in: a day, a number of times, a share of the members. Work that goes on is asked what it has led to, and what is held once whether
 * one would come again. Empty for a row that says something measurable, and for one that
 * has no words yet. English is what an English reader is shown; the words of the row stay as they are.
 */
export function measurablePhrases(
  row: Pick<PlanRowText, "activity" | "aim" | "measures" | "resultAim">,
  year: number,
  language: Language,
): string[] {
  const activity = bare(row.activity);
  const does = deed(row.measures);
  if (activity === "" && does === null) return [];
  if ([row.aim, row.measures, row.resultAim].some(isMeasurable)) return [];
  const what = lowered(activity);
  const kind = does === null ? "named" : ONGOING.test(does) ? "ongoing" : HELD_ONCE.test(does) ? "once" : "done";
  if (language === "en") {
    const by = {
      named: `By … we will have carried out ${what}.`,
      ongoing: "By … we have achieved this: …",
      once: `By … we will: ${does}.`,
      done: `By … we will: ${does}.`,
    };
    const often = {
      named: `${raised(activity)} at least … times in ${year}.`,
      ongoing: `${raised(does ?? "")}, with at least … meetings or letters in ${year}.`,
      once: "At least … out of ten who took part would like to come again.",
      done: `At least … times in ${year}: ${does}.`,
    };
    const who = kind === "ongoing" ? "this" : what || "this";
    return [by[kind], often[kind], `… of … members have taken part in ${who} in ${year}.`];
  }
  const nn = language === "nn";
  const within = nn ? "Innan" : "Innen";
  const by = {
    named: `${within} … skal vi ha gjennomført ${what}.`,
    ongoing: `${within} … har vi fått til dette: …`,
    once: `${within} … skal vi ${does}.`,
    done: `${within} … skal vi ${does}.`,
  };
  const often = {
    named: `${raised(activity)} minst … ${nn ? "gonger" : "ganger"} i ${year}.`,
    ongoing: `Vi skal ${does}, med minst … ${nn ? "møte eller førespurnader" : "møter eller henvendelser"} i ${year}.`,
    once: nn ? "Minst … av ti som var med, vil kome att." : "Minst … av ti som var med, vil komme igjen.",
    done: `Vi skal ${does} minst … ${nn ? "gonger" : "ganger"} i ${year}.`,
  };
  const who = kind === "ongoing" ? "dette" : what || "dette";
  return [by[kind], often[kind], `… av … medlemmer har ${nn ? "vore" : "vært"} med på ${who} i ${year}.`];
}

/** How many rows there are of each status. */
export function countStatuses(rows: readonly { status: PlanRowStatus }[]): Record<PlanRowStatus, number> {
  const counts: Record<PlanRowStatus, number> = { NOT_BEGUN: 0, UNDER_WAY: 0, DONE: 0, PARTLY: 0, NOT_DONE: 0 };
  for (const { status } of rows) counts[status]++;
  return counts;
}
