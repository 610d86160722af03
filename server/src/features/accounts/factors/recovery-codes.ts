import { createHmac } from "node:crypto";
import { derivedSecret } from "../../../kernel/crypto/sealer.js";
import type { Sealer } from "../../../kernel/crypto/sealer.js";
import type { Work } from "../../../kernel/db/unit-of-work.js";

const HOW_MANY = 10;
// Crockford's: no letter that looks like a number or another letter
const SIGNS = "0123456789abcdefghjkmnpqrstvwxyz";

/**
 * Ten codes of 50 bits, `abcde-fghjk`. Made from the mutation's key, so that an answer that was lost gives the same ones, and
 * stored as keyed hashes only.
 */
export function recoveryCodes(secret: string, accountId: string, key: string): string[] {
  const seed = derivedSecret(secret, "recovery-codes", accountId, key);
  return Array.from({ length: HOW_MANY }, (_, n) => {
    const bytes = createHmac("sha256", seed).update(String(n)).digest();
    // 32 signs divide 256 evenly: each is as likely as any other
    const signs = [...bytes.subarray(0, 10)].map((byte) => SIGNS[byte % 32]).join("");
    return `${signs.slice(0, 5)}-${signs.slice(5)}`;
  });
}

/** What is stored of a code. Case, spaces and dashes are not looked at, and letters that are taken for numbers are those. */
export function recoveryHash(sealer: Sealer, accountId: string, typed: string): Buffer {
  const plain = typed.toLowerCase().replaceAll(/[\s-]/g, "").replaceAll("o", "0").replaceAll(/[il]/g, "1");
  return sealer.blindIndex(`recovery/${accountId}`, plain);
}

/** Puts these codes in the place of all earlier ones. */
export async function keepRecoveryCodes(
  work: Work,
  sealer: Sealer,
  accountId: string,
  codes: readonly string[],
): Promise<void> {
  await work.query(`delete from app.recovery_code where account_id = $1`, [accountId]);
  await work.query(`insert into app.recovery_code (account_id, code_hash) select $1, h from unnest($2::bytea[]) h`, [
    accountId,
    codes.map((code) => recoveryHash(sealer, accountId, code)),
  ]);
}

/** Uses a code up; false when it is none of the account's, or was used. Of two at once one is told so. */
export async function useRecoveryCode(work: Work, sealer: Sealer, accountId: string, typed: string): Promise<boolean> {
  const used = await work.query(
    `update app.recovery_code set used_at = now() where account_id = $1 and code_hash = $2 and used_at is null returning 1`,
    [accountId, recoveryHash(sealer, accountId, typed)],
  );
  return used.length > 0;
}
