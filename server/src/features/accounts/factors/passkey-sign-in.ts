import { derivedSecret, newSecret } from "../../../kernel/crypto/sealer.js";
import { inAuth } from "../../../kernel/db/run-work.js";
import type { Work } from "../../../kernel/db/unit-of-work.js";
import { AppError } from "../../../kernel/errors/app-error.js";
import { refuse } from "../../../kernel/errors/refusal.js";
import { say } from "../../../kernel/errors/say.js";
import type { Context, Installation } from "../../../kernel/graphql/context.js";
import { alreadyBegun, beginSession, seatHere } from "../session.service.js";
import type { Begun } from "../session.service.js";
import { FACTORS } from "./factors.texts.js";
import { heldSession } from "./held-session.js";
import { cookieOf } from "./own-factors.js";
import { newChallenge, readAssertion, relyingParty, spendChallenge } from "./passkey-answers.js";
import type { Purpose } from "./passkey-answers.js";
import { keysOf, limit, TIMEOUT_MS, webauthn } from "./passkey-library.js";

const BROWSER_SECONDS = 60 * 60;

/**
 * What the browser asks a passkey with, as JSON. To sign in, no account is named: the browser says whose it has. For the session
 * that is here, its account's keys are. Throws RATE_LIMITED, and UNAUTHENTICATED when there is no such session.
 */
export async function askForPasskey(context: Context, { step }: { step: boolean }): Promise<string> {
  const { installation, cookies } = context;
  await limit(context);
  const { generateAuthenticationOptions } = await webauthn();
  const bound = step ? cookieOf(context) : (cookies.read("browser") ?? newSecret());
  const { challenge, allowCredentials } = await inAuth(installation, async (work) => {
    const held = step ? await heldSession(work, bound) : null;
    if (step && !held) throw new AppError("UNAUTHENTICATED");
    const purpose: Purpose = step ? "STEP" : "SIGN_IN";
    return {
      challenge: await newChallenge(work, purpose, bound),
      allowCredentials: held ? await keysOf(work, held.accountId) : [],
    };
  });
  if (!step) cookies.set("browser", bound, BROWSER_SECONDS);
  const { rpID } = relyingParty(installation.baseUrl);
  return JSON.stringify(
    await generateAuthenticationOptions({
      rpID,
      challenge,
      allowCredentials,
      timeout: TIMEOUT_MS,
      userVerification: "required",
    }),
  );
}

type Known = { id: string; account_id: string; public_key: Buffer; sign_count: string };

/**
 * Takes an answer of a passkey for a challenge of this browser: whose it is, or null. Signature, origin, the name it is bound to, that
 * the person was verified, and that the counter went on are all looked at; the challenge is used up whatever comes of it.
 */
export async function takeAssertion(
  work: Work,
  { baseUrl }: Installation,
  given: NonNullable<ReturnType<typeof readAssertion>>,
): Promise<string | null> {
  const { answer, challenge } = given;
  const [known] = await work.query<Known>(
    `select id, account_id, public_key, sign_count from app.passkey where credential_id = $1 for update`,
    [Buffer.from(answer.id, "base64url")],
  );
  if (!known || answer.id !== answer.rawId) return null;
  const owner = Buffer.from(known.account_id.replaceAll("-", ""), "hex").toString("base64url");
  if (answer.response.userHandle !== owner) return null;
  const { verifyAuthenticationResponse } = await webauthn();
  const { rpID, origin } = relyingParty(baseUrl);
  try {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response: answer,
      expectedChallenge: challenge,
      expectedOrigin: origin,
      expectedRPID: rpID,
      requireUserVerification: true,
      credential: {
        id: answer.id,
        publicKey: Uint8Array.from(known.public_key),
        counter: Number(known.sign_count),
      },
    });
    if (!verified) return null;
    await work.query(`update app.passkey set sign_count = $2, synced = $3, last_used_at = now() where id = $1`, [
      known.id,
      authenticationInfo.newCounter,
      authenticationInfo.credentialBackedUp,
    ]);
    return known.account_id;
  } catch {
    return null;
  }
}

/** Signs in by a passkey alone: it is two factors. Refuses the same for whatever does not hold; throws RATE_LIMITED. */
export async function signInWithPasskey(context: Context, input: { key: string; credential: string }): Promise<Begun> {
  const { installation, cookies, language } = context;
  await limit(context);
  const given = readAssertion(input.credential);
  const browser = cookies.read("browser");
  const no = () => refuse("INVALID", say(language, FACTORS.passkeyDoesNotHold), ["credential"]);
  if (!given || !browser) return no();
  const secret = derivedSecret(installation.secret, "session", "passkey-in", given.challenge, browser, input.key);
  const begun = await inAuth(installation, async (work) => {
    const again = await alreadyBegun(work, secret);
    if (again) return again;
    // a twin was faster, and waited for: what it began is ours too
    if (!(await spendChallenge(work, "SIGN_IN", browser, given.challenge))) return alreadyBegun(work, secret);
    const accountId = await takeAssertion(work, installation, given);
    if (!accountId) return null;
    const seat = await seatHere(work, cookies, accountId);
    return beginSession(work, { accountId, ...seat, secret, earlier: cookies.read("session"), passkey: true });
  });
  return begun || no();
}
