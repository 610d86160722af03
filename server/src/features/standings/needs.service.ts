import { addMonths, daysBetween } from "@varde/domain";
import type { LocalDate } from "@varde/domain";
import type { Work } from "../../kernel/db/unit-of-work.js";
import { askedForHelp } from "../news/index.js";
import { reachKeys } from "./kept.js";
import type { ChapterNeed } from "./overview.type.js";
import { chapterRef } from "./scope.js";
import type { Scope } from "./scope.js";

/** No sign-in for so long, and somebody should ask how they are. */
export const SILENT_DAYS = 30;
/** So many duties missed in a year is more than an accident. */
const OFTEN_MISSED = 3;
type DutyRow = { chapterId: string; overdue: number; missed: number };
type SeatRow = { chapterId: string; activeSeats: number; lastSeenOn: LocalDate | null };

/** Duties past their deadline: unclosed ones only, so the buckets tell it, and the clock needs no write. */
function readDuties(work: Work, chapterIds: readonly string[]): Promise<DutyRow[]> {
  return work.query<DutyRow>(
    `select chapter_id as "chapterId", coalesce(sum(n) filter (where miss_on >= $2), 0)::int as overdue,
            coalesce(sum(n) filter (where miss_on < $2), 0)::int as missed
       from app.standing_unclosed
      where reach_key = any ($1::text[]) and due_on < $2 and miss_on >= $3 group by 1`,
    [reachKeys(chapterIds, "duties"), work.today, addMonths(work.today, -12)],
  );
}

// by a function that asks for the right once: the policy of seats is asked for every seat
function readSeats(work: Work, chapterIds: readonly string[]): Promise<SeatRow[]> {
  return work.query<SeatRow>(
    `select chapter_id as "chapterId", active_seats as "activeSeats", last_seen_on as "lastSeenOn"
       from authz.board_seats($1::uuid[], $2)`,
    [chapterIds, work.today],
  );
}

const isSilent = (days: number | null): boolean => days === null || days >= SILENT_DAYS;

const weight = (need: ChapterNeed): number =>
  (need.askedForHelpOn ? 1e7 : 0) +
  (isSilent(need.daysSinceSignIn) ? 1e6 : 0) +
  (need.activeSeats === 0 ? 1e5 : 0) +
  need.missed * 100 +
  need.overdue;

/** Those who asked for help first, silent chapters next, then those without a board, then those whose duties slip. Not a rank: nobody gets a number. */
export async function needs(work: Work, scope: Scope): Promise<ChapterNeed[]> {
  const chapterIds = scope.chapters.map((chapter) => chapter.id);
  const duties = new Map((await readDuties(work, chapterIds)).map((row) => [row.chapterId, row]));
  const seats = new Map((await readSeats(work, chapterIds)).map((row) => [row.chapterId, row]));
  const helped = await askedForHelp(work, chapterIds);
  const all = scope.chapters.map((chapter): ChapterNeed => {
    const lastSeenOn = seats.get(chapter.id)?.lastSeenOn ?? null;
    return {
      chapter: chapterRef(chapter),
      overdue: duties.get(chapter.id)?.overdue ?? 0,
      missed: duties.get(chapter.id)?.missed ?? 0,
      daysSinceSignIn: lastSeenOn === null ? null : daysBetween(lastSeenOn, work.today),
      askedForHelpOn: helped.get(chapter.id) ?? null,
      activeSeats: seats.get(chapter.id)?.activeSeats ?? 0,
    };
  });
  return all
    .filter((need) => weight(need) >= 1e5 || need.overdue > 0 || need.missed >= OFTEN_MISSED)
    .toSorted((a, b) => weight(b) - weight(a));
}
