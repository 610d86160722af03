import { parsePeriod } from "@varde/domain";
import type { Answers, FieldSource, ReportField } from "@varde/domain";
import type { Work } from "../../kernel/db/unit-of-work.js";
import type { Meeting } from "../meetings/index.js";
import type { TouchpointRow } from "./touchpoint.rows.js";

const FROM_REGISTER: readonly FieldSource[] = ["INVITED_MEMBERS", "NEW_MEMBERS", "UNPAID_MEMBERS"];

type Counted = { invited: number; joined: number; unpaid: number };

/** Members of the chapter today: all, those new in the touchpoint's period, those who have not paid this year. */
async function countMembers(work: Work, row: TouchpointRow): Promise<Counted> {
  const period = parsePeriod(row.occurrence);
  const [counted] = await work.query<Counted>(
    `select count(*) filter (where m.left_on is null or m.left_on > $2::date)::int as invited,
            count(*) filter (where m.joined_chapter_on between $3::date and least($4::date, $2::date))::int as joined,
            count(*) filter (where (m.left_on is null or m.left_on > $2::date) and not exists (
              select 1 from app.member_fee f where f.chapter_id = m.chapter_id and f.member_id = m.id
                 and f.year = extract(year from $2::date) and f.paid_on is not null))::int as unpaid
       from app.member m where m.chapter_id = $1 and m.joined_chapter_on <= $2::date`,
    [row.chapter_id, work.today, period?.start ?? row.opens_on, period?.end ?? work.today],
  );
  return counted ?? { invited: 0, joined: 0, unpaid: 0 };
}

/**
 * What the register and the chosen meeting already say, by field key: the value of AUTO fields, and the first value of
 * fields that have a source. A statement only when a field asks the register.
 */
export async function prefill(
  work: Work,
  row: TouchpointRow,
  fields: readonly ReportField[],
  meeting: Pick<Meeting, "heldOn" | "attendance"> | null,
): Promise<Answers> {
  const asks = fields.some(({ source }) => source && FROM_REGISTER.includes(source));
  const counted = asks ? await countMembers(work, row) : null;
  const held = meeting && meeting.heldOn <= work.today ? meeting : null;
  const from: Record<FieldSource, string | number | null> = {
    MEETING_DATE: held?.heldOn ?? null,
    MEETING_ATTENDANCE: held?.attendance ?? null,
    INVITED_MEMBERS: counted?.invited ?? null,
    NEW_MEMBERS: counted?.joined ?? null,
    UNPAID_MEMBERS: counted?.unpaid ?? null,
  };
  const found: Answers = {};
  for (const { key, source } of fields) {
    const value = source ? from[source] : null;
    if (value !== null) found[key] = value;
  }
  return found;
}
