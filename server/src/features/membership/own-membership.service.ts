import { activeAt, growthOf, parsePeriod, periodOf, retentionOf, shiftPeriod } from "@varde/domain";
import type { LocalDate, Period, PeriodKind, StayCount } from "@varde/domain";
import type { Work } from "../../kernel/db/unit-of-work.js";
import { AppError } from "../../kernel/errors/app-error.js";
import { ownChapter, readSetting } from "../participation/index.js";
import type { MembersOf, OwnMembership } from "./membership.type.js";

/** How many of each kind of period one can choose, this one with them. */
const OFFERED: readonly (readonly [PeriodKind, number])[] = [
  ["YEAR", 3],
  ["HALF_YEAR", 4],
  ["QUARTER", 4],
  ["MONTH", 6],
];

function offered(today: LocalDate): string[] {
  return OFFERED.flatMap(([kind, n]) => Array.from({ length: n }, (_, i) => shiftPeriod(periodOf(today, kind), -i)));
}

/** The period asked for, or this year. BAD_REQUEST for one that is none or has not begun. */
function chosen(asked: string | null, today: LocalDate): Period {
  const period = parsePeriod(asked ?? periodOf(today, "YEAR"));
  if (!period || period.start > today) throw new AppError("BAD_REQUEST");
  return period;
}

const monthOf = (day: LocalDate): LocalDate => `${day.slice(0, 7)}-01`;

/** A task lets go of its member when it is done, so it is tasks that are counted, by the chapter's own index. */
async function readReach(work: Work, chapterId: string, { start, end }: Period): Promise<MembersOf> {
  const [row] = await work.query<MembersOf>(
    `select count(*) filter (where outcome = 'REACHED')::int as n, count(*)::int as "of" from app.touchpoint
      where chapter_id = $1 and about_member and first_due_on between $2 and $3 and (attempts > 0 or outcome is not null) and cancelled_at is null`,
    [chapterId, start, end],
  );
  return row!;
}

/** Of those who are members today: who came is forgotten of those who ended. */
async function readParticipation(work: Work, chapterId: string, days: { start: LocalDate; end: LocalDate }) {
  const { byName, since } = await readSetting(work);
  // names from the middle of the period would tell of too few
  if (!byName || (since !== null && since > days.start)) return null;
  const [row] = await work.query<MembersOf>(
    `select count(*) filter (where exists (select 1 from app.attendance a where a.chapter_id = m.chapter_id and a.member_id = m.id and a.held_on between $2 and $3))::int as n,
            count(*)::int as "of"
       from app.member m
      where m.chapter_id = $1 and m.joined_chapter_on <= $3 and m.left_on is null`,
    [chapterId, days.start, days.end],
  );
  return row!;
}

async function readPaid(work: Work, chapterId: string): Promise<number> {
  const [row] = await work.query<{ n: number }>(
    `select count(*)::int as n from app.member_fee f join app.member m on m.chapter_id = f.chapter_id and m.id = f.member_id
      where f.chapter_id = $1 and f.year = extract(year from $2::date) and f.paid_on is not null and m.left_on is null`,
    [chapterId, work.today],
  );
  return row!.n;
}

/** The own chapter's membership in a period, from its own kept counts. Throws FORBIDDEN for a seat in no chapter. */
export async function ownMembership(work: Work, asked: string | null | undefined): Promise<OwnMembership> {
  const chapterId = ownChapter(work);
  const { today } = work;
  const period = chosen(asked ?? null, today);
  const stays = await work.query<StayCount>(
    `select from_month as "from", came, to_month as "to", ended, n from app.membership_stay where chapter_id = $1`,
    [chapterId],
  );
  const end = period.end < today ? period.end : today;
  const months = { first: monthOf(period.start), last: monthOf(end) };
  const { stayed, of } = retentionOf(stays, months);
  const active = activeAt(stays, monthOf(today));
  const offer = offered(today);
  return {
    referenceDate: today,
    period: period.id,
    periods: offer.includes(period.id) ? offer : [period.id, ...offer],
    active,
    paid: { n: await readPaid(work, chapterId), of: active },
    growth: growthOf(stays, months),
    retention: { n: stayed, of },
    reach: await readReach(work, chapterId, period),
    participation: await readParticipation(work, chapterId, { start: period.start, end }),
  };
}
