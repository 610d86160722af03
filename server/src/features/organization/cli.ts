import { lockScreenWords } from "@varde/domain";
import pg from "pg";
import { v7 as uuidv7 } from "uuid";
import type { Env } from "../../env.js";
import { sealer } from "../../kernel/crypto/sealer.js";
import { roleNames } from "../../kernel/db/roles.js";
import { parseEmail } from "../../kernel/mail/address.js";
import { invitationEmailPlace } from "../accounts/index.js";
import { CRISIS_CONTACTS } from "./crisis-contacts.js";
import { OFFICES } from "./federation-settings.type.js";
import { INVITATION_DAYS, INVITATION_JOB } from "./invite.js";

export type NewOrganization = { env: Env; name: string; shortName: string; adminName: string; adminEmail: string };

const text = (option: string, value: string, most: number): string => {
  const trimmed = value.trim().normalize("NFC");
  if (trimmed === "" || trimmed.length > most || /\p{Cc}/u.test(trimmed))
    throw new Error(`${option} must be one line of 1 to ${most} characters`);
  return trimmed;
};

/**
 * Makes an organization with its crisis contacts, the chapter of those without one, and a seat for the first
 * administrator, who is invited by mail. All or nothing. Throws when a name is out of bounds, telling on a lock screen or
 * taken, or the address is none.
 */
export async function createOrganization(options: NewOrganization): Promise<{ organizationId: string }> {
  const { env } = options;
  const name = text("the name", options.name, 120);
  const shortName = text("the short name", options.shortName, 40);
  const telling = lockScreenWords(shortName);
  if (telling.length > 0)
    throw new Error(`the short name stands on lock screens: choose one without "${telling.join('", "')}"`);
  const holderName = text("the administrator's name", options.adminName, 120);
  const email = parseEmail(options.adminEmail);
  if (!email) throw new Error("the administrator's address is not an e-mail address");

  const [organizationId, seatId, invitationId] = [uuidv7(), uuidv7(), uuidv7()];
  const client = new pg.Client({ connectionString: env.databaseUrl });
  await client.connect();
  const load = (table: string, row: object) =>
    client.query("select authz.load_rows($1, $2)", [
      table,
      JSON.stringify([{ organization_id: organizationId, ...row }]),
    ]);
  try {
    await client.query("begin");
    await client.query(`set local role ${roleNames(env.rolePrefix).owner}`);
    const { rows } = await client.query<{ today: string }>(
      "select to_char(now() at time zone 'Europe/Oslo', 'YYYY-MM-DD') as today",
    );
    const { today } = rows[0]!;
    const now = new Date();
    await client.query("select authz.load_rows('organization', $1)", [
      JSON.stringify([
        {
          id: organizationId,
          name,
          short_name: shortName,
          sender_name: shortName,
          region_term: "region",
          suppression_k: 5,
          min_age: 13,
          self_join_age: 15,
          digital_consent_age: 13,
          grant_age: 26,
          core_set_size: 5,
          crisis_contacts: CRISIS_CONTACTS,
          // every office has its second factor from the first day on
          second_factor: OFFICES,
          second_factor_since: Object.fromEntries(OFFICES.map((kind) => [kind, now])),
          passkey_only: true,
          demo: false,
          created_at: now,
          rev: 1,
        },
      ]),
    ]);
    await load("chapter", {
      id: uuidv7(),
      name: "Direktemedlemmer",
      short_name: shortName,
      county: "",
      municipalities: [],
      direct_members: true,
      opened_on: today,
      rev: 1,
    });
    await load("seat", {
      id: seatId,
      role: "NATIONAL_ADMIN",
      unit_kind: "ORGANIZATION",
      holder_name: holderName,
      valid_from: today,
      created_at: now,
      rev: 1,
    });
    await load("invitation", {
      id: invitationId,
      seat_id: seatId,
      email_ct: `\\x${sealer(env.secret).seal(email, invitationEmailPlace(invitationId)).toString("hex")}`,
      created_at: new Date(),
      expires_at: new Date(Date.now() + INVITATION_DAYS * 86_400_000),
    });
    await client.query("reset role");
    await client.query("select graphile_worker.add_job($1, $2::json, job_key => $3)", [
      INVITATION_JOB,
      JSON.stringify({ organizationId, invitationId, language: "nb" }),
      `invitation:${invitationId}`,
    ]);
    await client.query("commit");
    return { organizationId };
  } catch (error) {
    await client.query("rollback").catch(() => {});
    throw error;
  } finally {
    await client.end();
  }
}
