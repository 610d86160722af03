import type { RegistrationResponseJSON } from "@simplewebauthn/server";
import { v7 as uuidv7 } from "uuid";
import { containsNationalId } from "@varde/domain";
import { derivedSecret, hashSecret } from "../../../kernel/crypto/sealer.js";
import { inAuth } from "../../../kernel/db/run-work.js";
import { AppError } from "../../../kernel/errors/app-error.js";
import { refuse } from "../../../kernel/errors/refusal.js";
import { say } from "../../../kernel/errors/say.js";
import type { Context, Installation } from "../../../kernel/graphql/context.js";
import { isUuid } from "../../../kernel/mutation.js";
import { deviceOf, readDevice } from "../device.js";
import { alreadyBegun } from "../session.service.js";
import { FACTORS, keyName } from "./factors.texts.js";
import type { Changed } from "./factors.service.js";
import { heldSession, raiseSession, sessionForFactors } from "./held-session.js";
import { afterRemoval, cookieOf, noteChange, readFactors, refuseLast } from "./own-factors.js";
import { newChallenge, readAttestation, relyingParty, spendChallenge } from "./passkey-answers.js";
import { keysOf, limit, TIMEOUT_MS, webauthn } from "./passkey-library.js";
import { keepRecoveryCodes, recoveryCodes } from "./recovery-codes.js";

const MOST_PASSKEYS = 10;
// EdDSA, ES256, RS256: what passkeys are made of
const ALGORITHMS = [-8, -7, -257];

/** Begins to add a passkey: what the browser makes it from, as JSON. Throws as `sessionForFactors`, and RATE_LIMITED. */
export async function beginPasskey(context: Context): Promise<string> {
  const { installation, language } = context;
  const from = cookieOf(context);
  await limit(context);
  const { generateRegistrationOptions } = await webauthn();
  const { rpID } = relyingParty(installation.baseUrl);
  return inAuth(installation, async (work) => {
    const { accountId, name } = await sessionForFactors(work, from);
    const excludeCredentials = await keysOf(work, accountId);
    if (excludeCredentials.length >= MOST_PASSKEYS) return refuse("LOCKED", say(language, FACTORS.manyPasskeys));
    const options = await generateRegistrationOptions({
      rpName: "Varde",
      rpID,
      userName: name,
      // the same for all of an account's keys, and nobody's name
      userID: Uint8Array.from(Buffer.from(accountId.replaceAll("-", ""), "hex")),
      challenge: await newChallenge(work, "ADD", from),
      timeout: TIMEOUT_MS,
      attestationType: "none",
      supportedAlgorithmIDs: ALGORITHMS,
      excludeCredentials,
      authenticatorSelection: { residentKey: "required", userVerification: "required" },
    });
    return JSON.stringify(options);
  });
}

async function registered({ baseUrl }: Installation, response: RegistrationResponseJSON, challenge: string) {
  const { verifyRegistrationResponse } = await webauthn();
  const { rpID, origin } = relyingParty(baseUrl);
  try {
    const { registrationInfo } = await verifyRegistrationResponse({
      response,
      expectedChallenge: challenge,
      expectedOrigin: origin,
      expectedRPID: rpID,
      requireUserVerification: true,
      supportedAlgorithmIDs: ALGORITHMS,
    });
    return registrationInfo ?? null;
  } catch {
    return null;
  }
}

/**
 * Adds the passkey a browser made. The session has given a second factor by that, under a new secret; every other one waits for
 * it. Recovery codes come with a first factor that stays on one device. The challenge is used up either way.
 */
export async function addPasskey(context: Context, input: { key: string; credential: string }): Promise<Changed> {
  const { installation, language, userAgent } = context;
  const from = cookieOf(context);
  await limit(context);
  const secret = derivedSecret(installation.secret, "session", "passkey", from, input.key);
  const given = readAttestation(input.credential);
  const changed = await inAuth(installation, async (work): Promise<Changed | null> => {
    const again = await alreadyBegun(work, secret);
    // what was lost with the answer are the codes: new ones are made where the keys are shown
    if (again) return { begun: again, codes: [] };
    const held = await sessionForFactors(work, from);
    if (!given || !(await spendChallenge(work, "ADD", from, given.challenge))) return null;
    const made = await registered(installation, given.answer, given.challenge);
    if (!made) return null;
    const { accountId } = held;
    const { passkeys, recoveryCodesLeft, totp } = await readFactors(work, accountId);
    if (passkeys.length >= MOST_PASSKEYS) return null;
    const { credential, credentialBackedUp } = made;
    const added = await work.query(
      `insert into app.passkey (id, account_id, credential_id, public_key, sign_count, transports, synced, name)
       values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict (credential_id) do nothing returning 1`,
      [
        uuidv7(),
        accountId,
        Buffer.from(credential.id, "base64url"),
        Buffer.from(credential.publicKey),
        credential.counter,
        given.answer.response.transports ?? [],
        credentialBackedUp,
        keyName(
          language,
          readDevice(deviceOf(userAgent)),
          passkeys.map(({ name }) => name),
        ),
      ],
    );
    if (added.length === 0) return null;
    await noteChange(work, accountId, "ADDED", "PASSKEY");
    const codes =
      credentialBackedUp || totp || recoveryCodesLeft > 0
        ? []
        : recoveryCodes(installation.secret, accountId, input.key);
    if (codes.length > 0) await keepRecoveryCodes(work, installation.sealer, accountId, codes);
    return { begun: await raiseSession(work, held, from, secret, true), codes };
  });
  return changed ?? refuse("INVALID", say(language, FACTORS.passkeyFailed), ["credential"]);
}

/** Renames one of one's own passkeys. Throws UNAUTHENTICATED and NOT_FOUND. */
export async function renamePasskey(context: Context, input: { id: string; name: string }): Promise<string> {
  const name = input.name.trim().normalize("NFC");
  if (name === "" || name.length > 60 || /\p{Cc}/u.test(name) || containsNationalId(name))
    return refuse("INVALID", say(context.language, FACTORS.passkeyName), ["name"]);
  return inAuth(context.installation, async (work) => {
    const held = await heldSession(work, cookieOf(context));
    if (!held || (held.hasFactor && held.aal < 2)) throw new AppError("UNAUTHENTICATED");
    const renamed = isUuid(input.id)
      ? await work.query(`update app.passkey set name = $3 where id = $2 and account_id = $1 returning 1`, [
          held.accountId,
          input.id,
          name,
        ])
      : [];
    if (renamed.length === 0) throw new AppError("NOT_FOUND");
    return held.accountId;
  });
}

/** Removes one of one's own passkeys and ends every other session; one that is gone already stays so. Throws STEP_UP_REQUIRED. */
export async function removePasskey(context: Context, id: string): Promise<string> {
  const from = cookieOf(context);
  return inAuth(context.installation, async (work) => {
    const { accountId } = await sessionForFactors(work, from);
    const { passkeys, totp } = await readFactors(work, accountId);
    if (!passkeys.some((one) => one.id === id)) return accountId;
    await refuseLast(work, context, accountId, { passkeys: passkeys.length - 1, totp: totp !== null });
    await work.query(`delete from app.passkey where id = $1 and account_id = $2`, [id, accountId]);
    await afterRemoval(work, accountId, hashSecret(from));
    await noteChange(work, accountId, "REMOVED", "PASSKEY");
    return accountId;
  });
}
