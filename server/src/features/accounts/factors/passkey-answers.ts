import { randomBytes } from "node:crypto";
import type { AuthenticationResponseJSON, RegistrationResponseJSON } from "@simplewebauthn/server";
import { z } from "zod";
import { hashSecret } from "../../../kernel/crypto/sealer.js";
import type { Work } from "../../../kernel/db/unit-of-work.js";

/** What a challenge is for; it is worth nothing for anything else. */
export type Purpose = "ADD" | "SIGN_IN" | "STEP";

/** Whom passkeys are for: the name they are bound to, and the one origin that may ask. */
export function relyingParty(baseUrl: string): { rpID: string; origin: string } {
  const { hostname, origin } = new URL(baseUrl);
  return { rpID: hostname, origin };
}

/**
 * A challenge that is this browser's for five minutes, in the place of those it did not use. `bound`: the secret of the browser, or
 * of its session.
 */
export async function newChallenge(work: Work, purpose: Purpose, bound: string): Promise<Uint8Array<ArrayBuffer>> {
  const challenge = Uint8Array.from(randomBytes(32));
  const owner = hashSecret(bound);
  await work.query(`delete from app.passkey_challenge where expires_at < now() or (bound_to = $1 and purpose = $2)`, [
    owner,
    purpose,
  ]);
  await work.query(`insert into app.passkey_challenge (challenge_hash, purpose, bound_to) values ($1, $2, $3)`, [
    hashSecret(Buffer.from(challenge).toString("base64url")),
    purpose,
    owner,
  ]);
  return challenge;
}

/** Uses a challenge up, whatever becomes of the answer to it. False when it is not this browser's, was used, or is over. */
export async function spendChallenge(work: Work, purpose: Purpose, bound: string, challenge: string): Promise<boolean> {
  const spent = await work.query(
    `delete from app.passkey_challenge where challenge_hash = $1 and purpose = $2 and bound_to = $3 and expires_at > now() returning 1`,
    [hashSecret(challenge), purpose, hashSecret(bound)],
  );
  return spent.length > 0;
}

const bytes = (most: number) =>
  z
    .string()
    .min(1)
    .max(most)
    .regex(/^[\w-]+$/);
const id = bytes(1364);
const shared = { id, rawId: id, type: z.literal("public-key"), clientExtensionResults: z.object({}).default({}) };
const assertion = z.object({
  ...shared,
  response: z.object({
    clientDataJSON: bytes(4000),
    authenticatorData: bytes(8000),
    signature: bytes(8000),
    userHandle: bytes(200),
  }),
});
const attestation = z.object({
  ...shared,
  response: z.object({
    clientDataJSON: bytes(4000),
    attestationObject: bytes(20_000),
    transports: z
      .array(z.enum(["ble", "cable", "hybrid", "internal", "nfc", "smart-card", "usb"]))
      .max(7)
      .catch([]),
  }),
});
const clientData = z.object({ challenge: z.string().regex(/^[\w-]{43}$/) });

function parsed<T extends { response: { clientDataJSON: string } }>(rules: z.ZodType<T>, text: string) {
  try {
    const answer = rules.parse(JSON.parse(text));
    const said = JSON.parse(Buffer.from(answer.response.clientDataJSON, "base64url").toString());
    return { answer, challenge: clientData.parse(said).challenge };
  } catch {
    // whatever a browser of ours would not have sent
    return null;
  }
}

/** What a browser answers when a passkey is used; null for what is no such answer. Nothing of it is proven yet. */
export const readAssertion = (text: string): { answer: AuthenticationResponseJSON; challenge: string } | null =>
  parsed(assertion, text);

/** What a browser answers when a passkey is made; null for what is no such answer. Nothing of it is proven yet. */
export const readAttestation = (text: string): { answer: RegistrationResponseJSON; challenge: string } | null =>
  parsed(attestation, text);
