import type { Work } from "../../kernel/db/unit-of-work.js";
import { AppError } from "../../kernel/errors/app-error.js";
import { seated } from "../../kernel/graphql/context.js";
import { isUuid } from "../../kernel/mutation.js";
import type { ChapterRef } from "./counts.type.js";
import type { Window } from "./periods.js";

export type ScopeUnit = { kind: "ORGANIZATION" | "REGION" | "CHAPTER"; id: string };
export type ScopeChapter = ChapterRef & { openedOn: string; closedOn: string | null };

/** The chapters a seat compares, and the unit their total stands for. */
export type Scope = { unit: ScopeUnit; name: string; chapters: ScopeChapter[] };

/**
 * The seat's reach, or one region of it. A region outside it is NOT_FOUND, like one that never was. Which chapters it
 * holds is asked of the database: the reach of the right to read statistics.
 */
export async function scopeOf(work: Work, regionId: string | null | undefined): Promise<Scope> {
  const viewer = seated(work);
  const wanted = regionId ?? null;
  if (wanted !== null && !isUuid(wanted)) throw new AppError("NOT_FOUND");
  if (wanted !== null && viewer.unitKind !== "ORGANIZATION" && wanted !== viewer.regionId)
    throw new AppError("NOT_FOUND");
  const region = wanted ?? (viewer.unitKind === "REGION" ? viewer.regionId : null);
  const chapters = await work.query<ScopeChapter>(
    `select c.id, c.name, c.short_name as "shortName", c.opened_on as "openedOn", c.closed_on as "closedOn",
            r.id as "regionId", r.name as "regionName"
       from app.chapter c
       left join app.chapter_region m on m.organization_id = c.organization_id and m.chapter_id = c.id
         and m.valid_from <= $3 and (m.valid_to is null or m.valid_to > $3)
       left join app.region r on r.organization_id = m.organization_id and r.id = m.region_id
      where c.organization_id = $1 and c.id = any ((select authz.units('STATISTICS_READ'))::uuid[])
        and ($2::uuid is null or r.id = $2)`,
    [viewer.organizationId, region, work.today],
  );
  chapters.sort((a, b) => a.shortName.localeCompare(b.shortName, "nb"));
  return { ...(await unitOf(work, region)), chapters };
}

async function unitOf(work: Work, region: string | null): Promise<Omit<Scope, "chapters">> {
  const viewer = seated(work);
  const unit: ScopeUnit =
    viewer.unitKind === "CHAPTER" && viewer.chapterId
      ? { kind: "CHAPTER", id: viewer.chapterId }
      : region
        ? { kind: "REGION", id: region }
        : { kind: "ORGANIZATION", id: viewer.organizationId };
  const table = { ORGANIZATION: "organization", REGION: "region", CHAPTER: "chapter" }[unit.kind];
  const tenant = unit.kind === "ORGANIZATION" ? "id" : "organization_id";
  const [row] = await work.query<{ name: string }>(`select name from app.${table} where ${tenant} = $1 and id = $2`, [
    viewer.organizationId,
    unit.id,
  ]);
  if (!row) throw new AppError("NOT_FOUND");
  return { unit, name: row.name };
}

/** Those that were open at some time in the window. */
export function openIn(chapters: readonly ScopeChapter[], { start, end }: Window): ScopeChapter[] {
  return chapters.filter(({ openedOn, closedOn }) => openedOn <= end && (closedOn === null || closedOn > start));
}

/** A chapter as a table's row names it. */
export function chapterRef({ id, name, shortName, regionId, regionName }: ChapterRef): ChapterRef {
  return { id, name, shortName, regionId, regionName };
}
