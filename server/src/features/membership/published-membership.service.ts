import { addDays, addMonths } from "@varde/domain";
import type { LocalDate, YearPart } from "@varde/domain";
import type { Work } from "../../kernel/db/unit-of-work.js";
import { AppError } from "../../kernel/errors/app-error.js";
import { seated } from "../../kernel/graphql/context.js";
import type { ChapterMembers, MembershipYear, PublishedMembership } from "./membership.type.js";

/** The quarter's end a year before another. */
const yearBefore = (day: LocalDate): LocalDate => addDays(addMonths(addDays(day, 1), -12), -1);

async function readYear(work: Work, day: LocalDate): Promise<MembershipYear | null> {
  const { organizationId, unitKind } = seated(work);
  if (unitKind !== "ORGANIZATION") return null;
  const rows = await work.query<{ day: LocalDate; part: YearPart; value: number }>(
    `select snapshot_on as day, substr(measure, 6) as part, value from app.published_membership
      where organization_id = $1 and unit_kind = 'ORGANIZATION' and measure like 'year:%' and snapshot_on <= $2 order by 1 desc limit 10`,
    [organizationId, day],
  );
  const [newest] = rows;
  if (!newest) return null;
  const of = (part: YearPart) => rows.find((row) => row.day === newest.day && row.part === part)?.value ?? null;
  return {
    year: Number(newest.day.slice(0, 4)),
    joined: of("JOINED") ?? 0,
    left: of("LEFT"),
    agedOut: of("AGED_OUT"),
    died: of("DIED"),
    leftOrDied: of("LEFT_OR_DIED"),
    ended: of("ENDED"),
  };
}

/**
 * The published numbers of members of a day, or the newest. A region's number is the sum of what is shown of the chapters in one's reach, so nothing
 * is told by it that they do not tell. NOT_FOUND for another day.
 */
export async function publishedMembership(work: Work, on: LocalDate | null | undefined): Promise<PublishedMembership> {
  const { organizationId } = seated(work);
  const days = (
    await work.query<{ day: LocalDate }>(
      `select distinct snapshot_on as day from app.published_membership where organization_id = $1 and unit_kind = 'ORGANIZATION' order by 1 desc limit 40`,
      [organizationId],
    )
  ).map(({ day }) => day);
  if (on && !days.includes(on)) throw new AppError("NOT_FOUND");
  const day = on ?? days[0] ?? null;
  const [organization] = await work.query<{ k: number }>(
    `select authz.limit_on(suppression_k, suppression_before, coalesce($2::date, authz.today())) as k from app.organization where id = $1`,
    [organizationId, day],
  );
  const chapters =
    day === null
      ? []
      : await work.query<ChapterMembers>(
          `select c.id as "chapterId", c.short_name as "chapterName", p.value as active, b.value as before
             from app.chapter c
             left join app.published_membership p on p.organization_id = c.organization_id and p.snapshot_on = $2 and p.unit_kind = 'CHAPTER' and p.unit_id = c.id and p.measure = 'ACTIVE'
             left join app.published_membership b on b.organization_id = c.organization_id and b.snapshot_on = $3 and b.unit_kind = 'CHAPTER' and b.unit_id = c.id and b.measure = 'ACTIVE'
            where c.organization_id = $1 and c.id = any ((select authz.units('STATISTICS_READ'))::uuid[]) and (c.closed_on is null or c.closed_on > $4)`,
          [organizationId, day, yearBefore(day), work.today],
        );
  const shown = chapters.flatMap(({ active }) => (active === null ? [] : [active]));
  return {
    referenceDate: day,
    days,
    within: organization?.k ?? 5,
    active: shown.length === 0 ? null : shown.reduce((a, b) => a + b, 0),
    chapters: chapters.toSorted((a, b) => a.chapterName.localeCompare(b.chapterName, "nb")),
    year: day === null ? null : await readYear(work, day),
  };
}
