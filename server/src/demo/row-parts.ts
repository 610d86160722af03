/** An instant, ISO 8601 in UTC. */
export type Instant = string;

export type Owned = { organization_id: string };
export type OfChapter = Owned & { chapter_id: string };

/** How much of a fee was paid, in øre, and by whom. */
export type PaymentPart = { amount: number | null; paid_by: "SELF" | "OTHER" | "UNKNOWN" };

export type RegionRow = Owned & { id: string; name: string; opened_on: string; closed_on: null; rev: number };
