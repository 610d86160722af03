import type { Language } from "@varde/domain";
import type { Capability } from "../../kernel/access/policy.js";
import { inAuth } from "../../kernel/db/run-work.js";
import type { Work } from "../../kernel/db/unit-of-work.js";
import { AppError } from "../../kernel/errors/app-error.js";
import { refuse } from "../../kernel/errors/refusal.js";
import { say } from "../../kernel/errors/say.js";
import type { Context } from "../../kernel/graphql/context.js";
import { isUuid } from "../../kernel/mutation.js";
import { hashSecret } from "../../kernel/crypto/sealer.js";
import type { AccountSeat, AccountSession, MyAccount, MyData } from "./my-account.type.js";
import { ACCOUNTS } from "./accounts.texts.js";
import { readDevice } from "./device.js";
import { readFactors } from "./factors/own-factors.js";
import { readIdentities } from "./identities/identities.service.js";
import { accountEmailPlace } from "./invitation.service.js";
import { readName } from "./my-name.js";
import { countAttempt } from "./rate-limit.js";

const LIVE = `x.kind = 'SEAT' and x.revoked_at is null and x.hard_exp > now() and x.idle_until > now()`;
/** How fresh a sign-in must be for what cannot be undone. */
const FRESH = "10 minutes";

type Asking = { accountId: string; fresh: boolean };

/** Notes what a session that begins is used from. `work` is of the sign-in module's door. */
export async function noteDevice(work: Work, secret: string, device: string): Promise<void> {
  await work.query(`update app.session set device = $2 where token_hash = $1`, [hashSecret(secret), device]);
}

/**
 * Whose account it is, and whether they proved it just now. Throws UNAUTHENTICATED for nobody, and STEP_UP_REQUIRED for who came
 * by an invitation to another seat: a mail that was passed on opens no more than that.
 */
async function asking(context: Context, work: Work): Promise<Asking> {
  const { viewer } = await context.work();
  const [row] = await work.query<{ account_id: string; aal: number; fresh: boolean }>(
    `select x.account_id, x.aal, greatest(x.created_at, x.stepup_at) > now() - interval '${FRESH}' as fresh
       from app.session x where x.token_hash = decode($1, 'hex') and ${LIVE}`,
    [context.session],
  );
  if (!viewer || row?.account_id !== viewer.accountId) throw new AppError("UNAUTHENTICATED");
  if (row.aal < 1) throw new AppError("STEP_UP_REQUIRED");
  return { accountId: row.account_id, fresh: row.fresh };
}

type SessionRow = { id: string; device: string | null; begun_at: Date; used_at: Date; current: boolean };
type SeatRow = {
  id: string;
  role: AccountSeat["role"];
  unit_kind: AccountSeat["unitKind"];
  unit_name: string;
  organization_name: string;
  valid_from: string;
  valid_to: string | null;
  holds: boolean;
  to_come: boolean;
  capabilities: Capability[];
};

async function sessionsOf(work: Work, accountId: string, session: string | null): Promise<AccountSession[]> {
  const rows = await work.query<SessionRow>(
    `select x.id, x.device, x.created_at as begun_at, greatest(x.created_at, x.idle_until - make_interval(secs => x.idle_seconds)) as used_at,
            x.token_hash = decode($2, 'hex') as current
       from app.session x where x.account_id = $1 and ${LIVE} order by current desc, used_at desc, x.id limit 50`,
    [accountId, session],
  );
  return rows.map((row) => ({
    id: row.id,
    ...readDevice(row.device),
    begunAt: row.begun_at,
    lastUsedAt: row.used_at,
    current: row.current,
  }));
}

async function seatsOf(work: Work, accountId: string): Promise<AccountSeat[]> {
  const rows = await work.query<SeatRow>(
    `select s.id, s.role, s.unit_kind, coalesce(c.name, r.name, o.name) as unit_name, o.name as organization_name, s.valid_from, s.valid_to,
            s.valid_from <= authz.today() and (s.valid_to is null or s.valid_to > authz.today()) as holds,
            s.valid_from > authz.today() as to_come,
            coalesce((select array_agg(rc.cap order by rc.cap) from app.role_cap rc where rc.role = s.role), '{}') as capabilities
       from app.seat s join app.organization o on o.id = s.organization_id
       left join app.chapter c on c.organization_id = s.organization_id and c.id = s.chapter_id
       left join app.region r on r.organization_id = s.organization_id and r.id = s.region_id
      where s.account_id = $1 and (s.valid_to is null or s.valid_to > authz.today() - 365)
      order by holds desc, s.valid_from desc, o.name, s.id limit 50`,
    [accountId],
  );
  return rows.map((row) => ({
    id: row.id,
    role: row.role,
    unitKind: row.unit_kind,
    unitName: row.unit_name,
    organizationName: row.organization_name,
    validFrom: row.valid_from,
    validTo: row.valid_to,
    holds: row.holds,
    toCome: row.to_come,
    capabilities: row.holds ? row.capabilities : [],
  }));
}

async function emailOf({ installation }: Context, work: Work, accountId: string): Promise<string> {
  const [row] = await work.query<{ email_ct: Buffer }>(`select email_ct from app.account where id = $1`, [accountId]);
  return installation.sealer.open(row!.email_ct, accountEmailPlace(accountId));
}

/** One's own account, for its page. */
export const readMyAccount = (context: Context): Promise<MyAccount> =>
  inAuth(context.installation, async (work) => {
    const { accountId } = await asking(context, work);
    const [last] = await work.query<{ names: string[] }>(`select authz.last_admin_of($1) as names`, [accountId]);
    return {
      email: await emailOf(context, work, accountId),
      sessions: await sessionsOf(work, accountId, context.session),
      seats: await seatsOf(work, accountId),
      lastAdminOf: last!.names,
    };
  });

/** A file with what is kept about the one who asks; nothing about members. Throws RATE_LIMITED. */
export async function copyMyData(context: Context): Promise<MyData> {
  await countAttempt(context.installation, { what: "copy-me", who: context.session ?? "", most: 10, seconds: 3600 });
  return inAuth(context.installation, async (work) => {
    const { accountId } = await asking(context, work);
    const [row] = await work.query<{ copy: { account: object } }>(`select authz.account_copy($1) as copy`, [accountId]);
    const { account, ...rest } = row!.copy;
    const identities = await readIdentities(work, accountId, context.installation.identityProvider);
    const { totp, passkeys } = await readFactors(work, accountId);
    const email = await emailOf(context, work, accountId);
    const copy = {
      account: { ...account, email },
      ...rest,
      identities,
      codeApp: totp,
      passkeys: passkeys.map(({ id: _id, ...facts }) => facts),
    };
    return { fileName: `varde-${work.today}`, json: JSON.stringify(copy, null, 2) };
  });
}

/** Ends one of one's own sign-ins, at once; one that is over already stays so. Throws NOT_FOUND for anybody else's. */
export async function endMySession(context: Context, id: string): Promise<void> {
  await inAuth(context.installation, async (work) => {
    const { accountId } = await asking(context, work);
    const ended = isUuid(id)
      ? await work.query(
          `update app.session set revoked_at = coalesce(revoked_at, now()), ended_elsewhere = token_hash <> decode($3, 'hex')
            where id = $2 and account_id = $1 and kind = 'SEAT' returning 1`,
          [accountId, id, context.session],
        )
      : [];
    if (ended.length === 0) throw new AppError("NOT_FOUND");
  });
}

/** Ends every sign-in of one's own but the one that asks. */
export async function endMyOtherSessions(context: Context): Promise<void> {
  await inAuth(context.installation, async (work) => {
    const { accountId } = await asking(context, work);
    await work.query(
      `update app.session x set revoked_at = now(), ended_elsewhere = true
        where x.account_id = $1 and x.token_hash <> decode($2, 'hex') and ${LIVE}`,
      [accountId, context.session],
    );
  });
}

/** Whether the session that asks was ended from another device: then what this one has stored is to go. */
export const wasEndedElsewhere = ({ installation, session }: Context): Promise<boolean> =>
  session === null
    ? Promise.resolve(false)
    : inAuth(installation, async (work) => {
        const [row] = await work.query<{ ended_elsewhere: boolean }>(
          `select ended_elsewhere from app.session where token_hash = decode($1, 'hex')`,
          [session],
        );
        return row?.ended_elsewhere ?? false;
      });

/** Changes the name of the one who asks, everywhere a seat of theirs is named. Refuses what is no name; throws RATE_LIMITED. */
export async function renameMyself(context: Context, typed: string): Promise<void> {
  const name = readName(typed, context.language);
  await countAttempt(context.installation, { what: "rename", who: context.session ?? "", most: 10, seconds: 3600 });
  await inAuth(context.installation, async (work) => {
    const { accountId } = await asking(context, work);
    await work.query(`select authz.rename_account($1, $2)`, [accountId, name]);
  });
}

/**
 * Deletes the account of the one who asks: seats end, sessions too, the name goes from what stays. Throws STEP_UP_REQUIRED when
 * the sign-in is not fresh; refuses the last administrator of an organization.
 */
export async function deleteMyAccount(context: Context, language: Language): Promise<void> {
  await inAuth(context.installation, async (work) => {
    const { accountId, fresh } = await asking(context, work);
    if (!fresh) throw new AppError("STEP_UP_REQUIRED");
    const [row] = await work.query<{ done: boolean }>(`select authz.delete_account($1) as done`, [accountId]);
    if (!row!.done) refuse("LOCKED", say(language, ACCOUNTS.lastAdmin));
  });
}
