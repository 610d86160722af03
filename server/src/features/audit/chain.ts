import { createHash } from "node:crypto";

/** One link as the database holds it: hashes in hex, `line` the sealed line as text or null when it is gone. */
export type Link = {
  seq: number;
  auditId: number;
  sealedAt: string;
  rowHash: string;
  hash: string;
  line: string | null;
};

/** The newest link of an organization's chain; `seq` 0 where nothing is sealed yet. */
export type Head = { organization: string; seq: number; hash: string; sealedAt: string };

/** What is wrong with a chain, and where: the first thing found, from its beginning. */
export type Fault =
  /** a sealed line is not what was sealed */
  | { kind: "CHANGED"; seq: number; auditId: number }
  /** a sealed line, or a line that waited to be sealed (`seq` null), is gone; `auditId` null when its link is gone too */
  | { kind: "REMOVED"; seq: number | null; auditId: number | null }
  /** a line that went past what notes new lines */
  | { kind: "INSERTED"; seq: null; auditId: number }
  /** the link belongs elsewhere in the chain */
  | { kind: "REORDERED"; seq: number; auditId: number }
  /** the link does not follow from the one before it: it, or that one, was changed or put in */
  | { kind: "BROKEN"; seq: number; auditId: number }
  /** the chain is shorter than a head that was kept */
  | { kind: "TRUNCATED"; seq: number; auditId: null }
  /** the chain holds together, and is not the one that was kept */
  | { kind: "REWRITTEN"; seq: number; auditId: number };

/** What the first link follows. */
export const BEGINNING = "0".repeat(64);

export const sha256 = (text: string): string => createHash("sha256").update(text, "utf8").digest("hex");

/** The hash a link must have after `before`; as `authz.audit_link` makes it, written anew. */
export const hashOfLink = (before: string, link: Pick<Link, "seq" | "auditId" | "sealedAt" | "rowHash">): string =>
  sha256(`1|${before}|${link.seq}|${link.auditId}|${link.sealedAt}|${link.rowHash}`);

/** Walks a chain link by link from its beginning. */
export class ChainWalk {
  #before = BEGINNING;
  #seq = 0;
  readonly #kept: ReadonlyMap<number, string>;
  readonly #longest: number;

  /** `kept`: heads of this organization that were kept elsewhere. Throws when two of one place differ. */
  constructor(kept: readonly Head[]) {
    const heads = new Map<number, string>();
    for (const { seq, hash } of kept) {
      if ((heads.get(seq) ?? hash) !== hash) throw new Error(`two kept heads of link ${seq} differ`);
      heads.set(seq, hash);
    }
    this.#kept = heads;
    this.#longest = Math.max(0, ...heads.keys());
  }

  /** How many links held. */
  get length(): number {
    return this.#seq;
  }

  /** The next links in order; the first fault among them, or null. */
  take(links: readonly Link[]): Fault | null {
    for (const link of links) {
      const fault = this.#faultOf(link, links);
      if (fault) return fault;
      this.#before = link.hash;
      this.#seq = link.seq;
    }
    return null;
  }

  #faultOf(link: Link, near: readonly Link[]): Fault | null {
    const { seq, auditId } = link;
    const next = this.#seq + 1;
    if (seq !== next) return { kind: "REMOVED", seq: next, auditId: null };
    if (hashOfLink(this.#before, link) !== link.hash) {
      // does another link fit here? Then two have changed places
      const moved = near.some(
        (other) => other.seq !== seq && hashOfLink(this.#before, { ...other, seq }) === other.hash,
      );
      return { kind: moved ? "REORDERED" : "BROKEN", seq, auditId };
    }
    if (link.line === null) return { kind: "REMOVED", seq, auditId };
    if (sha256(link.line) !== link.rowHash) return { kind: "CHANGED", seq, auditId };
    const kept = this.#kept.get(seq);
    if (kept !== undefined && kept !== link.hash) return { kind: "REWRITTEN", seq, auditId };
    return null;
  }

  /** When there are no more links: whether a kept head lies beyond the end. */
  end(): Fault | null {
    return this.#longest > this.#seq ? { kind: "TRUNCATED", seq: this.#seq + 1, auditId: null } : null;
  }
}
