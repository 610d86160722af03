import type { Work } from "../../../kernel/db/unit-of-work.js";
import type { Context } from "../../../kernel/graphql/context.js";
import { countAttempt } from "../rate-limit.js";

/** How long a browser waits for its person, in ms. */
export const TIMEOUT_MS = 300_000;

/** The library, read when it is first needed: it is of some size, and few requests need it. */
export const webauthn = () => import("@simplewebauthn/server");
/** Counts what a caller asks of passkeys; throws RATE_LIMITED. Signatures are not guessed: it bounds the work alone. */
export const limit = ({ installation, caller }: Context) =>
  countAttempt(installation, { what: "passkey-caller", who: caller, most: 60, seconds: 900 });

type KeyRow = { credential_id: Buffer; transports: string[] };
/** An account's passkeys, as the library names them. */
export const keysOf = async (work: Work, accountId: string) =>
  (
    await work.query<KeyRow>(`select credential_id, transports from app.passkey where account_id = $1`, [accountId])
  ).map(({ credential_id, transports }) => ({ id: credential_id.toString("base64url"), transports }));
