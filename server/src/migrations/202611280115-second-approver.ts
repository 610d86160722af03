import type { Migration } from "./migration.js";
import { asRole } from "./migration.js";

const definer = "security definer set search_path = pg_catalog, pg_temp";

/**
 * A national seat takes two: one administrator invites, another approves within seven days, and only then is there a link. It is
 * held here and not by the page: no secret is made for an invitation that waits. Where there is nobody else to ask, one is enough;
 * but whoever ends the others' seats to be alone waits seven days for it.
 */
export const secondApprover: Migration = {
  id: "202611280115-second-approver",
  up: ({ app, authz, bulk }) => `
alter table app.invitation
  add column needs_second boolean not null default false,
  add column approved_by uuid,
  add column approved_at timestamptz,
  add foreign key (organization_id, approved_by) references app.seat (organization_id, id),
  add check ((approved_by is null) = (approved_at is null));
grant select (needs_second, approved_by, approved_at) on app.invitation to ${app};

${asRole(
  authz,
  `
create function authz.needs_second(organization uuid, seat uuid) returns boolean language plpgsql stable ${definer} as $$
begin
  return exists (select 1 from app.seat s join app.seat g on g.organization_id = s.organization_id and g.id = s.granted_by
    join app.seat x on x.organization_id = s.organization_id and x.role = 'NATIONAL_ADMIN' and x.account_id <> g.account_id
     and x.valid_from <= authz.today() and (x.valid_to is null or x.valid_to > authz.today() - 7)
   where s.organization_id = organization and s.id = seat and s.unit_kind = 'ORGANIZATION');
end $$;
revoke execute on function authz.needs_second(uuid, uuid) from public;
grant execute on function authz.needs_second(uuid, uuid) to ${app}, ${bulk}, current_user;
`,
)}

create function app.begin_invitation() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  new.needs_second := authz.needs_second(new.organization_id, new.seat_id);
  new.approved_by := null;
  new.approved_at := null;
  if new.needs_second then new.token_hash := null; end if;
  return new;
end $$;
revoke execute on function app.begin_invitation() from public;
create trigger begin_invitation before insert on app.invitation for each row execute function app.begin_invitation();

create function app.keep_invitation() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  if old.needs_second and new.approved_at is null and (new.token_hash is not null or new.accepted_at is not null or not new.needs_second) then
    raise exception 'an invitation to a national seat waits for a second administrator' using errcode = 'VA010';
  end if;
  return new;
end $$;
revoke execute on function app.keep_invitation() from public;
create trigger keep_invitation before update on app.invitation for each row execute function app.keep_invitation();

${asRole(
  bulk,
  `
-- By another administrator than the one who invited, within seven days: the invitation's id, for its mail; null when there is nothing to approve
create function authz.approve_invitation(seat uuid) returns uuid language plpgsql ${definer} as $$
declare org uuid := authz.organization_wide('SEAT_GRANT'); me uuid := authz.uid(); found_id uuid;
begin
  if org is null or me is null then return null; end if;
  -- whoever takes it back meanwhile is waited for, and then seen
  perform 1 from app.seat s where s.organization_id = org and s.id = seat for update;
  select i.id into found_id from app.invitation i join app.seat s on s.organization_id = i.organization_id and s.id = i.seat_id
    join app.seat g on g.organization_id = s.organization_id and g.id = s.granted_by
   where i.organization_id = org and i.seat_id = seat and i.needs_second and i.approved_at is null and i.accepted_at is null and i.revoked_at is null
     and i.created_at > now() - interval '7 days' and s.account_id is null and (s.valid_to is null or s.valid_to > authz.today())
     and g.account_id <> me and (g.valid_to is null or g.valid_to > authz.today())
   order by i.created_at desc limit 1;
  if found_id is null then return null; end if;
  update app.invitation i set approved_by = authz.seat_id(), approved_at = now(), expires_at = now() + interval '7 days'
   where i.organization_id = org and i.id = found_id;
  return found_id;
end $$;
revoke execute on function authz.approve_invitation(uuid) from public;
grant execute on function authz.approve_invitation(uuid) to ${app};
`,
)}
`,
};
