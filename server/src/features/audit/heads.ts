import { z } from "zod";
import type { Head } from "./chain.js";

const head = z.object({
  organization: z.uuid(),
  seq: z.number().int().min(1),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  sealedAt: z.string(),
});

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}

/**
 * Heads that were kept, a JSON object a line: what `varde audit head` prints, or lines of the log, whose other fields are
 * passed over. Throws on a line that is none, naming its number.
 */
export function readHeads(text: string): Head[] {
  return text.split(/\r?\n/).flatMap((line, index) => {
    if (line.trim() === "") return [];
    const read = head.safeParse(parsed(line));
    if (!read.success) throw new Error(`line ${index + 1} is no head of ours`);
    return [read.data];
  });
}
