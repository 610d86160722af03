import { addDays, drawStratified, sizeClassOf } from "@varde/domain";
import type { LocalDate, TemplateDefinition } from "@varde/domain";
import { membersOn } from "./duty-touchpoints.js";
import { at, dayBetween } from "./frame.js";
import type { Frame } from "./frame.js";
import { demoId, randomFor } from "./random.js";
import type { Random } from "./random.js";
import type { ChapterRow, DemoRows, PilotAnswerRow, TouchpointRow, VersionRow } from "./rows.js";

const WEEKS = 12;
const TAKE = 6;
/** How often a greeting that came late comes in time with the shorter message. */
const SOONER = 0.75;

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

/** Six of the chapters by size, with the first seed that has a board one may sign in as, and not the one of the story. */
function draw(rows: DemoRows, chapters: ChapterRow[], today: LocalDate): { seed: string; drawn: Set<string> } {
  const byPlace = (place: string): string => chapters.find(({ short_name: name }) => name === `MHU ${place}`)?.id ?? "";
  const units = chapters.map(({ id }) => {
    const members = rows.member.filter(({ chapter_id: chapter }) => chapter === id);
    return { id, stratum: sizeClassOf(membersOn(members, today)) };
  });
  for (let n = 1; ; n++) {
    const seed = `velkomst-${n}`;
    const drawn = new Set(drawStratified(units, TAKE, seed));
    if (drawn.has(byPlace("Drammen")) && !drawn.has(byPlace("Asker")) && !drawn.has(byPlace("Skien")))
      return { seed, drawn };
  }
}

/** What was done late is mostly done in time; who did it sat on the board then too, or it stays as it was. */
function sooner(rows: DemoRows, row: TouchpointRow, random: Random): void {
  const late = row.closed_at !== null && row.closed_at.slice(0, 10) > row.due_on;
  if (!late || !random.chance(SOONER)) return;
  const day = dayBetween(row.opens_on, row.due_on, random.next());
  const seat = rows.seat.find(({ id }) => id === row.closed_by);
  if (!seat || seat.valid_from > day) return;
  const minute = random.int(0, 59);
  row.started_at = at(day, 15, minute);
  row.closed_at = at(day, 16, minute);
}

/**
 * IP-01 in a shorter wording, tried for twelve weeks in six chapters that chance drew. It was over yesterday; all boards but
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
  const { seed, drawn } = draw(rows, own, today);
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
  for (const row of rows.touchpoint) {
    const inPilot = row.template_id === template.id && drawn.has(row.chapter_id) && row.opens_on >= from;
    if (!inPilot || row.period_report) continue;
    row.version_id = version.id;
    sooner(rows, row, randomFor("pilot", row.id));
  }
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

/** How long each report took, as browsers measured it: most of them, around what its version asks for. */
export function addReportSeconds(rows: DemoRows): void {
  const numbers = new Map(
    rows.template_version.map((version) => [version.id, `${version.major}.${version.minor}`] as const),
  );
  const welcome = new Set(rows.touchpoint_template.filter(({ key }) => key === "ip-01").map(({ id }) => id));
  for (const row of rows.touchpoint) {
    const random = randomFor("seconds", row.id);
    if (row.closed_at === null || row.period_report || !random.chance(0.9)) continue;
    const middle = !welcome.has(row.template_id) ? 45 : numbers.get(row.version_id) === "1.0" ? 80 : 50;
    row.report_seconds = Math.round(middle * (0.65 + 0.35 * (random.next() + random.next())));
  }
}
