import type { Work } from "../../kernel/db/unit-of-work.js";
import { AppError } from "../../kernel/errors/app-error.js";
import { seated } from "../../kernel/graphql/context.js";
import type { TouchpointChoices } from "./touchpoint-choices.type.js";

/** What the acting chapter's list can be narrowed to, in one statement. */
export async function readTouchpointChoices(work: Work): Promise<TouchpointChoices> {
  const { organizationId, chapterId } = seated(work);
  if (!chapterId) throw new AppError("FORBIDDEN");
  const [found] = await work.query<TouchpointChoices>(
    `select (select coalesce(jsonb_agg(jsonb_build_object('id', x.id, 'name', x.name) order by x.name ->> 'nb', x.id), '[]')
               from (select t.id, (select v.definition -> 'name' from app.template_version v
                                    where v.organization_id = $1 and v.template_id = t.id and v.state <> 'DRAFT' order by v.major desc, v.minor desc limit 1) as name
                       from app.touchpoint_template t
                      where t.organization_id = $1 and exists (select 1 from app.touchpoint p where p.chapter_id = $2 and p.template_id = t.id) limit 100) x
              where x.name is not null) as templates,
            (select coalesce(jsonb_agg(jsonb_build_object('seatId', a.id, 'name', a.holder_name) order by a.holder_name, a.id), '[]')
               from (select * from app.seat a where a.organization_id = $1 and a.chapter_id = $2 and a.role in ('CHAPTER_LEADER', 'CHAPTER_BOARD')
                        and a.valid_from <= authz.today() and (a.valid_to is null or a.valid_to > authz.today()) limit 100) a) as seats`,
    [organizationId, chapterId],
  );
  return found!;
}
