import type { Work } from "../../kernel/db/unit-of-work.js";
import { seated } from "../../kernel/graphql/context.js";
import type { CoreChoice } from "./core-choice.type.js";

/** What was chosen, of all years, the newest first; 20 at most. Every seat reads it. */
export async function readChoices(work: Work): Promise<CoreChoice[]> {
  const rows = await work.query<Omit<CoreChoice, "at"> & { at: Date }>(
    `select c.id, c.year, c.chosen, c.minutes, c.limit_minutes as "limitMinutes", c.effort_reason as "effortReason", s.holder_name as by, c.chosen_at as at
       from app.core_choice c left join app.seat s on s.organization_id = c.organization_id and s.id = c.chosen_by
      where c.organization_id = $1 order by c.year desc, c.chosen_at desc, c.id limit 20`,
    [seated(work).organizationId],
  );
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
}
