import { inAuth } from "../../../kernel/db/run-work.js";
import type { Context, Installation } from "../../../kernel/graphql/context.js";
import { countAttempt, isKnownCaller, rememberCaller } from "../rate-limit.js";
import type { FactorKind } from "./factors.type.js";

const MINUTE = 60;
const DAY = 24 * 60 * MINUTE;

// apart from who is known for having signed in by mail: that is what a thief with the mailbox can do
const place = (accountId: string): Buffer => Buffer.from(`second-factor/${accountId}`);

/**
 * Counts a code that is tried; throws RATE_LIMITED. Only who has taken the first step comes here. All strangers to an account
 * share a number of guesses, which bounds what is found by guessing six digits (40 a day, three right of a million at any time).
 * Who gave the factor from here before has guesses of their own, and recovery codes are counted apart and for the caller
 * alone: nobody is locked out by what others try.
 */
export async function countCode({ installation, caller }: Context, accountId: string, kind: FactorKind): Promise<void> {
  const who = `${accountId} ${caller}`;
  const shared =
    kind === "TOTP" && !(await isKnownCaller(installation, place(accountId), caller))
      ? [
          { what: "totp-account", who: accountId, most: 10, seconds: 15 * MINUTE },
          { what: "totp-account-day", who: accountId, most: 40, seconds: DAY },
        ]
      : [];
  await countAttempt(installation, { what: `${kind}-caller`, who, most: 10, seconds: 15 * MINUTE }, ...shared);
}

/** Remembers that the factor was given from here. */
export const rememberFactor = (installation: Installation, accountId: string, caller: string): Promise<void> =>
  inAuth(installation, (work) => rememberCaller(work, installation, place(accountId), caller));
