import type { Work } from "../../kernel/db/unit-of-work.js";
import { seated } from "../../kernel/graphql/context.js";
import type { Connection } from "../../kernel/graphql/output.js";
import { fromCursor, pageSize, toConnection } from "../../kernel/graphql/page.js";
import { isUuid } from "../../kernel/mutation.js";
import type { Role, UnitKind } from "../accounts/index.js";
import type { BoardSeat, SeatStatus } from "./seat.type.js";

type SeatRow = {
  id: string;
  holder_name: string;
  role: Role;
  unit_kind: UnitKind;
  region_id: string | null;
  chapter_id: string | null;
  unit_name: string;
  valid_from: string;
  valid_to: string | null;
  status: SeatStatus;
  invited_at: Date | null;
  expires_at: Date | null;
  may_approve: boolean;
  elected_until: string | null;
  may_confirm: boolean;
  rev: number;
  place: string;
};

// an invitation holds as long as the one who gave it holds a seat; the first administrator's comes from the operator
const SEATS = `select s.id, s.holder_name, s.role, s.unit_kind, s.region_id, s.chapter_id, coalesce(c.name, r.name, o.name) as unit_name,
    s.valid_from, s.valid_to, s.rev, coalesce(i.sent_at, i.created_at) as invited_at, case when s.account_id is null then case when i.awaiting then i.created_at + interval '7 days' else i.expires_at end end as expires_at,
    coalesce(s.account_id is null and i.awaiting and i.created_at > now() - interval '7 days' and (s.valid_to is null or s.valid_to > authz.today())
      and g.account_id <> authz.uid() and (g.valid_to is null or g.valid_to > authz.today())
      and (select authz.organization_wide('SEAT_GRANT')) = s.organization_id, false) as may_approve,
    e.until as elected_until, coalesce(e.until is not null and s.account_id <> (select authz.uid())
      and ((select authz.organization_wide('SEAT_GRANT')) = s.organization_id or (select authz.seat_id()) in (
        select b.id from app.seat b where b.organization_id = s.organization_id and b.chapter_id = s.chapter_id and b.role in ('CHAPTER_LEADER', 'CHAPTER_BOARD'))), false) as may_confirm,
    case when s.valid_to <= authz.today() then 'ENDED' when s.account_id is not null then 'ACTIVE'
         when i.awaiting and i.created_at > now() - interval '7 days' and (g.valid_to is null or g.valid_to > authz.today()) then 'AWAITING_APPROVAL'
         when not i.awaiting and i.revoked_at is null and i.expires_at > now() and (s.granted_by is null or (g.account_id is not null and (g.valid_to is null or g.valid_to > authz.today()))) then 'INVITED'
         else 'INVITATION_EXPIRED' end as status,
    (case s.unit_kind when 'ORGANIZATION' then '0' when 'REGION' then '1' else '2' end || lower(coalesce(c.name, r.name, o.name)) || chr(1)
      || array_position(array['NATIONAL_ADMIN','NATIONAL_EDITOR','REGION_COORDINATOR','CHAPTER_LEADER','CHAPTER_BOARD','MENTOR'], s.role) || lower(s.holder_name)) as place
  from app.seat s join app.organization o on o.id = s.organization_id
  left join app.chapter c on c.organization_id = s.organization_id and c.id = s.chapter_id
  left join app.region r on r.organization_id = s.organization_id and r.id = s.region_id
  left join app.seat g on g.organization_id = s.organization_id and g.id = s.granted_by
  left join lateral (select x.sent_at, x.created_at, x.expires_at, x.revoked_at,
      x.needs_second and x.approved_at is null and x.revoked_at is null as awaiting from app.invitation x where x.organization_id = s.organization_id and x.seat_id = s.id order by x.created_at desc limit 1) i on true
  left join authz.reelections() e on e.seat_id = s.id
  where s.organization_id = $1`;
// one's own seats elsewhere are readable too, but are no part of the boards one looks after
const IN_REACH = `(s.chapter_id = any ((select authz.units('SEAT_READ'))::uuid[]) or s.organization_id = (select authz.organization_wide('SEAT_READ')))`;

const toSeat = (row: SeatRow): BoardSeat => ({
  id: row.id,
  holderName: row.holder_name,
  role: row.role,
  unitKind: row.unit_kind,
  regionId: row.region_id,
  chapterId: row.chapter_id,
  unitName: row.unit_name,
  validFrom: row.valid_from,
  validTo: row.valid_to,
  status: row.status,
  invitedAt: row.invited_at,
  expiresAt: row.expires_at,
  mayApprove: row.may_approve,
  electedUntil: row.elected_until,
  mayConfirm: row.may_confirm,
  rev: row.rev,
});

export type SeatPageArgs = {
  first: number;
  after: string | null;
  chapterId: string | null;
  regionId: string | null;
  unitKind: UnitKind | null;
  includeEnded: boolean;
};

/** A page of the seats in reach: national, regions, chapters; by unit, role and name. */
export async function listSeats(work: Work, args: SeatPageArgs): Promise<Connection<BoardSeat>> {
  const first = pageSize(args.first);
  const place = fromCursor(args.after, 2);
  if ((args.chapterId && !isUuid(args.chapterId)) || (args.regionId && !isUuid(args.regionId))) {
    return toConnection<SeatRow, BoardSeat>([], first, toSeat, (row) => [row.place, row.id], { totalCount: 0 });
  }
  const found = `${SEATS} and ${IN_REACH} and ($2::uuid is null or s.chapter_id = $2) and ($3::uuid is null or s.region_id = $3)
    and ($4::text is null or s.unit_kind = $4) and ($5 or s.valid_to is null or s.valid_to > authz.today())`;
  const filter = [seated(work).organizationId, args.chapterId, args.regionId, args.unitKind, args.includeEnded];
  const rows = await work.query<SeatRow>(
    `select * from (${found}) x where $6::text is null or (x.place, x.id) > ($6, $7::uuid) order by x.place, x.id limit $8`,
    [...filter, place?.[0] ?? null, place?.[1] ?? null, first + 1],
  );
  const [counted] = await work.query<{ n: number }>(`select count(*)::int as n from (${found}) x`, filter);
  return toConnection(rows, first, toSeat, (row) => [row.place, row.id], {
    after: args.after,
    totalCount: counted!.n,
  });
}

/** One seat in reach or one's own, or null. */
export async function findSeat(work: Work, id: string): Promise<BoardSeat | null> {
  if (!isUuid(id)) return null;
  const [row] = await work.query<SeatRow>(`${SEATS} and s.id = $2 and (${IN_REACH} or s.account_id = authz.uid())`, [
    seated(work).organizationId,
    id,
  ]);
  return row ? toSeat(row) : null;
}
