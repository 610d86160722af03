import type { Language } from "@varde/domain";
import type { Capability } from "../../kernel/access/policy.js";
import type { Work } from "../../kernel/db/unit-of-work.js";
import type { FactorDemand, Seat, Viewer } from "./account.type.js";
import type { ViewerOrganization } from "./viewer-organization.type.js";
import type { ViewerPapers } from "./viewer-papers.type.js";

type AccountRow = {
  id: string;
  name: string;
  language: Language | null;
  digest_enabled: boolean;
  seats: Seat[];
  capabilities: Capability[];
  organization: ViewerOrganization | null;
  papers: ViewerPapers | null;
  seat_id: string | null;
  demand: Omit<FactorDemand, "seat"> | null;
};

// as `authz.acting` judges it: what it calls nothing is null here as well
const DEMAND = `select json_build_object('passkeyOnly', d.passkey_only, 'linkFirst', x.aal < 1, 'from', case when d.due > authz.today() then d.due end)
   from (select authz.factor_due(o.second_factor, o.second_factor_since, s.role, s.created_at) as due, o.passkey_only and s.role = 'NATIONAL_ADMIN' as passkey_only
           from app.seat s join app.organization o on o.id = s.organization_id where s.id = x.seat_id and s.account_id = x.account_id) d
  where d.due is not null and not (x.aal >= 2 and (x.by_passkey or not d.passkey_only))`;

/**
 * The viewer as the page needs it, read through the sign-in module's door: a person's seats may lie in several
 * organizations, and no seat sees over that wall. `work` is of that door, `session` the hash of the session's secret in hex. Null
 * when the account is stopped or gone.
 */
export async function readViewer(work: Work, accountId: string, session: string): Promise<Viewer | null> {
  const [row] = await work.query<AccountRow>(
    `select ac.id, ac.name, ac.language, ac.digest_enabled, coalesce(held.seats, '[]') as seats,
            coalesce((select array_agg(rc.cap order by rc.cap) from app.seat s join app.role_cap rc on rc.role = s.role
                       where s.id = x.seat_id and s.account_id = ac.id
                         and (not authz.about_persons(rc.cap) or authz.lacks_papers(s.id) = '{}')), '{}') as capabilities, x.seat_id,
            (select json_build_object('levelTerm', upper(o.region_term), 'languages', o.languages, 'mainColour', o.main_colour) from app.seat s
               join app.organization o on o.id = s.organization_id where s.id = x.seat_id and s.account_id = ac.id) as organization,
            (select json_build_object('lacks', authz.lacks_papers(s.id), 'attestUntil', authz.attest_until(s.id)) from app.seat s
               join app.organization o on o.id = s.organization_id and o.safe_people
              where s.id = x.seat_id and s.account_id = ac.id and s.role in ('CHAPTER_LEADER', 'CHAPTER_BOARD', 'NATIONAL_ADMIN')) as papers,
            (${DEMAND}) as demand
       from app.account ac join app.session x on x.account_id = ac.id and x.token_hash = decode($2, 'hex')
       left join lateral (
         select json_agg(json_build_object('id', s.id, 'role', s.role, 'unitKind', s.unit_kind,
                  'unitName', coalesce(c.name, r.name, o.name), 'shortName', coalesce(c.short_name, r.name, o.short_name),
                  'organizationId', o.id, 'organizationName', o.name, 'regionId', s.region_id, 'chapterId', s.chapter_id,
                  'holderName', s.holder_name, 'validFrom', s.valid_from, 'validTo', s.valid_to)
                  order by o.name, s.created_at, s.id) as seats
           from app.seat s join app.organization o on o.id = s.organization_id
           left join app.chapter c on c.organization_id = s.organization_id and c.id = s.chapter_id
           left join app.region r on r.organization_id = s.organization_id and r.id = s.region_id
          where s.account_id = ac.id and s.valid_from <= authz.today() and (s.valid_to is null or s.valid_to > authz.today())
       ) held on true
      where ac.id = $1 and ac.stopped_at is null`,
    [accountId, session],
  );
  if (!row) return null;
  const { demand } = row;
  const chosen = row.seats.find(({ id }) => id === row.seat_id) ?? null;
  const seat = demand && !demand.from ? null : chosen;
  return {
    demand: demand && chosen && { ...demand, seat: chosen },
    account: { id: row.id, name: row.name, language: row.language },
    seat,
    seats: row.seats,
    capabilities: seat ? row.capabilities : [],
    today: work.today,
    digestEnabled: row.digest_enabled,
    organization: seat && row.organization,
    papers: seat && row.papers,
  };
}
