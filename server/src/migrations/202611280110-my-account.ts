import type { Migration } from "./migration.js";
import { asRole, openTo } from "./migration.js";

const definer = "security definer set search_path = pg_catalog, pg_temp";

/**
 * What one has with one's own account: sessions that can be told apart and ended one by one, a copy of what is kept about the
 * person, and the way out. All of it spans organizations, so it goes by the sign-in module's role, never by a seat's.
 */
export const myAccount: Migration = {
  id: "202611280110-my-account",
  up: ({ auth, bulk }) => `
-- the hash of the secret changes with the seat and is shown to nobody: this is what a list may name a session by
alter table app.session add column id uuid not null default gen_random_uuid(),
  -- browser and system, no version: coarse enough to be nobody's, fine enough to know one's own phone by
  add column device text check (device ~ '^[A-Z]{2,12}/[A-Z]{2,12}$'),
  -- by its account from another device, which may be because this one is lost: what it has stored goes when it next asks
  add column ended_elsewhere boolean not null default false;

${openTo(bulk, "all", "app.sign_in_request", "app.reminder_log", "app.board_message_mail", "app.calendar_feed")}

${asRole(
  bulk,
  `
-- What is kept about the person behind an account: nothing about members, whose ids the trail holds and this leaves out
create function authz.account_copy(of uuid) returns jsonb language plpgsql stable ${definer} as $$
begin
  return (select jsonb_build_object(
    'account', jsonb_build_object('id', a.id, 'name', a.name, 'language', a.language, 'createdAt', a.created_at,
      'mails', a.digest_enabled, 'mailDays', a.digest_days, 'mailTime', a.digest_at, 'practisedAt', a.practised_at),
    'seats', coalesce((select jsonb_agg(jsonb_build_object('organization', o.name, 'unit', coalesce(c.name, r.name, o.name), 'role', s.role,
        'name', s.holder_name, 'from', s.valid_from, 'to', s.valid_to, 'lastSeenOn', s.last_seen_on) order by s.valid_from, s.id)
        from app.seat s join app.organization o on o.id = s.organization_id
        left join app.chapter c on c.organization_id = s.organization_id and c.id = s.chapter_id
        left join app.region r on r.organization_id = s.organization_id and r.id = s.region_id where s.account_id = a.id), '[]'),
    'sessions', coalesce((select jsonb_agg(jsonb_build_object('begunAt', x.created_at, 'endsAt', x.hard_exp, 'endedAt', x.revoked_at, 'device', x.device)
        order by x.created_at) from app.session x where x.account_id = a.id), '[]'),
    'done', coalesce((select jsonb_agg(jsonb_build_object('at', t.at, 'action', t.action, 'kind', t.subject_type) order by t.id)
        from app.audit t join app.seat s on s.organization_id = t.organization_id and s.id = t.actor_seat_id where s.account_id = a.id), '[]'),
    'reminders', coalesce((select jsonb_agg(jsonb_build_object('at', l.at, 'rule', l.rule, 'channel', l.channel, 'outcome', l.outcome) order by l.at)
        from app.reminder_log l where l.account_id = a.id), '[]'),
    'messages', coalesce((select jsonb_agg(jsonb_build_object('at', m.at, 'outcome', m.outcome) order by m.at)
        from app.board_message_mail m where m.account_id = a.id), '[]'),
    'calendars', coalesce((select jsonb_agg(jsonb_build_object('createdAt', f.created_at, 'endedAt', f.revoked_at) order by f.created_at)
        from app.calendar_feed f where f.account_id = a.id), '[]'),
    'exports', coalesce((select jsonb_agg(jsonb_build_object('orderedAt', e.ordered_at, 'kind', e.kind) order by e.ordered_at)
        from app.export_order e where e.account_id = a.id), '[]'))
    from app.account a where a.id = of);
end $$;
revoke execute on function authz.account_copy(uuid) from public;
grant execute on function authz.account_copy(uuid) to ${auth};

-- The organizations where this account is the last that may do everything; it cannot leave before another can
create function authz.last_admin_of(of uuid) returns text[] language plpgsql stable ${definer} as $$
begin
  return array(select distinct o.name from app.seat s join app.organization o on o.id = s.organization_id
    where s.account_id = of and s.role = 'NATIONAL_ADMIN' and s.valid_from <= authz.today() and (s.valid_to is null or s.valid_to > authz.today())
      and not exists (select 1 from app.seat x join app.account b on b.id = x.account_id and b.stopped_at is null
        where x.organization_id = s.organization_id and x.role = 'NATIONAL_ADMIN' and x.account_id <> of
          and x.valid_from <= authz.today() and (x.valid_to is null or x.valid_to > authz.today())) order by o.name);
end $$;
revoke execute on function authz.last_admin_of(uuid) from public;
grant execute on function authz.last_admin_of(uuid) to ${auth};

-- The person goes; what a board did stays, without the name. False, and nothing is done, for the last administrator.
create function authz.delete_account(of uuid) returns boolean language plpgsql ${definer} as $$
begin
  -- as ending a seat does, one at a time in an organization: two last administrators cannot both leave
  perform pg_advisory_xact_lock(hashtextextended('end seat ' || o.id, 0))
    from (select distinct organization_id::text as id from app.seat where account_id = of order by 1) o;
  if cardinality(authz.last_admin_of(of)) > 0 then return false; end if;
  insert into app.audit (organization_id, chapter_id, actor_seat_id, action, subject_type, subject_id, detail)
    select s.organization_id, s.chapter_id, s.id, 'ACCOUNT_DELETED', 'Seat', s.id, jsonb_build_object('role', s.role) from app.seat s where s.account_id = of;
  update app.session set revoked_at = coalesce(revoked_at, now()), ended_elsewhere = true, device = null where account_id = of;
  update app.seat set valid_to = least(coalesce(valid_to, 'infinity'), greatest(valid_from, authz.today())), holder_name = 'Slettet konto', rev = rev + 1
    where account_id = of;
  update app.invitation i set email_ct = '', revoked_at = coalesce(i.revoked_at, now())
    from app.seat s where s.organization_id = i.organization_id and s.id = i.seat_id and s.account_id = of;
  update app.chapter_contact k set writer_name = 'Slettet konto'
    from app.seat s where s.organization_id = k.organization_id and s.id = k.written_by and s.account_id = of;
  update app.board_message m set sender_name = 'Slettet konto'
    from app.seat s where s.organization_id = m.organization_id and s.id = m.sent_by and s.account_id = of;
  delete from app.sign_in_request where account_id = of;
  delete from app.idempotency where account_id = of;
  delete from app.reminder_log where account_id = of;
  delete from app.board_message_mail where account_id = of;
  delete from app.calendar_feed where account_id = of;
  -- the row stays as what the seats point at, and holds nobody
  update app.account set name = 'Slettet konto', email_ct = '', email_bidx = sha256(convert_to(gen_random_uuid()::text || gen_random_uuid(), 'UTF8')),
      language = null, digest_enabled = false, practised_at = null, stopped_at = now() where id = of;
  return true;
end $$;
revoke execute on function authz.delete_account(uuid) from public;
grant execute on function authz.delete_account(uuid) to ${auth};
`,
)}
`,
};
