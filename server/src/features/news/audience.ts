import type { Work } from "../../kernel/db/unit-of-work.js";
import { AppError } from "../../kernel/errors/app-error.js";
import { seated } from "../../kernel/graphql/context.js";
import { isUuid } from "../../kernel/mutation.js";
import type { BoardMessageAudience } from "./board-message.type.js";
import type { AudienceInput } from "./news.inputs.js";

/** A seat of a board that somebody holds today: who a message reaches. */
export const BOARD_SEAT = `s.role in ('CHAPTER_LEADER', 'CHAPTER_BOARD') and s.account_id is not null
  and s.valid_from <= authz.today() and (s.valid_to is null or s.valid_to > authz.today())`;

/** A chapter that has a board: open today, and not the members without a chapter. */
export const BOARDED = `not c.direct_members and (c.closed_on is null or c.closed_on > authz.today())`;

const MOST_UNITS = 2000;

/**
 * The chapters a message would be for. Throws NOT_FOUND for a region or chapter that is not the organization's, BAD_REQUEST
 * for all and some at once.
 */
export async function chaptersOf(work: Work, { all, regionIds, chapterIds }: AudienceInput): Promise<string[]> {
  const { organizationId } = seated(work);
  const [regions, chapters] = [[...new Set(regionIds)], [...new Set(chapterIds)]];
  const chosen = regions.length + chapters.length;
  if (chosen > MOST_UNITS || (all && chosen > 0)) throw new AppError("BAD_REQUEST");
  if (![...regions, ...chapters].every(isUuid)) throw new AppError("NOT_FOUND");
  const [found] = await work.query<{ known: number; ids: string[] | null }>(
    `select (select count(*)::int from app.region r where r.organization_id = $1 and r.id = any ($3::uuid[]))
          + (select count(*)::int from app.chapter k where k.organization_id = $1 and k.id = any ($4::uuid[])) as known,
        (select array_agg(c.id order by c.id) from app.chapter c
          where c.organization_id = $1 and ${BOARDED} and ($2 or c.id = any ($4::uuid[])
            or exists (select 1 from app.chapter_region m where m.organization_id = $1 and m.chapter_id = c.id and m.region_id = any ($3::uuid[])
              and m.valid_from <= authz.today() and (m.valid_to is null or m.valid_to > authz.today())))) as ids`,
    [organizationId, all, regions, chapters],
  );
  if (found!.known !== chosen) throw new AppError("NOT_FOUND");
  return found!.ids ?? [];
}

/** What the sender is told before it is sent. */
export async function readAudience(work: Work, input: AudienceInput): Promise<BoardMessageAudience> {
  const chapters = await chaptersOf(work, input);
  const [row] = await work.query<{ people: number; without_board: string[] | null }>(
    `select (select count(distinct s.account_id)::int from app.seat s where s.organization_id = $1 and s.chapter_id = any ($2::uuid[]) and ${BOARD_SEAT}) as people,
        (select array_agg(c.short_name order by c.short_name) from app.chapter c where c.organization_id = $1 and c.id = any ($2::uuid[])
          and not exists (select 1 from app.seat s where s.organization_id = $1 and s.chapter_id = c.id and ${BOARD_SEAT})) as without_board`,
    [seated(work).organizationId, chapters],
  );
  return { chapters: chapters.length, people: row!.people, withoutBoard: row!.without_board ?? [] };
}
