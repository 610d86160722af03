import { randomBytes } from "node:crypto";
import { callerOf } from "../../../kernel/http/network.js";

/** Forms from one network, which may be a whole school's or a phone company's; to one chapter's link; and altogether. */
export const FORM_LIMITS = {
  network: { most: 300, seconds: 3600 },
  link: { most: 900, seconds: 3600 },
  all: { most: 3000, seconds: 60 },
} as const;

/** Networks that are remembered at once. */
const MOST_KEPT = 50_000;

type Limit = { most: number; seconds: number };
type Count = { n: number; ends: number };

/**
 * Counts what is sent, in this process's memory and nowhere else: a counter in the database would say beside the hash of a network
 * when a form came. Networks are hashed under a key that goes with the process. Another copy of the server counts for itself; what
 * holds over all of them is that a link takes some three to six forms for each of the chapter's members, and no more.
 */
export function formLimits(
  limits: Record<keyof typeof FORM_LIMITS, Limit> = FORM_LIMITS,
  now: () => number = Date.now,
): (address: string | undefined, code: string) => boolean {
  const key = randomBytes(32).toString("hex");
  const counts = { network: new Map<string, Count>(), link: new Map<string, Count>(), all: new Map<string, Count>() };

  function within(what: keyof typeof FORM_LIMITS, who: string): boolean {
    const { most, seconds } = limits[what];
    const kept = counts[what];
    let count = kept.get(who);
    if (!count || count.ends <= now()) {
      // the oldest go: that a crowd of invented networks shuts out members would be worse
      if (kept.size >= MOST_KEPT) for (const name of [...kept.keys()].slice(0, MOST_KEPT / 10)) kept.delete(name);
      kept.delete(who);
      count = { n: 0, ends: now() + seconds * 1000 };
      kept.set(who, count);
    }
    count.n += 1;
    return count.n <= most;
  }

  // a network first: what it sends too much of counts against nobody else
  return (address, code) => within("network", callerOf(key, address)) && within("link", code) && within("all", "");
}
