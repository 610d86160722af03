import type { Work } from "../../kernel/db/unit-of-work.js";
import { seated } from "../../kernel/graphql/context.js";
import type { Done } from "../../kernel/mutation.js";
import type { Help, Helper } from "./help.type.js";

/** Whom the seat acted in can ask, and whether its holder is offered a first practice. */
export async function readHelp(work: Work): Promise<Help> {
  const { caps, chapterId } = seated(work);
  const people = await work.query<Helper>("select name, role, unit from authz.helpers()");
  const board = caps.has("TOUCHPOINT_WRITE") && chapterId !== null;
  return { people, practiceOffered: board && (await isNew(work, chapterId)) };
}

// by the seat: whoever comes back to a board after some years may like it again
async function isNew(work: Work, chapterId: string): Promise<boolean> {
  const [row] = await work.query<{ fresh: boolean }>(
    `select a.practised_at is null and not exists (
        select 1 from app.touchpoint t where t.chapter_id = $1 and t.closed_by = $2) as fresh
       from app.account a where a.id = authz.uid()`,
    [chapterId, seated(work).seatId],
  );
  return row?.fresh ?? false;
}

/** The practice was done, or declined: it is not offered again, on whatever device. */
export async function finishPractice(work: Work): Promise<Done> {
  await work.query("update app.account set practised_at = coalesce(practised_at, now()) where id = authz.uid()");
  return { id: seated(work).seatId };
}
