import type { Sealer } from "../../kernel/crypto/sealer.js";
import type { Work } from "../../kernel/db/unit-of-work.js";
import { isUuid } from "../../kernel/mutation.js";
import { actingChapter } from "./list-members.service.js";
import { MEMBER_COLUMNS, toMemberDetail } from "./member.rows.js";
import type { MemberDetailRow, MemberRow } from "./member.rows.js";
import type { MemberDetail } from "./member.type.js";

const MOST_ALIKE = 5;

/** One member of the acting chapter with all the register holds, contact data opened; null when it is out of reach. */
export async function readMember(work: Work, sealer: Sealer, id: string): Promise<MemberDetail | null> {
  if (!isUuid(id)) return null;
  const chapterId = actingChapter(work);
  const year = Number(work.today.slice(0, 4));
  const [row] = await work.query<MemberDetailRow>(
    `select ${MEMBER_COLUMNS}, m.member_no, m.birth_date, m.email_ct, m.mobile_ct, m.guardian_ct, m.postcode, m.preference_set_on, m.contacts_emptied_on, m.membership_type_id,
            o.self_join_age, coalesce(f.fees, '[]') as fees, f.fee_paid_on
       from app.member m join app.organization o on o.id = m.organization_id
       left join lateral (select json_agg(json_build_object('year', year, 'paid_on', paid_on, 'amount', amount, 'paid_by', paid_by, 'family', family) order by year desc) as fees,
                                 max(paid_on) filter (where year = $3) as fee_paid_on
                            from app.member_fee where chapter_id = $1 and member_id = $2) f on true
      where m.chapter_id = $1 and m.id = $2`,
    [chapterId, id, year],
  );
  if (!row) return null;
  // only who can be read is looked for: nobody in another chapter
  const alike = await work.query<MemberRow>(
    `select ${MEMBER_COLUMNS}, null::date as fee_paid_on from app.member self
       join app.member m on m.chapter_id = self.chapter_id and m.id <> self.id and (m.email_bidx = self.email_bidx or m.mobile_bidx = self.mobile_bidx)
      where self.chapter_id = $1 and self.id = $2 and (m.left_on is null or m.left_on > $3::date) order by m.name_key, m.id limit ${MOST_ALIKE}`,
    [chapterId, id, work.today],
  );
  return toMemberDetail(sealer, row, alike, work.today);
}
