import { inOrganization, organizationIds } from "../../../kernel/jobs/job.js";
import type { JobContext } from "../../../kernel/jobs/job.js";

/** From the second day on, once a day: who counts as the day goes sees when somebody answers. */
const KEEP = `
with told as (
  select l.survey_id, l.chapter_id,
         (select count(*) from app.survey_waiting w where w.organization_id = $1 and w.survey_id = l.survey_id and w.chapter_id = l.chapter_id)
       + (select coalesce(sum(c.n), 0) from app.survey_count c where c.organization_id = $1 and c.survey_id = l.survey_id and c.chapter_id = l.chapter_id
           and c.question = '' and c.cell = '') as n
    from app.survey_link l join app.survey s on s.organization_id = l.organization_id and s.id = l.survey_id
   where l.organization_id = $1 and s.state = 'OPEN' and s.opens_on < authz.today()
     and not exists (select 1 from app.survey_progress p where p.organization_id = $1 and p.survey_id = s.id and p.chapter_id = l.chapter_id and p.counted_on >= authz.today())
), rounded as (
  select survey_id, chapter_id, case when n >= 50 then 50 when n >= 20 then 20 when n >= 10 then 10 when n >= 5 then 5 else 0 end as n from told
  union all select survey_id, null, div(sum(n), 10) * 10 from told group by survey_id
)
insert into app.survey_progress (organization_id, survey_id, chapter_id, at_least, counted_on)
select $1, survey_id, chapter_id, n, authz.today() from rounded
on conflict (organization_id, survey_id, chapter_id) do update set at_least = excluded.at_least, counted_on = excluded.counted_on`;

/** Keeps about how many have answered each open survey, once a day, and forgets it of those that are over. */
export async function keepProgress(context: Pick<JobContext, "job">): Promise<void> {
  for (const id of await organizationIds(context))
    await inOrganization(context, id, "JOB_SURVEYS", async (work) => {
      // two at once would both write the day's numbers
      await work.query(`select pg_advisory_xact_lock(hashtextextended($1, 0))`, [`survey progress ${id}`]);
      await work.query(KEEP, [id]);
      await work.query(
        `delete from app.survey_progress p using app.survey s
          where p.organization_id = $1 and s.organization_id = $1 and s.id = p.survey_id and s.state = 'CLOSED'`,
        [id],
      );
    });
}
