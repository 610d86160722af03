import { isDoneByEach } from "@varde/domain";
import type { Work } from "../../kernel/db/unit-of-work.js";
import { refuse } from "../../kernel/errors/refusal.js";
import { say } from "../../kernel/errors/say.js";
import { seated } from "../../kernel/graphql/context.js";
import type { Context } from "../../kernel/graphql/context.js";
import type { Done } from "../../kernel/mutation.js";
import { demandSubmittable, holdTouchpoint } from "./hold-touchpoint.js";
import type { TouchpointPart } from "./touchpoint-detail.type.js";
import type { ConfirmPartInput } from "./touchpoint.inputs.js";
import { TOUCHPOINT_TEXTS } from "./touchpoint.texts.js";

type Of = { id: string; chapter_id: string };

/** Whether a row of `app.seat` under this name sits on a chapter's board today, in SQL: somebody has taken the invitation. */
export const onBoard = (seat: string): string =>
  `${seat}.role in ('CHAPTER_LEADER', 'CHAPTER_BOARD') and ${seat}.account_id is not null
  and ${seat}.valid_from <= authz.today() and (${seat}.valid_to is null or ${seat}.valid_to > authz.today())`;

/** The board and who has confirmed, the confirmed first. Who confirmed and has left the board since is still named. */
export async function readParts(work: Work, { id, chapter_id }: Of): Promise<TouchpointPart[]> {
  const { organizationId, seatId } = seated(work);
  const rows = await work.query<{ id: string; holder_name: string; done_at: Date | null }>(
    `select g.id, g.holder_name, p.done_at from app.seat g
       left join app.touchpoint_part p on p.chapter_id = $2 and p.touchpoint_id = $3 and p.seat_id = g.id
      where g.organization_id = $1 and g.chapter_id = $2 and (p.seat_id is not null or (${onBoard("g")}))
      order by p.done_at nulls last, lower(g.holder_name), g.id`,
    [organizationId, chapter_id, id],
  );
  return rows.map((row) => ({ seatId: row.id, name: row.holder_name, mine: row.id === seatId, doneAt: row.done_at }));
}

/** Takes one's own confirmation away; nothing where there is none. */
export async function forgetPart(work: Work, { id, chapter_id }: Of): Promise<void> {
  await work.query(`delete from app.touchpoint_part where chapter_id = $1 and touchpoint_id = $2 and seat_id = $3`, [
    chapter_id,
    id,
    seated(work).seatId,
  ]);
}

/**
 * Confirms one's own part of what each board member does; whoever is the last on the board that day closes it with it. Takes no
 * `rev`: what others confirm meanwhile changes nothing for one's own. Taken back within ten minutes it opens again.
 */
export async function confirmPart(context: Context, work: Work, input: ConfirmPartInput): Promise<Done> {
  const { language } = context;
  const { row, version } = await holdTouchpoint(context, work, input.id);
  const { organizationId, seatId } = seated(work);
  if (!isDoneByEach(version.definition)) refuse("INVALID", say(language, TOUCHPOINT_TEXTS.notEach), [], row.id);
  const of = [row.chapter_id, row.id, seatId];
  const [own] = await work.query<{ fresh: boolean }>(
    `select done_at > now() - interval '10 minutes' as fresh from app.touchpoint_part
      where chapter_id = $1 and touchpoint_id = $2 and seat_id = $3`,
    of,
  );
  // said twice is said once
  if (input.done === (own !== undefined)) return { id: row.id, rev: row.rev };
  if (!input.done) return takeBack();
  demandSubmittable(work, row, language);
  await work.query(
    `insert into app.touchpoint_part (organization_id, chapter_id, touchpoint_id, seat_id) values ($4, $1, $2, $3)`,
    [...of, organizationId],
  );
  const [{ missing } = { missing: 1 }] = await work.query<{ missing: number }>(
    `select count(*)::int as missing from app.seat g
      where g.organization_id = $1 and g.chapter_id = $2 and ${onBoard("g")}
        and not exists (select 1 from app.touchpoint_part p where p.chapter_id = $2 and p.touchpoint_id = $3 and p.seat_id = g.id)`,
    [organizationId, row.chapter_id, row.id],
  );
  const [done] = await work.query<{ rev: number }>(
    `update app.touchpoint set started_at = coalesce(started_at, now()), rev = rev + 1,
            closed_at = case when $4 then now() end, closed_by = case when $4 then $3::uuid end
      where chapter_id = $1 and id = $2 returning rev`,
    [...of, missing === 0],
  );
  return { id: row.id, rev: done?.rev ?? null };

  async function takeBack(): Promise<Done> {
    const decided = row.emptied_at ?? row.waived_at ?? row.cancelled_at;
    // closed some while ago: others have been told that all have done it
    const old = row.closed_at !== null && row.closed_at.getTime() < Date.now() - 600_000;
    if (!own?.fresh || decided || old) refuse("LOCKED", say(language, TOUCHPOINT_TEXTS.partLocked), [], row.id);
    await forgetPart(work, row);
    const [opened] = await work.query<{ rev: number }>(
      `update app.touchpoint set closed_at = null, closed_by = null, returned_at = null, returned_note = null, rev = rev + 1 where chapter_id = $1 and id = $2 returning rev`,
      [row.chapter_id, row.id],
    );
    return { id: row.id, rev: opened?.rev ?? null };
  }
}
