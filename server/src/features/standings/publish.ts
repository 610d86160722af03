import { addMonths } from "@varde/domain";
import type { LocalDate } from "@varde/domain";
import { openDoor } from "../../kernel/db/door.js";
import type { Door } from "../../kernel/db/door.js";
import type { Work } from "../../kernel/db/unit-of-work.js";
import { inOrganization, organizationIds } from "../../kernel/jobs/job.js";
import { publishJourney } from "../journey/index.js";
import { publishMembership } from "../membership/index.js";
import { WINDOWS, chooseRelease, hiddenKey } from "./choose-release.js";
import type { ChosenRelease, RawCount, Released } from "./choose-release.js";
import { groupBy } from "./group-by.js";
import { quarterEnds } from "./periods.js";

type TemplateRow = { id: string; aboutMember: boolean; since: LocalDate | null };
type Chapter = { id: string; regionId: string | null };

/** Chapters that were open in the months before the day, in the region of that day: a zero says something too. */
function chaptersOn(work: Work, day: LocalDate, months: number): Promise<Chapter[]> {
  return work.query<Chapter>(
    `select c.id, m.region_id as "regionId" from app.chapter c
       left join app.chapter_region m on m.organization_id = c.organization_id and m.chapter_id = c.id
         and m.valid_from <= $1 and (m.valid_to is null or m.valid_to > $1)
      where c.opened_on <= $1 and (c.closed_on is null or c.closed_on > $2)`,
    [day, addMonths(day, -months)],
  );
}

async function keep(work: Work, templateId: string, day: LocalDate, release: ChosenRelease): Promise<void> {
  const { months, cells, readable, counts } = release;
  await work.query(
    `insert into app.published_release (organization_id, template_id, snapshot_on, months, cells, readable)
     values (authz.organization('STATISTICS_PUBLISH'), $1, $2, $3, $4, $5)`,
    [templateId, day, months, cells, readable],
  );
  await work.query(
    `insert into app.published_count (organization_id, snapshot_on, template_id, unit_kind, unit_id, measure, value)
     select authz.organization('STATISTICS_PUBLISH'), $1, $2, c."unitKind", c."unitId", c.measure, c.value
       from jsonb_to_recordset($3::jsonb) c ("unitKind" text, "unitId" uuid, measure text, value int)`,
    [day, templateId, JSON.stringify(counts)],
  );
}

/** The templates' releases before a day, oldest first. */
async function releasesBefore(work: Work, day: LocalDate): Promise<Map<string, Released[]>> {
  const rows = await work.query<Released & { templateId: string }>(
    `select template_id as "templateId", snapshot_on as "on", months, cells, readable from app.published_release
      where snapshot_on < $1 and months is not null order by snapshot_on`,
    [day],
  );
  return groupBy(rows, (row) => row.templateId);
}

/** The cells that a template's releases did not show, by the release's day: what was hidden then is not to be told now. */
async function hiddenBefore(work: Work, templateId: string, day: LocalDate): Promise<Map<LocalDate, Set<string>>> {
  const rows = await work.query<{ on: LocalDate; unitId: string; measure: string }>(
    `select snapshot_on as "on", unit_id as "unitId", measure from app.published_count
      where template_id = $1 and snapshot_on < $2 and value is null`,
    [templateId, day],
  );
  const byDay = groupBy(rows, (row) => row.on);
  return new Map([...byDay].map(([on, of]) => [on, new Set(of.map((row) => hiddenKey(row.unitId, row.measure)))]));
}

async function publishDay(work: Work, organizationId: string, day: LocalDate): Promise<boolean> {
  // two at once could publish two different pictures of the same day
  await work.query(`select pg_advisory_xact_lock(hashtextextended($1, 0))`, [`publish/${organizationId}`]);
  // nor is one from before the last: what has been released since could be taken away from it
  const done = await work.query(`select 1 from app.published_release where snapshot_on >= $1 limit 1`, [day]);
  if (done.length > 0) return false;
  const raw = await work.query<RawCount>(
    `select template_id as "templateId", chapter_id as "chapterId", measure, quarter, n from authz.release_counts($1)`,
    [day],
  );
  if (raw.length === 0) return false;
  const [organization] = await work.query<{ k: number }>(
    `select authz.limit_on(suppression_k, suppression_before, $1) as k from app.organization`,
    [day],
  );
  const chapters = await chaptersOn(work, day, Math.max(...WINDOWS));
  const there = new Set(chapters.map((chapter) => chapter.id));
  const templates = await work.query<TemplateRow>(
    `select v.template_id as id, bool_or(v.about_member) as "aboutMember",
            (select min(r.effective_from) from app.rollout r where r.organization_id = v.organization_id and r.template_id = v.template_id) as since
       from app.template_version v where v.state <> 'DRAFT' group by v.organization_id, v.template_id`,
  );
  const known = new Map(templates.map((template) => [template.id, template]));
  const earlier = await releasesBefore(work, day);
  const byTemplate = groupBy(
    raw.filter((count) => there.has(count.chapterId)),
    (count) => count.templateId,
  );
  for (const [templateId, counts] of byTemplate) {
    const hidden = await hiddenBefore(work, templateId, day);
    const release = chooseRelease({
      organizationId,
      aboutMember: known.get(templateId)?.aboutMember ?? true,
      since: known.get(templateId)?.since ?? addMonths(day, -12),
      k: organization!.k,
      day,
      chapters,
      counts,
      earlier: (earlier.get(templateId) ?? []).map((one) => ({ ...one, hidden: hidden.get(one.on) ?? new Set() })),
    });
    await keep(work, templateId, day, release);
  }
  return true;
}

/**
 * Publishes the snapshots of the last `quarters` quarter ends before `today` in every organization that has something to
 * count; of counts by template only those of the last `releases`. What is published stays as it is for ever: a day that has been
 * published is left alone. Returns how many were new.
 */
export async function publishThrough(
  job: Door,
  today: LocalDate,
  quarters: number,
  releases = quarters,
): Promise<number> {
  let published = 0;
  for (const organizationId of await organizationIds({ job })) {
    for (const [before, day] of [...quarterEnds(today, quarters).entries()].reverse()) {
      const isNew = await inOrganization({ job }, organizationId, "JOB_PUBLISH", async (work) => {
        const counted = before < releases && (await publishDay(work, organizationId, day));
        const chapters = await chaptersOn(work, day, 12);
        await publishJourney(work, { organizationId, day, chapters });
        await publishMembership(work, { organizationId, day, chapters });
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
  /** of how many of them counts by template are released; all when left out */
  releases?: number;
};

/** `publishThrough` on a door of its own, for the demo's loader and other commands. Returns how many snapshots were new. */
export async function publishSnapshots(options: PublishOptions): Promise<number> {
  const { databaseUrl, rolePrefix, secret, today, quarters = 1, releases = quarters } = options;
  const job = await openDoor({ databaseUrl, rolePrefix, secret, login: "job", poolSize: 1 });
  try {
    return await publishThrough(job, today, quarters, releases);
  } finally {
    await job.close();
  }
}
