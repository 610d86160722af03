import { inAuth } from "../../../kernel/db/run-work.js";
import { AppError } from "../../../kernel/errors/app-error.js";
import { Refusal } from "../../../kernel/errors/refusal.js";
import type { Context } from "../../../kernel/graphql/context.js";
import { isUuid } from "../../../kernel/mutation.js";
import type { Factors, FactorsPayload } from "./factors.type.js";
import { readFactors } from "./own-factors.js";

/** Throws BAD_REQUEST for a key that is none. */
export function checkKey(key: string): void {
  if (!isUuid(key)) throw new AppError("BAD_REQUEST");
}

/** The factors of an account, through the sign-in module's door. */
export const factorsOf = (context: Context, accountId: string): Promise<Factors> =>
  inAuth(context.installation, (work) => readFactors(work, accountId));

/** Runs a change of the factors and shows them; turns a refusal into problems. */
export async function change(
  context: Context,
  { key }: { key: string },
  act: () => Promise<{ accountId: string; codes: string[] }>,
): Promise<FactorsPayload> {
  checkKey(key);
  try {
    const { accountId, codes } = await act();
    return { factors: await factorsOf(context, accountId), recoveryCodes: codes, problems: [] };
  } catch (error) {
    if (error instanceof Refusal) return { factors: null, recoveryCodes: [], problems: error.problems };
    throw error;
  }
}
