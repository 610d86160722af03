import type { Migration } from "./migration.js";
import { asRole } from "./migration.js";

const definer = "security definer set search_path = pg_catalog, pg_temp";
const asks = (table: string, when: string): string =>
  `create trigger ask_step_up before ${when} on app.${table} for each statement execute function authz.ask_step_up();`;

/**
 * What is dangerous is asked about again: whoever has a second factor must have given it within ten minutes, whichever door and
 * whichever function the change comes through. One rule, `authz.needs_step_up()`; one refusal, VA021, which the API calls
 * STEP_UP_REQUIRED. Nobody behind a seat (a job, the sign-in module, an operator) is asked.
 */
export const stepUp: Migration = {
  id: "202611290140-step-up",
  up: ({ app, auth, authz, job, owner }) => `
${asRole(
  authz,
  `
create function authz.needs_step_up() returns boolean language plpgsql stable ${definer} cost 100000 as $$
begin
  return coalesce((select ac.second_factor from app.account ac where ac.id = authz.uid()), false) and not authz.stepped_up(interval '10 minutes');
end $$;
revoke execute on function authz.needs_step_up() from public;
grant execute on function authz.needs_step_up() to ${app}, ${auth}, ${job};

create function authz.ask_step_up() returns trigger language plpgsql ${definer} as $$
begin
  if authz.needs_step_up() then raise exception 'the second factor is to be given again' using errcode = 'VA021'; end if;
  if tg_level = 'STATEMENT' then return null; end if;
  return new;
end $$;
revoke execute on function authz.ask_step_up() from public;
grant execute on function authz.ask_step_up() to ${owner};
`,
)}

${asks("seat", "insert or update of role, unit_kind, region_id, chapter_id, valid_from, valid_to")}
${asks("invitation", "insert or update of token_hash, approved_by, approved_at, revoked_at")}
${asks("organization", "update")}
${asks("quiet_period", "insert or update or delete")}
${asks("erasure_ledger", "insert")}
${asks("export_order", "insert")}
-- what is only read is written down before it leaves, and that is where it is asked
create trigger ask_step_up before insert on app.audit for each row
  when (new.action in ('AUDIT_EXPORTED', 'MEMBERS_EXPORTED', 'MEMBER_COPIED', 'MEMBER_ERASED')) execute function authz.ask_step_up();
-- a file that was ordered is fetched by whoever ordered it, and not by a browser they left open
create policy export_piece_stepped_up on app.export_piece as restrictive for select to ${app} using (not authz.needs_step_up());
`,
};
