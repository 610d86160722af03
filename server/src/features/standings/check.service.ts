import type { Work } from "../../kernel/db/unit-of-work.js";
import { seated } from "../../kernel/graphql/context.js";
import type { StandingCheck } from "./check.type.js";

/** The newest check of the organization's kept numbers; null before the first night. */
export async function standingCheck(work: Work): Promise<StandingCheck | null> {
  const [check] = await work.query<StandingCheck>(
    `with newest as (select * from app.standing_check where organization_id = $1 order by checked_on desc limit 1)
     select n.checked_on as "checkedOn", n.cells, n.differing,
            coalesce((
              select json_agg(json_build_object(
                       'of', d."of", 'month', d.month,
                       'templateName', coalesce(v.name, json_build_object('nb', t.key)),
                       'chapter', json_build_object('id', c.id, 'name', c.name, 'shortName', c.short_name, 'county', c.county, 'regionId', null, 'regionName', null))
                     order by c.short_name, d.month)
                from jsonb_to_recordset(n.sample) d ("of" text, "chapterId" uuid, "templateId" uuid, month text)
                join app.chapter c on c.organization_id = $1 and c.id = d."chapterId"
                join app.touchpoint_template t on t.organization_id = $1 and t.id = d."templateId"
                left join lateral (
                  select (v.definition -> 'name')::json as name from app.template_version v
                   where v.organization_id = $1 and v.template_id = t.id and v.state <> 'DRAFT'
                   order by v.major desc, v.minor desc limit 1) v on true), '[]') as differences
       from newest n`,
    [seated(work).organizationId],
  );
  return check ?? null;
}
