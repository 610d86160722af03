import { createHash } from "node:crypto";
import { hashSecret } from "../../kernel/crypto/sealer.js";
import { inAuth } from "../../kernel/db/run-work.js";
import { AppError } from "../../kernel/errors/app-error.js";
import { refuse } from "../../kernel/errors/refusal.js";
import { say } from "../../kernel/errors/say.js";
import type { Context, Installation } from "../../kernel/graphql/context.js";
import { isUuid } from "../../kernel/mutation.js";
import { countAttempt } from "../accounts/index.js";
import type { LayDotsInput } from "./core-choice.inputs.js";
import { CORE_CHOICE_TEXTS } from "./core-choice.texts.js";
import type { VotePage } from "./core-choice.type.js";

const TOKEN = /^[0-9a-f]{64}$/;
const CODE = /^[a-z2-9]{8}$/;
const MINUTE = 60;
/** Taps a minute from one phone, and from one network, which is a whole room's. */
const FROM_PHONE = 120;
const FROM_NETWORK = 3000;

type Stored = Omit<VotePage, "candidates"> & {
  candidates: Omit<VotePage["candidates"][number], "laid">[];
  laid: Record<string, number>;
};

/** As a person writes a code from the screen: case and the line between do not matter. */
const codeOf = (text: string): string | null => {
  const code = text.toLowerCase().replaceAll(/[\s-]/g, "");
  return CODE.test(code) ? code : null;
};
// bound to the code, so that the same phone is another in the next workshop
const hashOf = (code: string, token: string): Buffer => hashSecret(`${code} ${token}`);

/** The workshop behind a code, with what this phone has laid; null when it leads nowhere. Nobody needs an account. */
export async function readVotePage(installation: Installation, text: string, token: string): Promise<VotePage | null> {
  const code = codeOf(text);
  if (!code || !TOKEN.test(token)) return null;
  const [row] = await inAuth(installation, (work) =>
    work.query<{ page: Stored | null }>(`select authz.core_vote_page($1, $2) as page`, [code, hashOf(code, token)]),
  );
  if (!row?.page) return null;
  const { laid, candidates, ...page } = row.page;
  return { ...page, candidates: candidates.map((one) => ({ ...one, laid: laid[one.id] ?? 0 })) };
}

const REFUSALS = {
  NOT_FOUND: CORE_CHOICE_TEXTS.unknown,
  CLOSED: CORE_CHOICE_TEXTS.closed,
  FULL: CORE_CHOICE_TEXTS.full,
  INVALID: CORE_CHOICE_TEXTS.tooMany,
  CHANGED: CORE_CHOICE_TEXTS.changed,
} as const;

/** Lays all of a phone's dots anew; the same again is the same. Throws RATE_LIMITED; refuses what cannot lie. */
export async function layDots(context: Context, input: LayDotsInput): Promise<void> {
  const { installation, language, caller } = context;
  const code = codeOf(input.code);
  if (!code || !TOKEN.test(input.token)) return refuse("INVALID", say(language, CORE_CHOICE_TEXTS.unknown));
  const laid = new Map(input.laid.map(({ id, dots }) => [id.toLowerCase(), dots]));
  const well = input.laid.length <= 20 && laid.size === input.laid.length && [...laid.keys()].every(isUuid);
  if (!well) refuse("INVALID", say(language, CORE_CHOICE_TEXTS.tooMany));
  const phone = createHash("sha256").update(`${code} ${input.token}`).digest("hex");
  await countAttempt(
    installation,
    { what: "core-vote", who: phone, most: FROM_PHONE, seconds: MINUTE },
    { what: "core-vote-network", who: caller, most: FROM_NETWORK, seconds: MINUTE },
  );
  const dots = Object.fromEntries([...laid].filter(([, n]) => n !== 0));
  const [row] = await inAuth(installation, (work) =>
    work.query<{ said: keyof typeof REFUSALS | "DONE" }>(`select authz.lay_core_dots($1, $2, $3, $4, $5) as said`, [
      code,
      hashOf(code, input.token),
      input.round,
      input.rev,
      JSON.stringify(dots),
    ]),
  );
  if (!row) throw new AppError("INTERNAL");
  if (row.said !== "DONE") refuse("LOCKED", say(language, REFUSALS[row.said]));
}
