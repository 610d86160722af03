import { isAboutMember } from "@varde/domain";
import type { LocalDate, TemplateDefinition } from "@varde/domain";
import { AppError } from "../../kernel/errors/app-error.js";
import type { Work } from "../../kernel/db/unit-of-work.js";
import { seated } from "../../kernel/graphql/context.js";
import { isUuid } from "../../kernel/mutation.js";
import type { SizeClass } from "./template.type.js";

export type ChapterRow = { id: string; name: string; shortName: string; directMembers: boolean };
/** Which chapters: those named, those in the regions today, those of the sizes; nothing said: all. */
export type ChapterScope = {
  effectiveFrom: LocalDate;
  chapterIds?: string[] | null;
  regionIds?: string[] | null;
  sizeClasses?: SizeClass[] | null;
};

export const isForAll = (scope: ChapterScope): boolean => !scope.chapterIds && !scope.regionIds && !scope.sizeClasses;

/** Something was to be chosen, and nothing is. */
export const isForNobody = (scope: ChapterScope): boolean =>
  !isForAll(scope) &&
  (scope.chapterIds ?? []).length + (scope.regionIds ?? []).length + (scope.sizeClasses ?? []).length === 0;

/**
 * The chapters a roll-out is for, by name. The built-in chapter of members without one has no board and no gatherings,
 * so «all» and a size reach it only with what is about members. Throws NOT_FOUND when one that is named is not there.
 */
export async function chaptersOf(
  work: Work,
  scope: ChapterScope,
  definition: TemplateDefinition,
): Promise<ChapterRow[]> {
  const { organizationId } = seated(work);
  const [chapterIds, regionIds] = [scope.chapterIds ?? [], scope.regionIds ?? []];
  if (![...chapterIds, ...regionIds].every(isUuid)) throw new AppError("NOT_FOUND");
  const [known] = await work.query<{ all_known: boolean }>(
    `select (select count(*) from app.chapter where organization_id = $1 and id = any ($2::uuid[])) = $4
        and (select count(*) from app.region where organization_id = $1 and id = any ($3::uuid[])) = $5 as all_known`,
    [organizationId, chapterIds, regionIds, new Set(chapterIds).size, new Set(regionIds).size],
  );
  if (!known?.all_known) throw new AppError("NOT_FOUND");
  const rows = await work.query<ChapterRow>(
    `select c.id, c.name, c.short_name as "shortName", c.direct_members as "directMembers" from app.chapter c
      where c.organization_id = $1 and (c.closed_on is null or c.closed_on > greatest($2::date, $3::date))
        and (($4 and ($7 or not c.direct_members)) or c.id = any ($5::uuid[])
          or (cardinality($8::text[]) > 0 and ($7 or not c.direct_members)
              and c.id in (select s.chapter_id from authz.size_classes() s where s.size_class = any ($8::text[])))
          or exists (select 1 from app.chapter_region m where m.organization_id = c.organization_id and m.chapter_id = c.id and m.region_id = any ($6::uuid[])
             and m.valid_from <= $3 and (m.valid_to is null or m.valid_to > $3)))`,
    [
      organizationId,
      scope.effectiveFrom,
      work.today,
      isForAll(scope),
      chapterIds,
      regionIds,
      isAboutMember(definition.trigger),
      scope.sizeClasses ?? [],
    ],
  );
  return rows.sort((a, b) => a.name.localeCompare(b.name, "nb"));
}
