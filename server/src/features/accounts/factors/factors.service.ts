import { derivedSecret, hashSecret } from "../../../kernel/crypto/sealer.js";
import { inAuth } from "../../../kernel/db/run-work.js";
import type { Work } from "../../../kernel/db/unit-of-work.js";
import { AppError } from "../../../kernel/errors/app-error.js";
import { refuse } from "../../../kernel/errors/refusal.js";
import { say } from "../../../kernel/errors/say.js";
import type { Context } from "../../../kernel/graphql/context.js";
import { alreadyBegun } from "../session.service.js";
import type { Begun } from "../session.service.js";
import { countCode, rememberFactor } from "./attempts.js";
import type { Factors, FactorKind } from "./factors.type.js";
import { FACTORS } from "./factors.texts.js";
import { heldSession, raiseSession, sessionForFactors } from "./held-session.js";
import { keepRecoveryCodes, recoveryCodes, useRecoveryCode } from "./recovery-codes.js";
import { base32, fromBase32, matchingStep, otpauthUri } from "./totp.js";

const keyPlace = (accountId: string): string => `totp/${accountId}/secret`;

/** The secret of the browser's session. Throws UNAUTHENTICATED when it has none. */
function cookieOf(context: Context): string {
  const secret = context.cookies.read("session");
  if (!secret) throw new AppError("UNAUTHENTICATED");
  return secret;
}

const note = (work: Work, accountId: string, what: string, kind: FactorKind): Promise<unknown> =>
  work.query(`select authz.audit_account($1, $2, $3)`, [accountId, what, JSON.stringify({ kind })]);

/** The account's factors. `work` is of the sign-in module's door. */
export async function readFactors(work: Work, accountId: string): Promise<Factors> {
  const [totp] = await work.query<{ addedAt: Date; lastUsedAt: Date }>(
    `select confirmed_at as "addedAt", coalesce(last_used_at, confirmed_at) as "lastUsedAt" from app.totp where account_id = $1 and confirmed_at is not null`,
    [accountId],
  );
  const [codes] = await work.query<{ n: number }>(
    `select count(*)::int as n from app.recovery_code where account_id = $1 and used_at is null`,
    [accountId],
  );
  return { totp: totp ?? null, recoveryCodesLeft: codes!.n };
}

/** Takes a code of the app for the newest half minute it fits, once: what was taken, and whatever is older, is not taken again. */
async function takeCode(
  work: Work,
  { installation }: Context,
  accountId: string,
  typed: string,
  confirming: boolean,
): Promise<boolean> {
  const [row] = await work.query<{ secret_ct: Buffer }>(
    `select secret_ct from app.totp where account_id = $1 and (confirmed_at is null) = $2`,
    [accountId, confirming],
  );
  if (!row) return false;
  const step = matchingStep(
    fromBase32(installation.sealer.open(row.secret_ct, keyPlace(accountId))),
    typed,
    Date.now(),
  );
  if (step === null) return false;
  const taken = await work.query(
    `update app.totp set last_step = $2, last_used_at = now(), confirmed_at = coalesce(confirmed_at, now())
      where account_id = $1 and last_step < $2 and (confirmed_at is null) = $3 returning 1`,
    [accountId, step, confirming],
  );
  return taken.length > 0;
}

/** Begins to add a code app: a key that counts for nothing until a code of it is given. The same mutation gives the same key. */
export async function beginTotp(context: Context, key: string): Promise<{ secret: string; uri: string }> {
  const { installation, language } = context;
  const from = cookieOf(context);
  return inAuth(installation, async (work) => {
    const { accountId, name } = await sessionForFactors(work, from);
    const bytes = Buffer.from(derivedSecret(installation.secret, "totp", accountId, key), "base64url");
    const secret = base32(bytes.subarray(0, 20));
    const { totp } = await readFactors(work, accountId);
    if (totp) return refuse("LOCKED", say(language, FACTORS.hasApp));
    await work.query(`delete from app.totp where account_id = $1 and confirmed_at is null`, [accountId]);
    await work.query(`insert into app.totp (account_id, secret_ct) values ($1, $2)`, [
      accountId,
      installation.sealer.seal(secret, keyPlace(accountId)),
    ]);
    return { secret, uri: otpauthUri(secret, name) };
  });
}

export type Changed = { begun: Begun; codes: string[] };

/** Adds the code app by a code of it; recovery codes come with it. The session is at level 2 afterwards, every other one waits for a code. */
export async function confirmTotp(context: Context, input: { key: string; code: string }): Promise<Changed> {
  const { installation, language, caller } = context;
  const from = cookieOf(context);
  const secret = derivedSecret(installation.secret, "session", "totp", from, input.key);
  const again = await inAuth(installation, (work) => alreadyBegun(work, secret));
  const codesOf = (accountId: string) => recoveryCodes(installation.secret, accountId, input.key);
  if (again) return { begun: again, codes: codesOf(again.accountId) };
  const { accountId } = await inAuth(installation, (work) => sessionForFactors(work, from));
  await countCode(context, accountId, "TOTP");
  const changed = await inAuth(installation, async (work) => {
    const held = await sessionForFactors(work, from);
    const [waits] = await work.query(
      `select 1 from app.totp where account_id = $1 and confirmed_at is null and created_at > now() - interval '1 hour'`,
      [accountId],
    );
    if (!waits) return refuse("LOCKED", say(language, FACTORS.beginAgain));
    if (!(await takeCode(work, context, accountId, input.code, true)))
      return refuse("INVALID", say(language, FACTORS.wrongCode), ["code"]);
    const codes = codesOf(accountId);
    await keepRecoveryCodes(work, installation.sealer, accountId, codes);
    await note(work, accountId, "FACTOR_ADDED", "TOTP");
    return { begun: await raiseSession(work, held, from, secret), codes };
  });
  await rememberFactor(installation, accountId, caller);
  return changed;
}

/** Takes the code app and its recovery codes away and ends the account's sessions, but for one. False when there was none. */
export async function dropTotp(work: Work, accountId: string, except: Buffer | null): Promise<boolean> {
  const gone = await work.query(`delete from app.totp where account_id = $1 and confirmed_at is not null returning 1`, [
    accountId,
  ]);
  if (gone.length === 0) return false;
  await work.query(`delete from app.recovery_code where account_id = $1`, [accountId]);
  await work.query(
    `update app.session set revoked_at = now() where account_id = $1 and token_hash is distinct from $2 and revoked_at is null`,
    [accountId, except],
  );
  await note(work, accountId, "FACTOR_REMOVED", "TOTP");
  return true;
}

/** Removes the code app and its recovery codes, and ends every other session. Throws STEP_UP_REQUIRED. */
export async function removeTotp(context: Context): Promise<string> {
  const from = cookieOf(context);
  return inAuth(context.installation, async (work) => {
    const { accountId } = await sessionForFactors(work, from);
    if (!(await dropTotp(work, accountId, hashSecret(from)))) return accountId;
    await work.query(`update app.session set aal = 1, stepup_at = null where token_hash = $1`, [hashSecret(from)]);
    return accountId;
  });
}

/** Makes new recovery codes in the place of the old. Throws STEP_UP_REQUIRED. */
export async function renewRecoveryCodes(
  context: Context,
  key: string,
): Promise<{ accountId: string; codes: string[] }> {
  const { installation, language } = context;
  const from = cookieOf(context);
  return inAuth(installation, async (work) => {
    const { accountId, hasFactor } = await sessionForFactors(work, from);
    if (!hasFactor) return refuse("LOCKED", say(language, FACTORS.noFactor));
    const codes = recoveryCodes(installation.secret, accountId, key);
    await keepRecoveryCodes(work, installation.sealer, accountId, codes);
    await note(work, accountId, "RECOVERY_CODES_RENEWED", "RECOVERY_CODE");
    return { accountId, codes };
  });
}

/**
 * Gives the second factor: a session that waited comes in, one that is in has just shown that it is still the same person.
 * Its secret changes. Refuses a code that does not hold; throws UNAUTHENTICATED and RATE_LIMITED.
 */
export async function giveSecondFactor(
  context: Context,
  input: { key: string; kind: FactorKind; code: string },
): Promise<Begun> {
  const { installation, language, caller } = context;
  const from = cookieOf(context);
  const secret = derivedSecret(installation.secret, "session", "factor", from, input.key);
  const again = await inAuth(installation, (work) => alreadyBegun(work, secret));
  if (again) return again;
  const waiting = await inAuth(installation, (work) => heldSession(work, from));
  if (!waiting) throw new AppError("UNAUTHENTICATED");
  await countCode(context, waiting.accountId, input.kind);
  const begun = await inAuth(installation, async (work) => {
    const held = await heldSession(work, from);
    // a twin was faster, and waited for: what it began is ours too
    if (!held) return alreadyBegun(work, secret);
    const { accountId } = held;
    const byCode = input.kind === "TOTP";
    const taken = byCode
      ? await takeCode(work, context, accountId, input.code, false)
      : await useRecoveryCode(work, installation.sealer, accountId, input.code);
    if (!taken)
      return refuse("INVALID", say(language, byCode ? FACTORS.wrongCode : FACTORS.wrongRecoveryCode), ["code"]);
    if (!byCode) await note(work, accountId, "RECOVERY_CODE_USED", "RECOVERY_CODE");
    return raiseSession(work, held, from, secret);
  });
  if (!begun) throw new AppError("UNAUTHENTICATED");
  await rememberFactor(installation, begun.accountId, caller);
  return begun;
}
