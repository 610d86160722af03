import { addDays, drawStratified, shareDifference, sizeClassOf, verdict, weekday } from "@varde/domain";
import type { LocalDate, TemplateDefinition } from "@varde/domain";
import { membersOn } from "./duty-touchpoints.js";
import { at, dayBetween } from "./frame.js";
import type { Frame } from "./frame.js";
import { demoId, randomFor } from "./random.js";
import type { ChapterRow, DemoRows, PilotAnswerRow, TouchpointRow, VersionRow } from "./rows.js";

const WEEKS = 24;
const TAKE = 7;
/** How often one nobody would have greeted is greeted with the shorter message. */
const FOUND = 0.25;
/** Seeds looked at for one whose numbers may be told; any will do after them. */
const MOST_SEEDS = 400;
const HIDDEN_BELOW = 5;

/** IP-01 with one suggestion instead of a choice: the wording of version 1.1. */
function shorterWelcome(definition: TemplateDefinition): TemplateDefinition {
  const text = {
    nb: "Send SMS-en som den er, fra en navngitt person",
    nn: "Send SMS-en som han er, frå ein namngitt person",
    en: "Send the SMS as it is, from a named person",
  };
  return {
    ...definition,
    steps: definition.steps.map((step) => (step.key === "send" ? { ...step, text } : step)),
  };
}

const SAID: Pick<PilotAnswerRow, "verdict" | "why">[] = [
  { verdict: "KEEP", why: "Kortere melding gjør at flere i styret tør å sende den." },
  { verdict: "KEEP", why: "Vi slipper å lure på hva vi skal skrive." },
  { verdict: "CHANGE", why: "Vi savner et forslag til dem som heller vil ha e-post." },
  { verdict: "KEEP", why: "" },
  { verdict: "KEEP", why: "Gikk av seg selv i høst." },
];

type How = { onTime: number; late: number; missed: number };
const nobody = (): How => ({ onTime: 0, late: 0, missed: 0 });

/** How it went in each chapter, as the scoreboard counts: what was over on the last Sunday. */
function tally(touchpoints: TouchpointRow[], lastDay: LocalDate): Map<string, How> {
  const by = new Map<string, How>();
  for (const row of touchpoints) {
    if (row.miss_on > lastDay || row.waived_at || row.cancelled_at) continue;
    const how = by.get(row.chapter_id) ?? nobody();
    by.set(row.chapter_id, how);
    how[row.closed_at === null ? "missed" : row.closed_at.slice(0, 10) <= row.due_on ? "onTime" : "late"] += 1;
  }
  return by;
}

function sumOf(by: Map<string, How>, chapters: Iterable<string>): How {
  const sum = nobody();
  for (const id of chapters) {
    const how = by.get(id) ?? nobody();
    for (const key of ["onTime", "late", "missed"] as const) sum[key] += how[key];
  }
  return sum;
}

/** Whether the two may be shown, each count of persons with its rest, and say that the later did better. */
function speaks(before: How, after: How): boolean {
  const [was, is] = [before, after].map(({ onTime, late, missed }) => ({
    numerator: onTime,
    n: onTime + late + missed,
  }));
  const shown = [before, after].every((how) => Object.values(how).every((n) => n === 0 || n >= HIDDEN_BELOW));
  return shown && verdict(shareDifference(was!, is!), "HIGHER_IS_BETTER") === "BETTER";
}

/** The pilot's touchpoints as they went with the shorter message: by one who sat on the board then, or it stays as it was. */
function sooner(rows: DemoRows, row: TouchpointRow, today: LocalDate): Partial<TouchpointRow> {
  const random = randomFor("pilot", row.id);
  const late = row.closed_at !== null && row.closed_at.slice(0, 10) > row.due_on;
  const missed = row.closed_at === null && row.rev === 1 && row.miss_on < today && random.chance(FOUND);
  if (!late && !missed) return {};
  const day = dayBetween(row.opens_on, row.due_on, random.next());
  const seat = rows.seat.find(
    ({ id, chapter_id: chapter, valid_from: since, valid_to: to }) =>
      (late ? id === row.closed_by : chapter === row.chapter_id) && since <= day && (to === null || to > day),
  );
  if (!seat) return {};
  const minute = random.int(0, 59);
  const times = { started_at: at(day, 15, minute), closed_at: at(day, 16, minute) };
  return late ? times : { ...times, closed_by: seat.id, outcome: "REACHED", attempts: 1, rev: 2 };
}

type Draw = { seed: string; drawn: Set<string> };

/** Half of the chapters by size: a board one may sign in as, not the one of the story, and numbers that say something. */
function draw(
  rows: DemoRows,
  chapters: ChapterRow[],
  today: LocalDate,
  before: Map<string, How>,
  after: Map<string, How>,
) {
  const byPlace = (place: string): string => chapters.find(({ short_name: name }) => name === `MHU ${place}`)?.id ?? "";
  const units = chapters.map(({ id }) => {
    const members = rows.member.filter(({ chapter_id: chapter }) => chapter === id);
    return { id, stratum: sizeClassOf(membersOn(members, today)) };
  });
  let first: Draw | null = null;
  for (let n = 1; n <= MOST_SEEDS || first === null; n++) {
    const seed = `velkomst-${n}`;
    const drawn = new Set(drawStratified(units, TAKE, seed));
    if (!drawn.has(byPlace("Drammen")) || drawn.has(byPlace("Asker")) || drawn.has(byPlace("Skien"))) continue;
    first ??= { seed, drawn };
    if (speaks(sumOf(before, drawn), sumOf(after, drawn))) return { seed, drawn };
  }
  return first;
}

/**
 * IP-01 in a shorter wording, tried for half a year in half of the chapters, as chance drew them. It was over yesterday; all boards but
 * Drammen's have answered, and nothing is decided. Everybody was on 1.0 before, so both have numbers.
 */
export function addPilot(rows: DemoRows, { today }: Frame): void {
  const template = rows.touchpoint_template.find(({ key }) => key === "ip-01");
  const before = rows.template_version.find(({ template_id: id }) => id === template?.id);
  const covered = rows.rollout.find(({ version_id: id }) => id === before?.id);
  if (!template || !before || !covered) throw new Error("IP-01 is not rolled out");
  const organization_id = template.organization_id;
  const from = addDays(today, -7 * WEEKS);
  const to = addDays(today, -1);
  const own = rows.chapter.filter((one) => one.organization_id === organization_id && !one.direct_members);
  const about = rows.touchpoint.filter((row) => row.template_id === template.id && !row.period_report);
  const tried = about
    .filter((row) => row.opens_on >= from)
    .map((row) => ({ row, with: { ...row, ...sooner(rows, row, today) } }));
  const lastSunday = addDays(today, -weekday(today));
  const { seed, drawn } = draw(
    rows,
    own,
    today,
    tally(
      about.filter(({ first_due_on: due }) => due < from && due >= addDays(from, -7 * WEEKS)),
      lastSunday,
    ),
    tally(
      tried.map((one) => one.with),
      lastSunday,
    ),
  );
  const version: VersionRow = {
    ...before,
    id: demoId("version", organization_id, template.key, "1.1"),
    minor: 1,
    state: "PILOT",
    definition: shorterWelcome(before.definition),
    notes: "Send SMS-en som den er. Ett valg mindre.",
    created_at: at(addDays(from, -10), 9),
    piloted_at: at(addDays(from, -3), 9),
    published_at: null,
  };
  rows.template_version.push(version);
  const rollout = {
    ...covered,
    id: demoId("rollout", version.id),
    version_id: version.id,
    ring: "PILOT" as const,
    all_chapters: false,
    effective_from: from,
    created_at: at(addDays(from, -3), 9),
    touchpoint_count: 0,
  };
  rows.rollout.push(rollout);
  for (const row of rows.rollout_chapter) {
    if (row.rollout_id !== covered.id || !drawn.has(row.chapter_id)) continue;
    row.until_day = from;
    row.cut_by = rollout.id;
  }
  for (const chapter_id of drawn) {
    const ids = { organization_id, chapter_id, template_id: template.id };
    rows.rollout_chapter.push({
      ...ids,
      rollout_id: rollout.id,
      version_id: version.id,
      from_day: from,
      until_day: null,
      cut_by: null,
    });
  }
  for (const one of tried)
    if (drawn.has(one.row.chapter_id)) Object.assign(one.row, one.with, { version_id: version.id });
  const id = demoId("pilot", version.id);
  rows.pilot.push({
    organization_id,
    id,
    template_id: template.id,
    version_id: version.id,
    rollout_id: rollout.id,
    compared_version_id: before.id,
    chosen: "RANDOM",
    seed,
    eligible: own.length,
    starts_on: from,
    ends_on: to,
    first_ends_on: to,
    started_by: covered.created_by,
    created_at: rollout.created_at,
    rev: 1,
  });
  const silent = own.find(({ short_name: name }) => name === "MHU Drammen")?.id;
  for (const [i, chapter_id] of [...drawn].filter((one) => one !== silent).entries()) {
    const seat = rows.seat.find(
      (one) => one.chapter_id === chapter_id && one.role === "CHAPTER_LEADER" && (one.valid_to ?? today) >= today,
    );
    if (!seat) continue;
    const said = SAID[i % SAID.length]!;
    rows.pilot_answer.push({
      organization_id,
      chapter_id,
      pilot_id: id,
      ...said,
      answered_by: seat.id,
      answered_at: at(to, 15 + (i % 5)),
      rev: 1,
    });
  }
}
