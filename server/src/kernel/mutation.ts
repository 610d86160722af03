import { createHash } from "node:crypto";
import { COMMON, say } from "./errors/say.js";
import { AppError } from "./errors/app-error.js";
import { Refusal } from "./errors/refusal.js";
import type { ProblemData } from "./errors/refusal.js";
import type { Context } from "./graphql/context.js";
import type { Work } from "./db/unit-of-work.js";

/**
 * What a use case leaves behind: the id (and `rev`) of what it changed. Never its content. `sent` is a last statement whose answer it does
 * not need: what is read next is asked for in the same round trip.
 */
export type Done = { id: string | null; rev?: number | null; sent?: Promise<unknown> };

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Whether a text is a UUID; anything else asked for by id is simply not there. */
export const isUuid = (text: string): boolean => UUID.test(text);

function requestHash(operation: string, input: object): Buffer {
  const { key: _key, ...rest } = input as { key: string };
  const stable = (value: unknown): unknown =>
    value && typeof value === "object" && !Array.isArray(value)
      ? Object.fromEntries(
          Object.entries(value)
            .sort(([a], [b]) => (a < b ? -1 : 1))
            .map(([k, v]) => [k, stable(v)]),
        )
      : Array.isArray(value)
        ? value.map(stable)
        : value;
  return createHash("sha256")
    .update(`${operation}\0${JSON.stringify(stable(rest))}`)
    .digest();
}

async function claim(
  work: Work,
  operation: string,
  key: string,
  hash: Buffer,
  result: string | null = null,
): Promise<Done | "new" | "reused"> {
  const taken = await work.query(
    `insert into app.idempotency (account_id, key, operation, request_hash, result_id) values (authz.uid(), $1, $2, $3, $4) on conflict do nothing returning 1`,
    [key, operation, hash, result],
  );
  if (taken.length > 0) return "new";
  const [earlier] = await work.query<{ request_hash: Buffer; result_id: string | null; result_rev: number | null }>(
    `select request_hash, result_id, result_rev from app.idempotency where account_id = authz.uid() and key = $1`,
    [key],
  );
  if (!earlier || !earlier.request_hash.equals(hash)) return "reused";
  return { id: earlier.result_id, rev: earlier.result_rev };
}

/**
 * Takes a key for an act that is part of a mutation; false when it is taken. A mutation of its own that said the same has
 * the same key: whichever of the two comes first does it.
 */
export async function claimKey(work: Work, operation: string, key: string): Promise<boolean> {
  if (!isUuid(key)) throw new AppError("BAD_REQUEST");
  return (await claim(work, operation, key, requestHash(operation, { key }))) === "new";
}

/**
 * Runs a mutation once for its key: a retry, a double tap or a twin at the same time gives the first one's result, read
 * again. `act` changes and says what it changed, or throws a `Refusal`; `show` reads the payload. A refusal changes
 * nothing and leaves the key free. `changes` is the id of what it changes, where that is known before: it is noted with the key,
 * and not by a statement more. An `act` then answers with that id. `hold` locks and reads what is changed, and changes nothing: it
 * is asked for in the same round trip as the key, and in vain when that is taken.
 */
export async function once<T extends object, H = undefined>(
  context: Context,
  operation: string,
  input: { key: string },
  act: (work: Work, held: H) => Promise<Done>,
  show: (work: Work, id: string | null) => Promise<T>,
  changes?: string,
  hold?: (work: Work) => Promise<H>,
): Promise<T & { problems: ProblemData[] }> {
  const work = await context.work();
  if (!isUuid(input.key)) throw new AppError("BAD_REQUEST");
  const refused = async (problems: ProblemData[], id: string | null) => {
    context.rollbackOnly = true;
    return { ...(await show(work, id)), problems };
  };
  try {
    const known = changes !== undefined && isUuid(changes) ? changes.toLowerCase() : null;
    const claiming = claim(work, operation, input.key, requestHash(operation, input), known);
    const holding = hold?.(work);
    // where the key is taken, nobody waits for what was to be changed
    holding?.catch(() => {});
    const claimed = await claiming;
    if (claimed === "reused") {
      return await refused([{ code: "KEY_REUSED", path: [], message: say(context.language, COMMON.keyReused) }], null);
    }
    if (claimed !== "new") return { ...(await show(work, claimed.id)), problems: [] };
    const { id, rev, sent } = await act(work, (await holding) as H);
    if (known !== null && id !== known) throw new Error(`${operation} changed another than it said`);
    if (known === null)
      await work.query(
        `update app.idempotency set result_id = $2, result_rev = $3 where account_id = authz.uid() and key = $1`,
        [input.key, id, rev ?? null],
      );
    const [shown] = await Promise.all([show(work, id), sent]);
    return { ...shown, problems: [] };
  } catch (error) {
    if (error instanceof Refusal) return refused(error.problems, error.id);
    throw error;
  }
}
