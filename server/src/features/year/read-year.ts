import { annualDays, isoWeekStart, isoWeek, addDays, lastAnnualDay } from "@varde/domain";
import type { LocalDate, LocalizedText, YearDateKind, YearState } from "@varde/domain";
import type { Work } from "../../kernel/db/unit-of-work.js";
import { seated } from "../../kernel/graphql/context.js";
import type { MeetingKind } from "../meetings/index.js";
import { annualRule } from "./annual-rule.js";
import type {
  AnnualMeetingDay,
  AnnualMeetingRule,
  YearAnnualMeeting,
  YearChapterMeeting,
  YearEntry,
  YearWheel,
} from "./year.type.js";

/** So many entries of one kind are read; a chapter's year has some fifty. */
const MOST = 200;
const MOST_CHAPTERS = 100;

const BARE = {
  until: null,
  title: null,
  name: null,
  subjectId: null,
  planYear: null,
  source: null,
  checked: true,
  chapters: [],
};

const dayState = (on: LocalDate, today: LocalDate): YearState => (on < today ? "PAST" : "COMING");
/** Of something that is to be done by a day, and of which nobody says that it is. */
const dueState = (from: LocalDate, on: LocalDate, today: LocalDate): YearState =>
  on < today ? "PAST" : from <= today ? "OPEN" : "COMING";

/** The organization's days that the one who asks may read: of the chapter's county, or of those in reach. */
async function ownDays(work: Work, year: number): Promise<YearEntry[]> {
  const { organizationId, chapterId } = seated(work);
  type Row = {
    id: string;
    kind: YearDateKind;
    name: LocalizedText;
    on: LocalDate;
    until: LocalDate;
    source: string;
    checked: boolean;
  };
  const rows = await work.query<Row>(
    `select d.id, d.kind, d.name, d.from_day as on, d.to_day as until, d.source, d.checked_on is not null as checked
       from app.year_date d left join app.chapter c on c.organization_id = d.organization_id and c.id = $3
      where d.organization_id = $1 and d.from_day <= make_date($2, 12, 31) and d.to_day >= make_date($2, 1, 1)
        and (c.id is null or cardinality(d.counties) = 0 or c.county = any (d.counties))
      order by d.from_day, d.id limit ${MOST}`,
    [organizationId, year, chapterId],
  );
  return rows.map(({ id, kind, name, on, until, source, checked }) => ({
    ...BARE,
    key: id,
    kind,
    on,
    until: until > on ? until : null,
    state: until < work.today ? "PAST" : on <= work.today ? "OPEN" : "COMING",
    title: name,
    subjectId: id,
    source,
    checked,
  }));
}

type MeetingRow = { id: string; kind: MeetingKind; title: string | null; on: LocalDate };

const meetings = (work: Work, chapterId: string, year: number): Promise<MeetingRow[]> =>
  work.query<MeetingRow>(
    `select m.id, m.kind, m.title, m.held_on as on from app.meeting m
      where m.chapter_id = $1 and m.held_on between make_date($2, 1, 1) and make_date($2, 12, 31) and m.cancelled_at is null
      order by m.held_on, m.id limit ${MOST}`,
    [chapterId, year],
  );

/** The chapter's duties whose window touches the year; what is about members is not of the year. */
async function tasks(work: Work, chapterId: string, year: number): Promise<YearEntry[]> {
  type Row = { id: string; name: LocalizedText; opens: LocalDate; due: LocalDate; done: boolean };
  const rows = await work.query<Row>(
    `select t.id, v.definition -> 'name' as name, t.opens_on as opens, t.due_on as due, num_nonnulls(t.closed_at, t.emptied_at, t.waived_at) > 0 as done
       from app.touchpoint t join app.template_version v on v.organization_id = t.organization_id and v.id = t.version_id
      where t.organization_id = $3 and t.chapter_id = $1 and not t.about_member and t.cancelled_at is null
        and t.opens_on <= make_date($2, 12, 31) and t.due_on >= make_date($2, 1, 1)
      order by t.opens_on, t.due_on, t.id limit ${MOST}`,
    [chapterId, year, seated(work).organizationId],
  );
  return rows.map(({ id, name, opens, due, done }) => ({
    ...BARE,
    key: id,
    kind: "TASK",
    on: opens,
    until: due > opens ? due : null,
    state: done ? "DONE" : due < work.today ? "LATE" : opens <= work.today ? "OPEN" : "COMING",
    title: name,
    subjectId: id,
  }));
}

/** The rows of the chapter's plans that have a day in the year. */
async function planRows(work: Work, chapterId: string, year: number): Promise<YearEntry[]> {
  type Row = { id: string; nr: string; activity: string; on: LocalDate; status: string; year: number };
  const rows = await work.query<Row>(
    `select r.id, r.nr, r.activity, r.due_on as on, r.status, p.year from app.action_plan_row r
       join app.action_plan p on p.chapter_id = r.chapter_id and p.id = r.plan_id
      where r.chapter_id = $1 and r.removed_at is null and r.due_on between make_date($2, 1, 1) and make_date($2, 12, 31)
      order by r.due_on, r.position, r.id limit ${MOST}`,
    [chapterId, year],
  );
  return rows.map(({ id, activity, nr, on, status, year: planYear }) => ({
    ...BARE,
    key: id,
    kind: "PLAN",
    on,
    state:
      status === "DONE" || status === "PARTLY" || status === "NOT_DONE"
        ? "DONE"
        : on < work.today
          ? "LATE"
          : status === "UNDER_WAY"
            ? "OPEN"
            : "COMING",
    name: activity || nr || null,
    subjectId: id,
    planYear,
  }));
}

/** The chapter's annual meeting that is next, or else the last one that was: where a year has none of its own. */
async function nearestAnnual(work: Work, chapterId: string): Promise<AnnualMeetingDay | null> {
  const [row] = await work.query<AnnualMeetingDay>(
    `select m.id as "meetingId", m.held_on as "heldOn" from app.meeting m
      where m.chapter_id = $1 and m.kind = 'ANNUAL_MEETING' and m.cancelled_at is null
      order by m.held_on < $2::date, abs(m.held_on - $2::date), m.id limit 1`,
    [chapterId, work.today],
  );
  return row ?? null;
}

/** The year's annual meeting with its days: of its own day, or of the last one it may be held on. */
function annualOf(
  rule: AnnualMeetingRule,
  rows: readonly MeetingRow[],
  year: number,
): Omit<YearAnnualMeeting, "nearest"> {
  const meeting = rows.find(({ kind }) => kind === "ANNUAL_MEETING");
  const lastDay = lastAnnualDay(rule, year);
  const heldOn = meeting?.on ?? null;
  return { meetingId: meeting?.id ?? null, heldOn, lastDay, ...annualDays(rule, heldOn ?? lastDay) };
}

function annualEntries(annual: Omit<YearAnnualMeeting, "nearest">, today: LocalDate): YearEntry[] {
  const { meetingId, heldOn, lastDay, noticeOn, papersOn } = annual;
  const day = heldOn ?? lastDay;
  return [
    {
      ...BARE,
      key: "notice",
      kind: "NOTICE",
      on: noticeOn,
      state: dueState(noticeOn, noticeOn, today),
      subjectId: meetingId,
    },
    {
      ...BARE,
      key: "papers",
      kind: "PAPERS",
      on: papersOn,
      state: dueState(noticeOn, papersOn, today),
      subjectId: meetingId,
    },
    {
      ...BARE,
      key: meetingId ?? "annual-meeting",
      kind: "ANNUAL_MEETING",
      on: day,
      state: heldOn === null && lastDay < today ? "LATE" : dayState(day, today),
      subjectId: meetingId,
    },
  ];
}

async function chapterYear(work: Work, chapterId: string, year: number, rule: AnnualMeetingRule) {
  const held = await meetings(work, chapterId, year);
  const annual = annualOf(rule, held, year);
  const nearest = annual.meetingId === null ? await nearestAnnual(work, chapterId) : null;
  const annualMeeting: YearAnnualMeeting = { ...annual, nearest };
  // those above a chapter read a meeting's day and kind
  const own = seated(work).caps.has("MEETING_WRITE");
  const entries: YearEntry[] = [
    ...annualEntries(annualMeeting, work.today),
    ...held
      .filter(({ id }) => id !== annualMeeting.meetingId)
      .map((row): YearEntry => ({
        ...BARE,
        key: row.id,
        kind: "MEETING",
        on: row.on,
        state: dayState(row.on, work.today),
        title: MEETING_NAMES[row.kind],
        name: own ? row.title : null,
        subjectId: row.id,
      })),
    ...(await tasks(work, chapterId, year)),
    ...(await planRows(work, chapterId, year)),
  ];
  return { entries, annualMeeting, withoutAnnualMeeting: null };
}

const MEETING_NAMES: Record<MeetingKind, LocalizedText> = {
  GATHERING: { nb: "Treff", nn: "Treff", en: "Gathering" },
  MEMBER_MEETING: { nb: "Medlemsmøte", nn: "Medlemsmøte", en: "Members' meeting" },
  BOARD_MEETING: { nb: "Styremøte", nn: "Styremøte", en: "Board meeting" },
  ANNUAL_MEETING: { nb: "Årsmøte", nn: "Årsmøte", en: "Annual meeting" },
};

/** From above: the annual meetings of the chapters in reach, a week an entry, and how many have none. */
async function reachYear(work: Work, year: number) {
  const { organizationId } = seated(work);
  const rows = await work.query<YearChapterMeeting>(
    `select distinct on (m.chapter_id) m.chapter_id as "chapterId", c.short_name as "chapterName", m.held_on as on
       from app.meeting m join app.chapter c on c.organization_id = m.organization_id and c.id = m.chapter_id
      where m.organization_id = $1 and m.kind = 'ANNUAL_MEETING' and m.cancelled_at is null and m.held_on between make_date($2, 1, 1) and make_date($2, 12, 31)
        and c.closed_on is null order by m.chapter_id, m.held_on`,
    [organizationId, year],
  );
  const [all] = await work.query<{ n: number }>(
    `select count(*)::int as n from app.chapter c where c.organization_id = $1 and c.id = any ((select authz.units('MEETING_READ'))::uuid[]) and c.closed_on is null`,
    [organizationId],
  );
  const weeks = Map.groupBy(
    rows.toSorted((a, b) => (a.on < b.on ? -1 : 1)),
    ({ on }) => isoWeek(on),
  );
  const entries = [...weeks].map(([week, chapters]): YearEntry => {
    const monday = isoWeekStart(week);
    const [first, last] = [chapters[0]!.on, chapters.at(-1)!.on];
    return {
      ...BARE,
      key: `annual-${week}`,
      kind: "ANNUAL_MEETING",
      on: first,
      until: last > first ? last : null,
      state: dayState(addDays(monday, 6), work.today),
      chapters: chapters.slice(0, MOST_CHAPTERS),
    };
  });
  return { entries, annualMeeting: null, withoutAnnualMeeting: Math.max(0, all!.n - rows.length) };
}

async function unitName(work: Work): Promise<string> {
  const { organizationId, chapterId } = seated(work);
  const [unit] = await work.query<{ name: string }>(
    `select coalesce((select c.name from app.chapter c where c.organization_id = o.id and c.id = $2),
       (select r.name from app.region r join app.seat s on s.organization_id = r.organization_id and s.region_id = r.id where r.organization_id = o.id and s.id = authz.seat_id()), o.name) as name
       from app.organization o where o.id = $1`,
    [organizationId, chapterId],
  );
  return unit?.name ?? "";
}

const BY_DAY = (a: YearEntry, b: YearEntry): number => (a.on < b.on ? -1 : a.on > b.on ? 1 : a.key < b.key ? -1 : 1);

/** A year of the chapter acted in, or of the reach of a seat above it. */
export async function readYear(work: Work, year: number): Promise<YearWheel> {
  const { chapterId } = seated(work);
  const rule = await annualRule(work);
  const days = await ownDays(work, year);
  const { entries, ...rest } = chapterId ? await chapterYear(work, chapterId, year, rule) : await reachYear(work, year);
  return { year, unit: await unitName(work), entries: [...days, ...entries].toSorted(BY_DAY), rule, ...rest };
}
