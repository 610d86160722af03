import { canSimulate, checkDefinition, chapterHours as hoursOf, nextVersionNumber, simulate } from "@varde/domain";
import type { LocalDate, Simulation as Counted, TemplateDefinition } from "@varde/domain";
import type { Work } from "../../../kernel/db/unit-of-work.js";
import { AppError } from "../../../kernel/errors/app-error.js";
import { seated } from "../../../kernel/graphql/context.js";
import { isUuid } from "../../../kernel/mutation.js";
import {
  capMinutesOf,
  costOf,
  costsAsJson,
  mediansOf,
  publishedPerMonth,
  readCosts,
  secondsOf,
} from "../burden/index.js";
import type { Cost } from "../burden/index.js";
import { versionRows } from "../read-templates.js";
import { lastSunday, readEvents } from "./simulation-events.js";
import type { SimulationEvents } from "./simulation-events.js";
import type { Simulation, SimulationState } from "./simulation.type.js";

const YEARS_BACK = 5;

type Chapter = {
  id: string;
  shortName: string;
  directMembers: boolean;
  openedOn: LocalDate;
  closedOn: LocalDate | null;
};
/** Hours a chapter has without the template, by chapter and month. */
type OtherHours = Record<string, Record<string, number>>;

/** The year's days that are over; persons are counted in whole weeks. */
function spanOf(year: number, today: LocalDate, persons: boolean): { from: LocalDate; to: LocalDate } | null {
  const from = `${year}-01-01`;
  const last = `${year}-12-31`;
  const to = last < today ? last : today;
  const whole = persons ? lastSunday(to, today) : to;
  return whole < from ? null : { from, to: whole };
}

async function findVersion(work: Work, templateId: string, versionId: string) {
  if (![templateId, versionId].every(isUuid)) throw new AppError("NOT_FOUND");
  const versions = await versionRows(work, templateId);
  const version = versions.find(({ id }) => id === versionId);
  if (!version) throw new AppError("NOT_FOUND");
  const earlier = versions.filter(({ state }) => state !== "DRAFT");
  const { major, minor } = version.state === "DRAFT" ? nextVersionNumber(earlier, version.definition) : version;
  return { definition: version.definition, number: `${major}.${minor}` };
}

/** Whether the trigger and the days are whole: a draft may lack either. */
const isWhole = (definition: TemplateDefinition): boolean =>
  !checkDefinition(definition, { forPublish: true }).some(
    ({ level, path }) => level === "ERROR" && (path[0] === "trigger" || path[0] === "schedule"),
  );

/** The chapters it would be given to: the built-in one of members without a chapter has no gatherings. */
async function chaptersFor(work: Work, aboutMember: boolean): Promise<Chapter[]> {
  const rows = await work.query<Chapter>(
    `select id, short_name as "shortName", direct_members as "directMembers", opened_on as "openedOn", closed_on as "closedOn" from app.chapter where organization_id = $1 and ($2 or not direct_members)`,
    [seated(work).organizationId, aboutMember],
  );
  return rows.sort((a, b) => a.shortName.localeCompare(b.shortName, "nb"));
}

async function otherHours(
  work: Work,
  templateId: string,
  chapters: readonly Chapter[],
  span: { from: LocalDate; to: LocalDate },
): Promise<OtherHours> {
  const costs = await readCosts(work);
  const duties = await work.query<{ chapterId: string; month: string; seconds: string }>(
    `select chapter_id as "chapterId", month, seconds from authz.duty_seconds($1, $2, $3, $4)`,
    [span.from, span.to, templateId, costsAsJson(costs)],
  );
  const ids = chapters.map(({ id }) => id);
  const published = (await publishedPerMonth(work, ids, work.today)).filter((row) => row.templateId !== templateId);
  const hours: OtherHours = {};
  const months: string[] = [];
  for (let m = 1; m <= Number(span.to.slice(5, 7)); m++)
    months.push(`${span.from.slice(0, 4)}-${String(m).padStart(2, "0")}`);
  for (const [id, seconds] of secondsOf(published, costs)) {
    hours[id] = Object.fromEntries(months.map((month) => [month, seconds / 3600]));
  }
  for (const { chapterId, month, seconds } of duties) {
    const own = (hours[chapterId] ??= {});
    own[month] = (own[month] ?? 0) + Number(seconds) / 3600;
  }
  return hours;
}

const BUCKET = 5;
/** A month's persons as the middle of five: 0-4, 5-9, …; who is one more or less in it is not told. */
const middleOfFive = (n: number): number => Math.floor(n / BUCKET) * BUCKET + (BUCKET - 1) / 2;

/**
 * How many chapters would have been above the cap where persons start it. Each chapter's fullest month counts in fives, beside what it
 * has on average; which chapters is not told, and members without a chapter have no board to cap. Otherwise a draft with the right number of minutes would ask out how many are new where.
 */
function countAboveCap(counted: Counted, other: OtherHours, cost: Cost, months: number, capMinutes: number): number {
  return counted.perChapter.filter(({ chapterId, n }) => {
    const mean = Object.values(other[chapterId] ?? {}).reduce((sum, hours) => sum + hours, 0) / Math.max(1, months);
    const own = hoursOf([{ n: middleOfFive(n), seconds: cost.report, minutes: null }]);
    return mean + own > capMinutes / 60;
  }).length;
}

function simulatePersons(
  input: Parameters<typeof simulate>[0],
  found: SimulationEvents,
  cost: Cost,
  capMinutes: number,
  uncapped: ReadonlySet<string>,
) {
  const shown = simulate({ ...input, eventsArePersons: true });
  // the fullest month of each chapter, exact, for the count below alone: no hours but its own, one hour a touchpoint
  const exact = simulate({
    ...input,
    definition: { ...found.definition, trigger: { ...found.definition.trigger, kind: "AFTER", aboutMember: false } },
    eventsArePersons: false,
    otherHours: {},
    secondsEach: 3600,
  });
  const fullest = exact.perChapter.map((one) => ({ ...one, n: Math.round(one.peakHours) }));
  const months = Number(input.to.slice(5, 7));
  return {
    ...shown,
    // the exact sum of weeks that ask the same persons again would tell what the rounding of each hides
    total: found.samePersons ? shown.weeks.reduce((sum, { n }) => sum + n, 0) : shown.total,
    above: countAboveCap(
      { ...exact, perChapter: fullest.filter(({ chapterId }) => !uncapped.has(chapterId)) },
      input.otherHours as OtherHours,
      cost,
      months,
      capMinutes,
    ),
  };
}

const empty = (state: SimulationState, versionNumber: string, capMinutes: number, day: LocalDate): Simulation => ({
  state,
  versionNumber,
  capMinutes,
  from: day,
  to: day,
  total: 0,
  weeks: [],
  peak: null,
  rounded: false,
  chaptersAboveCap: 0,
  chapters: [],
});

/**
 * What a version, a draft too, would have asked of the chapters had it run in a year, on the real register. Whole years and whole
 * weeks, since counts of persons over days one may choose could be subtracted from each other. Writes nothing.
 * Throws NOT_FOUND for a version that is not there, BAD_REQUEST for a year to come or more than five back.
 */
export async function simulateTemplate(
  work: Work,
  question: { templateId: string; versionId: string; year?: number | null },
): Promise<Simulation> {
  const thisYear = Number(work.today.slice(0, 4));
  const year = question.year ?? thisYear;
  if (year > thisYear || year < thisYear - YEARS_BACK) throw new AppError("BAD_REQUEST");
  const { definition, number } = await findVersion(work, question.templateId, question.versionId);
  const capMinutes = await capMinutesOf(work);
  const none = (state: SimulationState) => empty(state, number, capMinutes, work.today);
  const simulable = canSimulate(definition.trigger);
  if (simulable !== "YES") return none(simulable);
  if (!isWhole(definition)) return none("INCOMPLETE");
  const whole = spanOf(year, work.today, false);
  if (!whole) return none("TOO_EARLY");
  const found = await readEvents(work, definition, whole.from, whole.to);
  if (!found) return none("NO_DATA");
  const span = spanOf(year, work.today, found.persons);
  if (!span) return none("TOO_EARLY");
  const cost = costOf(definition, question.versionId, await mediansOf(work));
  const chapters = await chaptersFor(work, found.persons);
  const names = new Map(chapters.map(({ id, shortName }) => [id, shortName]));
  const other = await otherHours(work, question.templateId, chapters, span);
  const input = {
    ...span,
    definition: found.definition,
    chapters,
    events: found.events,
    secondsEach: cost.report,
    // in the cost already
    minutesEach: null,
    otherHours: other,
    capHours: capMinutes / 60,
  };
  const shown = { state: "RUN" as const, versionNumber: number, capMinutes, ...span };
  if (found.persons) {
    const uncapped = new Set(chapters.filter(({ directMembers }) => directMembers).map(({ id }) => id));
    const { total, weeks, peak, above } = simulatePersons(input, found, cost, capMinutes, uncapped);
    return { ...shown, total, weeks, peak, rounded: true, chaptersAboveCap: above, chapters: [] };
  }
  const counted = simulate({ ...input, eventsArePersons: false });
  const above = new Set(counted.chaptersAboveCap.map(({ chapterId }) => chapterId));
  return {
    ...shown,
    total: counted.total,
    weeks: counted.weeks,
    peak: counted.peak,
    rounded: false,
    chaptersAboveCap: above.size,
    chapters: counted.perChapter
      .filter(({ n }) => n > 0)
      .map((one) => ({ ...one, shortName: names.get(one.chapterId) ?? "", aboveCap: above.has(one.chapterId) })),
  };
}
