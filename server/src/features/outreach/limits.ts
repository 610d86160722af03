import type { Work } from "../../kernel/db/unit-of-work.js";

/** Mails to all that a chapter may send in seven days: enough for an invitation, a reminder and a change of place. */
export const MOST_A_WEEK = 3;

/** How many mails to all the chapter may still send. */
export async function mailsLeft(work: Work, chapterId: string): Promise<number> {
  const [row] = await work.query<{ n: number }>(
    `select count(*)::int as n from app.outreach where chapter_id = $1 and sent_at > now() - interval '7 days'`,
    [chapterId],
  );
  return Math.max(0, MOST_A_WEEK - row!.n);
}

/** The day on which the chapter may send again, when it may not now. */
export async function mailsAgainOn(work: Work, chapterId: string): Promise<string> {
  const [row] = await work.query<{ day: string }>(
    `select ((min(sent_at) + interval '7 days') at time zone 'Europe/Oslo')::date as day from (
       select sent_at from app.outreach where chapter_id = $1 order by sent_at desc limit ${MOST_A_WEEK}) o`,
    [chapterId],
  );
  return row!.day;
}

/** The last of the quiet days it is today, or null: what national has set aside, mails to all leave alone too. */
export async function quietUntil(work: Work): Promise<string | null> {
  const [row] = await work.query<{ day: string | null }>(
    `select max(to_day) as day from app.quiet_period where $1::date between from_day and to_day`,
    [work.today],
  );
  return row?.day ?? null;
}
