import type { Readable } from "node:stream";
import { inTurns } from "../live/in-turns.js";

/** `mostBytes` of one body, `heldBytes` of all that are in memory at once, `perSender` of one sender's at once, and `ms` for one to come. */
export type BodyLimits = { mostBytes: number; heldBytes: number; perSender: number; ms: number };
/** Why there is no body: it is too large, or it came too slowly while others needed the room. */
export type BodyProblem = "tooLarge" | "tooSlow";

/** A body on its way; `pieces` is null when it was let go. */
type Coming = { since: number; bytes: number; pieces: Buffer[] | null };

/** So much of what is not kept is read on, so that its sender gets the answer. */
const DRAINED = 4;
/** Within the first second nobody is slow. */
const pace = ({ since, bytes }: Coming): number => bytes / Math.max(1000, Date.now() - since);

/**
 * Takes in bodies that lie in memory while they come and while they are used. Who sends slowly keeps nobody else waiting: a sender's
 * own wait for each other, and where all together hold too much, the slowest is let go.
 */
export function takeBodies({ mostBytes, heldBytes, perSender, ms }: BodyLimits) {
  const senders = new Map<string, { inTurn: ReturnType<typeof inTurns>; n: number }>();
  const coming = new Set<Coming>();
  let held = 0;

  function letGo(one: Coming): void {
    held -= one.bytes;
    one.bytes = 0;
    one.pieces = null;
    coming.delete(one);
  }
  function makeRoom(): void {
    while (held > heldBytes && coming.size > 0) {
      letGo([...coming].reduce((slowest, one) => (pace(one) < pace(slowest) ? one : slowest)));
    }
  }

  async function read(request: Readable, one: Coming): Promise<BodyProblem | null> {
    let [total, tooLarge] = [0, false];
    const late = setTimeout(() => request.destroy(), ms);
    request.once("close", () => clearTimeout(late));
    for await (const piece of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
      total += piece.length;
      if (total > mostBytes) {
        tooLarge = true;
        letGo(one);
      }
      if (total > DRAINED * mostBytes) {
        request.destroy();
        break;
      }
      if (!one.pieces) {
        if (tooLarge) continue;
        return "tooSlow";
      }
      one.pieces.push(piece);
      one.bytes += piece.length;
      held += piece.length;
      makeRoom();
    }
    return tooLarge ? "tooLarge" : one.pieces ? null : "tooSlow";
  }

  /** `use` gets the whole body, or why there is none. Throws where the sender went away. */
  return async <T>(sender: string, request: Readable, use: (body: Buffer | BodyProblem) => Promise<T>): Promise<T> => {
    const turns = senders.get(sender) ?? { inTurn: inTurns(perSender), n: 0 };
    senders.set(sender, turns);
    turns.n += 1;
    try {
      return await turns.inTurn(async () => {
        const one: Coming = { since: Date.now(), bytes: 0, pieces: [] };
        coming.add(one);
        try {
          const problem = await read(request, one);
          // what is whole is not let go of any more
          coming.delete(one);
          return await use(problem ?? Buffer.concat(one.pieces!));
        } finally {
          letGo(one);
        }
      });
    } finally {
      turns.n -= 1;
      if (turns.n === 0) senders.delete(sender);
    }
  };
}
