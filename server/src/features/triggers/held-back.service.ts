import type { LocalDate, LocalizedText } from "@varde/domain";
import { AppError } from "../../kernel/errors/app-error.js";
import type { Work } from "../../kernel/db/unit-of-work.js";
import { seated } from "../../kernel/graphql/context.js";
import { isUuid } from "../../kernel/mutation.js";
import type { HeldBack, SkipReason } from "./trigger.type.js";

type Row = {
  id: string;
  reason: SkipReason;
  name: LocalizedText;
  opens_on: LocalDate;
  until_day: LocalDate | null;
};

// what has begun since is a task like any other, and needs no reason
const HELD = `
select s.id, s.reason, v.definition -> 'name' as name, s.opens_on, s.until_day from app.trigger_skip s
  join app.template_version v on v.organization_id = s.organization_id and v.id = s.version_id
 where s.chapter_id = $1 and s.member_id = $2
   and not exists (select 1 from app.touchpoint t where t.chapter_id = s.chapter_id and t.id = s.id)
 order by s.opens_on desc, s.id, s.reason limit 20`;

/** Why tasks about a member of the acting chapter have not begun, the latest first. Throws NOT_FOUND for another's member. */
export async function heldBack(work: Work, memberId: string): Promise<HeldBack[]> {
  const { chapterId } = seated(work);
  if (!chapterId) throw new AppError("FORBIDDEN");
  const known = isUuid(memberId)
    ? await work.query(`select 1 from app.member where chapter_id = $1 and id = $2`, [chapterId, memberId])
    : [];
  if (known.length === 0) throw new AppError("NOT_FOUND");
  return (await work.query<Row>(HELD, [chapterId, memberId])).map((row) => ({
    id: `${row.id}:${row.reason}`,
    name: row.name,
    reason: row.reason,
    opensOn: row.opens_on,
    untilDay: row.until_day,
  }));
}
