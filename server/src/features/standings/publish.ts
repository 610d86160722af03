import { addMonths } from "@varde/domain";
import type { LocalDate } from "@varde/domain";
import { openDoor } from "../../kernel/db/door.js";
import type { Door } from "../../kernel/db/door.js";
import type { Work } from "../../kernel/db/unit-of-work.js";
import { inOrganization, organizationIds } from "../../kernel/jobs/job.js";
import { publishJourney } from "../journey/index.js";
import { publishMembership } from "../membership/index.js";
import { groupBy } from "./group-by.js";
import { quarterEnds } from "./periods.js";
import { suppress } from "./suppress.js";
import type { PublishedCount, RawUnit } from "./suppress.js";

type RawCount = { templateId: string; chapterId: string; measure: string; n: number };
type Chapter = { id: string; regionId: string | null };

/** Chapters that were open in the twelve months before the day, in the region of that day: a zero says something too. */
function chaptersOn(work: Work, day: LocalDate): Promise<Chapter[]> {
  return work.query<Chapter>(
    `select c.id, m.region_id as "regionId" from app.chapter c
       left join app.chapter_region m on m.organization_id = c.organization_id and m.chapter_id = c.id
         and m.valid_from <= $1 and (m.valid_to is null or m.valid_to > $1)
      where c.opened_on <= $1 and (c.closed_on is null or c.closed_on > $2)`,
    [day, addMonths(day, -12)],
  );
}

function unitsOf(chapters: readonly Chapter[], counts: readonly RawCount[]): RawUnit[] {
  const byChapter = groupBy(counts, (count) => count.chapterId);
  return chapters.map(({ id, regionId }) => ({
    id,
    regionId,
    counts: Object.fromEntries((byChapter.get(id) ?? []).map(({ measure, n }) => [measure, n])),
  }));
}

async function insert(
  work: Work,
  templateId: string,
  day: LocalDate,
  counts: readonly PublishedCount[],
): Promise<void> {
  await work.query(
    `insert into app.published_count (organization_id, snapshot_on, template_id, unit_kind, unit_id, measure, value)
     select authz.organization('STATISTICS_PUBLISH'), $1, $2, c."unitKind", c."unitId", c.measure, c.value
       from jsonb_to_recordset($3::jsonb) c ("unitKind" text, "unitId" uuid, measure text, value int)`,
    [day, templateId, JSON.stringify(counts)],
  );
}

async function publishDay(work: Work, organizationId: string, day: LocalDate): Promise<boolean> {
  // two at once could publish two different pictures of the same day
  await work.query(`select pg_advisory_xact_lock(hashtextextended($1, 0))`, [`publish/${organizationId}`]);
  const done = await work.query(`select 1 from app.published_count where snapshot_on = $1 limit 1`, [day]);
  if (done.length > 0) return false;
  const raw = await work.query<RawCount>(
    `select template_id as "templateId", chapter_id as "chapterId", measure, n from authz.snapshot_counts($1)`,
    [day],
  );
  if (raw.length === 0) return false;
  const [organization] = await work.query<{ k: number }>(`select suppression_k as k from app.organization`);
  const chapters = await chaptersOn(work, day);
  const known = new Set(chapters.map((chapter) => chapter.id));
  const about = await work.query<{ id: string; aboutMember: boolean }>(
    `select template_id as id, bool_or(about_member) as "aboutMember" from app.template_version where state <> 'DRAFT' group by 1`,
  );
  const aboutMember = new Map(about.map((template) => [template.id, template.aboutMember]));
  const byTemplate = groupBy(
    raw.filter((count) => known.has(count.chapterId)),
    (count) => count.templateId,
  );
  for (const [templateId, counts] of byTemplate) {
    const units = unitsOf(chapters, counts);
    const input = { organizationId, aboutMember: aboutMember.get(templateId) ?? true, units, k: organization!.k };
    await insert(work, templateId, day, suppress(input));
  }
  return true;
}

/**
 * Publishes the snapshots of the last `quarters` quarter ends before `today` in every organization that has something to
 * count. What is published stays as it is for ever: a day that has been published is left alone. Returns how many were new.
 */
export async function publishThrough(job: Door, today: LocalDate, quarters: number): Promise<number> {
  let published = 0;
  for (const organizationId of await organizationIds({ job })) {
    for (const day of quarterEnds(today, quarters).reverse()) {
      const isNew = await inOrganization({ job }, organizationId, "JOB_PUBLISH", async (work) => {
        const counted = await publishDay(work, organizationId, day);
        await publishJourney(work, { organizationId, day, chapters: await chaptersOn(work, day) });
        await publishMembership(work, { organizationId, day, chapters: await chaptersOn(work, day) });
        return counted;
      });
      if (isNew) published += 1;
    }
  }
  return published;
}

export type PublishOptions = {
  databaseUrl: string;
  rolePrefix: string;
  secret: string;
  today: LocalDate;
  /** how many quarter ends back; 1 when left out */
  quarters?: number;
};

/** `publishThrough` on a door of its own, for the demo's loader and other commands. Returns how many snapshots were new. */
export async function publishSnapshots(options: PublishOptions): Promise<number> {
  const { databaseUrl, rolePrefix, secret, today, quarters = 1 } = options;
  const job = await openDoor({ databaseUrl, rolePrefix, secret, login: "job", poolSize: 1 });
  try {
    return await publishThrough(job, today, quarters);
  } finally {
    await job.close();
  }
}
