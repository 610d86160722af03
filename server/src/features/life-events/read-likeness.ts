import type { LocalDate } from "@varde/domain";
import type { Work } from "../../kernel/db/unit-of-work.js";
import { seated } from "../../kernel/graphql/context.js";
import { MOST } from "../../kernel/graphql/page.js";
import type { AgeingMembers, Likeness, LikeMember, LikePairs } from "./life.type.js";

type PairRow = { one_id: string; other_id: string; alike: Likeness[] };
type MemberRow = LikeMember & { joined: LocalDate };

/**
 * Members of the acting chapter that share an address, a number, or a name without years of birth that differ. Each likeness is
 * looked for by its own index, since together they would be a scan of everyone against everyone.
 */
export async function listLikePairs(work: Work): Promise<LikePairs> {
  const { chapterId } = seated(work);
  const alike = (what: Likeness, same: string) => `
    select a.id as x, b.id as y, '${what}' as what from app.member a join app.member b on b.chapter_id = a.chapter_id and ${same}
     where a.chapter_id = $1 and b.chapter_id = $1 and a.id < b.id and a.left_on is null and b.left_on is null`;
  const pairs = await work.query<PairRow>(
    `select p.x as one_id, p.y as other_id, array_agg(p.what order by p.what) as alike from (
       ${alike("EMAIL", "b.email_bidx = a.email_bidx")} union all ${alike("MOBILE", "b.mobile_bidx = a.mobile_bidx")}
       union all ${alike("NAME", "b.name_key = a.name_key and coalesce(b.birth_year = a.birth_year, true)")}) p
      where not exists (select 1 from app.member_apart k where k.chapter_id = $1 and k.one_member_id = p.x and k.other_member_id = p.y)
      group by 1, 2 order by count(*) desc, 1, 2 limit ${MOST}`,
    [chapterId],
  );
  const ids = [...new Set(pairs.flatMap((pair) => [pair.one_id, pair.other_id]))];
  const members = await work.query<MemberRow>(
    `select m.id, trim(m.first_name || ' ' || m.last_name) as name, m.birth_year as "birthYear", m.joined_on as "joinedOn", m.member_no as "memberNo",
            m.email_ct is not null as "hasEmail", m.mobile_ct is not null as "hasMobile", m.rev,
            (select count(*)::int from app.touchpoint t where t.chapter_id = m.chapter_id and t.member_id = m.id) as tasks
       from app.member m where m.chapter_id = $1 and m.id = any ($2)`,
    [chapterId, ids],
  );
  const byId = new Map(members.map((member) => [member.id, member]));
  return {
    pairs: pairs.flatMap(({ one_id, other_id, alike: what }) => {
      const both = [byId.get(one_id), byId.get(other_id)].filter((member) => member !== undefined);
      const [one, other] = both.sort((a, b) => (a.joinedOn < b.joinedOn ? -1 : a.joinedOn > b.joinedOn ? 1 : 0));
      return one && other ? [{ one, other, alike: what }] : [];
    }),
  };
}

/** Members who will be older than the organization's highest age on the last of December. */
export async function listAgeing(work: Work): Promise<AgeingMembers> {
  const { organizationId, chapterId } = seated(work);
  const [organization] = await work.query<{ max_age: number | null }>(
    `select max_age from app.organization where id = $1`,
    [organizationId],
  );
  const maxAge = organization?.max_age ?? null;
  if (maxAge === null || !chapterId) return { maxAge, members: [], more: false };
  const members = await work.query<AgeingMembers["members"][number]>(
    `select id, trim(first_name || ' ' || last_name) as name, $2::int - birth_year as "ageAtYearsEnd", rev from app.member
      where chapter_id = $1 and left_on is null and birth_year < $2::int - $3::int order by birth_year, name_key, id limit ${MOST + 1}`,
    [chapterId, Number(work.today.slice(0, 4)), maxAge],
  );
  return { maxAge, members: members.slice(0, MOST), more: members.length > MOST };
}
