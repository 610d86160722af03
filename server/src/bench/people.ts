import { addMonths } from "@varde/domain";
import type { LocalDate } from "@varde/domain";
import { bytes, idOf, secretOf } from "./made-up.js";

const IDLE_SECONDS = 3_600;

export type Row = Record<string, unknown>;

/** Somebody with a seat, signed in, as rows. */
export function person(
  organization_id: string,
  who: string,
  unit: Row,
  today: LocalDate,
): { seat: Row; account: Row; session: Row } {
  const [id, account_id, token] = [idOf("seat", who), idOf("account", who), secretOf(who)];
  const later = new Date(Date.now() + 6 * 3_600_000).toISOString();
  return {
    account: {
      id: account_id,
      name: who,
      email_ct: bytes(who),
      email_bidx: bytes(who),
      digest_enabled: true,
      created_at: later,
    },
    seat: {
      organization_id,
      id,
      account_id,
      holder_name: who,
      valid_from: addMonths(today, -36),
      last_seen_on: today,
      created_at: later,
      rev: 1,
      // the loader takes its columns from the first row
      region_id: null,
      chapter_id: null,
      ...unit,
    },
    session: {
      token_hash: bytes(token),
      kind: "SEAT",
      account_id,
      seat_id: id,
      created_at: new Date().toISOString(),
      // as it is just after signing in: a session is written to once a minute, not at each request
      idle_seconds: IDLE_SECONDS,
      idle_until: new Date(Date.now() + IDLE_SECONDS * 1000).toISOString(),
      hard_exp: later,
      aal: 1,
    },
  };
}

/** The federation itself. */
export const organizationRow = (id: string): Row => ({
  id,
  name: "Bench",
  short_name: "Bench",
  sender_name: "Bench",
  region_term: "region",
  suppression_k: 5,
  min_age: 13,
  self_join_age: 15,
  digital_consent_age: 13,
  grant_age: 26,
  core_set_size: 5,
  burden_cap_minutes: 240,
  crisis_contacts: [],
  demo: false,
  created_at: new Date().toISOString(),
  rev: 1,
});
