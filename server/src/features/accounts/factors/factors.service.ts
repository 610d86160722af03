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
import type { FactorKind } from "./factors.type.js";
import { FACTORS } from "./factors.texts.js";
import { heldSession, raiseSession, sessionForFactors } from "./held-session.js";
import { afterRemoval, cookieOf, note, noteChange, readFactors, refuseLast } from "./own-factors.js";
import { readAssertion, spendChallenge } from "./passkey-answers.js";
import { takeAssertion } from "./passkey-sign-in.js";
import { keepRecoveryCodes, recoveryCodes, useRecoveryCode } from "./recovery-codes.js";
import { base32, fromBase32, matchingStep, otpauthUri } from "./totp.js";

const keyPlace = (accountId: string): string => `totp/${accountId}/secret`;

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
    // two pages that begin at once: the last one's holds, and neither breaks
    await work.query(`select pg_advisory_xact_lock(hashtextextended('begin totp ' || $1, 0))`, [accountId]);
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
    await noteChange(work, accountId, "ADDED", "TOTP");
    return { begun: await raiseSession(work, held, from, secret), codes };
  });
  await rememberFactor(installation, accountId, caller);
  return changed;
}

/** Removes the code app, and ends every other session. Throws STEP_UP_REQUIRED. */
export async function removeTotp(context: Context): Promise<string> {
  const from = cookieOf(context);
  return inAuth(context.installation, async (work) => {
    const { accountId } = await sessionForFactors(work, from);
    const { passkeys, totp } = await readFactors(work, accountId);
    if (!totp) return accountId;
    await refuseLast(work, context, accountId, { passkeys: passkeys.length, totp: false });
    await work.query(`delete from app.totp where account_id = $1 and confirmed_at is not null`, [accountId]);
    await afterRemoval(work, accountId, hashSecret(from));
    await noteChange(work, accountId, "REMOVED", "TOTP");
    return accountId;
  });
}

/** Takes every factor of an account away and ends its sessions, whoever must have one. False when there was none. */
export async function dropFactors(work: Work, accountId: string): Promise<boolean> {
  const { passkeys, totp } = await readFactors(work, accountId);
  if (!totp && passkeys.length === 0) return false;
  await work.query(`delete from app.totp where account_id = $1`, [accountId]);
  await work.query(`delete from app.passkey where account_id = $1`, [accountId]);
  await afterRemoval(work, accountId, null);
  for (const kind of [...(totp ? (["TOTP"] as const) : []), ...passkeys.map(() => "PASSKEY" as const)])
    await noteChange(work, accountId, "REMOVED", kind);
  return true;
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

const WRONG = {
  TOTP: FACTORS.wrongCode,
  RECOVERY_CODE: FACTORS.wrongRecoveryCode,
  PASSKEY: FACTORS.passkeyDoesNotHold,
} as const;

/** Whether what was given is the account's, and had not been given before. */
async function took(
  work: Work,
  context: Context,
  accountId: string,
  from: string,
  { kind, code }: { kind: FactorKind; code: string },
): Promise<boolean> {
  const { installation } = context;
  if (kind === "TOTP") return takeCode(work, context, accountId, code, false);
  if (kind === "RECOVERY_CODE") return useRecoveryCode(work, installation.sealer, accountId, code);
  const given = readAssertion(code);
  if (!given || !(await spendChallenge(work, "STEP", from, given.challenge))) return false;
  return (await takeAssertion(work, installation, given)) === accountId;
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
    if (!(await took(work, context, accountId, from, input))) return "NO" as const;
    if (input.kind === "RECOVERY_CODE") await note(work, accountId, "RECOVERY_CODE_USED", "RECOVERY_CODE");
    return raiseSession(work, held, from, secret, input.kind === "PASSKEY");
  });
  // outside the transaction, which keeps that a challenge was used up
  if (begun === "NO") return refuse("INVALID", say(language, WRONG[input.kind]), ["code"]);
  if (!begun) throw new AppError("UNAUTHENTICATED");
  await rememberFactor(installation, begun.accountId, caller);
  return begun;
}
