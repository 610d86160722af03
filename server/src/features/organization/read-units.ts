import { capital, levelWords } from "@varde/domain";
import type { Language, LevelTerm } from "@varde/domain";
import type { Work } from "../../kernel/db/unit-of-work.js";
import { seated } from "../../kernel/graphql/context.js";
import type { Connection } from "../../kernel/graphql/output.js";
import { fromCursor, pageSize, toConnection } from "../../kernel/graphql/page.js";
import { isUuid } from "../../kernel/mutation.js";
import type {
  Chapter,
  ChapterMembership,
  CrisisContact,
  MemberGoal,
  Organization,
  Region,
} from "./organization.type.js";

type RegionRow = { id: string; name: string; opened_on: string; closed_on: string | null; rev: number; n: number };

// today in a subselect: asked once, and not for every chapter of every region
const REGION_COLUMNS = `r.id, r.name, r.opened_on, r.closed_on, r.rev,
  (select count(*)::int from app.chapter_region m join app.chapter c on c.organization_id = m.organization_id and c.id = m.chapter_id
    where m.organization_id = r.organization_id and m.region_id = r.id and m.valid_from <= (select authz.today())
      and (m.valid_to is null or m.valid_to > (select authz.today())) and (c.closed_on is null or c.closed_on > (select authz.today()))) as n`;

const toRegion = (row: RegionRow): Region => ({
  id: row.id,
  name: row.name,
  openedOn: row.opened_on,
  closedOn: row.closed_on,
  rev: row.rev,
  chapterCount: row.n,
});

/** The organization acted in, with its regions. */
export async function readOrganization(work: Work, language: Language): Promise<Organization> {
  const { organizationId } = seated(work);
  const [row] = await work.query<{
    id: string;
    name: string;
    short_name: string;
    sender_name: string;
    burden_cap_minutes: number;
    self_join_age: number;
    rev: number;
    level_term: LevelTerm;
    crisis_contacts: CrisisContact[];
    core_set_size: number;
    member_goal: MemberGoal | null;
  }>(
    `select id, name, short_name, sender_name, burden_cap_minutes, self_join_age, rev, upper(region_term) as level_term, crisis_contacts, core_set_size,
            case when member_goal is not null then json_build_object('members', member_goal, 'on', member_goal_on,
              'startMembers', member_goal_start, 'startOn', member_goal_start_on) end as member_goal
       from app.organization where id = $1`,
    [organizationId],
  );
  const regions = await work.query<RegionRow>(
    `select ${REGION_COLUMNS} from app.region r where r.organization_id = $1 order by r.closed_on is not null, r.name, r.id`,
    [organizationId],
  );
  return {
    id: row!.id,
    name: row!.name,
    shortName: row!.short_name,
    senderName: row!.sender_name,
    burdenCapMinutes: row!.burden_cap_minutes,
    selfJoinAge: row!.self_join_age,
    memberGoal: row!.member_goal,
    rev: row!.rev,
    levelName: capital(levelWords(row!.level_term, language).one),
    crisisContacts: row!.crisis_contacts,
    coreSetSize: row!.core_set_size,
    regions: regions.map(toRegion),
  };
}

/** One region of the organization, or null. */
export async function findRegion(work: Work, id: string): Promise<Region | null> {
  if (!isUuid(id)) return null;
  const [row] = await work.query<RegionRow>(
    `select ${REGION_COLUMNS} from app.region r where r.organization_id = $1 and r.id = $2`,
    [seated(work).organizationId, id],
  );
  return row ? toRegion(row) : null;
}

type ChapterRow = {
  id: string;
  name: string;
  short_name: string;
  county: string;
  municipalities: string[];
  opened_on: string;
  closed_on: string | null;
  rev: number;
  direct_members: boolean;
  sort_name: string;
  region: RegionRow | null;
  history: ChapterMembership[];
  active: number;
  pending: number;
};

const HOLDS = `s.valid_from <= authz.today() and (s.valid_to is null or s.valid_to > authz.today())`;
const CHAPTER_COLUMNS = `c.id, c.name, c.short_name, c.county, c.municipalities, c.opened_on, c.closed_on, c.rev, c.direct_members,
  (c.direct_members::int || lower(c.name)) as sort_name,
  (select row_to_json(x) from (select ${REGION_COLUMNS} from app.region r where r.organization_id = c.organization_id and r.id = now_in.region_id) x) as region,
  coalesce((select json_agg(json_build_object('regionId', m.region_id, 'regionName', r.name, 'validFrom', m.valid_from, 'validTo', m.valid_to) order by m.valid_from desc)
    from app.chapter_region m join app.region r on r.organization_id = m.organization_id and r.id = m.region_id
    where m.organization_id = c.organization_id and m.chapter_id = c.id), '[]') as history,
  (select count(*)::int from app.seat s where s.organization_id = c.organization_id and s.chapter_id = c.id and s.account_id is not null
    and s.role in ('CHAPTER_LEADER', 'CHAPTER_BOARD') and ${HOLDS}) as active,
  (select count(*)::int from app.seat s join app.invitation i on i.organization_id = s.organization_id and i.seat_id = s.id
    where s.organization_id = c.organization_id and s.chapter_id = c.id and s.account_id is null and ${HOLDS}
      and i.accepted_at is null and i.revoked_at is null and i.expires_at > now()) as pending`;
// the seat's reach is asked for once a statement, not once a row
const IN_REACH = `app.chapter c
  left join app.chapter_region now_in on now_in.organization_id = c.organization_id and now_in.chapter_id = c.id
   and now_in.valid_from <= authz.today() and (now_in.valid_to is null or now_in.valid_to > authz.today())
 where c.organization_id = $1 and c.id = any ((select authz.units('UNIT_READ'))::uuid[])`;

const toChapter = (row: ChapterRow): Chapter => ({
  id: row.id,
  name: row.name,
  shortName: row.short_name,
  county: row.county,
  municipalities: row.municipalities,
  openedOn: row.opened_on,
  closedOn: row.closed_on,
  rev: row.rev,
  directMembers: row.direct_members,
  region: row.region && toRegion(row.region),
  regionHistory: row.history,
  activeSeats: row.active,
  pendingInvitations: row.pending,
});

export type ChapterPageArgs = {
  first: number;
  after: string | null;
  regionId: string | null;
  search: string | null;
  includeClosed: boolean;
};

/** A page of the chapters in reach by name, the direct members last. `search` is a part of a name or municipality. */
export async function listChapters(work: Work, args: ChapterPageArgs): Promise<Connection<Chapter>> {
  const { organizationId } = seated(work);
  const first = pageSize(args.first);
  const place = fromCursor(args.after, 2);
  const region = args.regionId && !isUuid(args.regionId) ? "00000000-0000-0000-0000-000000000000" : args.regionId;
  const found = `${IN_REACH} and ($2::uuid is null or now_in.region_id = $2)
    and ($3 = '' or strpos(lower(c.name || ' ' || c.short_name || ' ' || array_to_string(c.municipalities, ' ')), $3) > 0)
    and ($4 or c.closed_on is null or c.closed_on > authz.today())`;
  const filter = [organizationId, region, (args.search ?? "").trim().toLowerCase().slice(0, 80), args.includeClosed];
  const rows = await work.query<ChapterRow & { total: number }>(
    `select ${CHAPTER_COLUMNS} from ${found} and ($5::text is null or ((c.direct_members::int || lower(c.name)), c.id) > ($5, $6::uuid))
      order by (c.direct_members::int || lower(c.name)), c.id limit $7`,
    [...filter, place?.[0] ?? null, place?.[1] ?? null, first + 1],
  );
  const [counted] = await work.query<{ n: number }>(`select count(*)::int as n from ${found}`, filter);
  return toConnection(rows, first, toChapter, (row) => [row.sort_name, row.id], {
    after: args.after,
    totalCount: counted!.n,
  });
}

/** One chapter in reach, or null. */
export async function findChapter(work: Work, id: string): Promise<Chapter | null> {
  if (!isUuid(id)) return null;
  const [row] = await work.query<ChapterRow>(`select ${CHAPTER_COLUMNS} from ${IN_REACH} and c.id = $2`, [
    seated(work).organizationId,
    id,
  ]);
  return row ? toChapter(row) : null;
}
