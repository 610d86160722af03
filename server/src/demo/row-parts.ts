/** An instant, ISO 8601 in UTC. */
export type Instant = string;

export type Owned = { organization_id: string };
export type OfChapter = Owned & { chapter_id: string };
