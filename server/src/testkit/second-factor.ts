import { randomBytes } from "node:crypto";
import { base32, codeOf, stepAt } from "../features/accounts/factors/totp.js";
import type { Seed } from "./seed.js";

/** A code app on somebody's phone: what it shows now, or `off` half minutes away. */
export type CodeApp = { code(off?: number): string };

/** The app that holds a key of base32 bytes. */
export const codeApp = (key: Buffer): CodeApp => ({ code: (off = 0) => codeOf(key, stepAt(Date.now()) + off) });

/** Gives an account a code app, as if it had been added a while ago. */
export async function seedCodeApp(seed: Seed, accountId: string): Promise<CodeApp> {
  const key = randomBytes(20);
  await seed.rows("totp", {
    account_id: accountId,
    secret_ct: seed.sealer.seal(base32(key), `totp/${accountId}/secret`),
    confirmed_at: new Date(Date.now() - 86_400_000),
  });
  return codeApp(key);
}
