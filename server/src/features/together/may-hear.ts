import type { MayHear } from "../../kernel/live/hub.js";

/**
 * Of what was heard, the touchpoints that the seat may read now: those above hear of duties, and never of what a board keeps
 * beside one, or writes together. That a whole chapter changed is told to its own board alone. Goals that all have together go by
 * the organization's id.
 */
export const mayHear: MayHear = async (work, { rows, beside, chapters }) => {
  const [found] = await work.query<{ ids: string[]; whole: boolean }>(
    `select array(select t.id from app.touchpoint t where t.id = any ($1::uuid[])
            union select t.id from app.touchpoint t where t.id = any ($2::uuid[]) and t.chapter_id = any (authz.units('TOUCHPOINT_READ'))
            union select r.id from app.annual_report r where r.id = any ($2::uuid[]) and r.chapter_id = any (authz.units('PLAN_WRITE'))
            union select p.id from app.action_plan p where p.id = any ($2::uuid[]) and p.chapter_id = any (authz.units('PLAN_WRITE'))
            union select o.id from authz.organization('PLAN_READ') o (id) where o.id = any ($2::uuid[])) as ids,
            $3::uuid[] && authz.units('TOUCHPOINT_READ') as whole`,
    [[...rows], [...beside], [...chapters]],
  );
  return found!;
};
