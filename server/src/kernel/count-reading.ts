import type { Work } from "./db/unit-of-work.js";

/** What is read of persons: one's page, a page of a list, contact data to call by, a list taken out, or what members wrote freely. */
export type Reading = "PAGE" | "LIST" | "ADDRESS" | "EXPORT" | "TEXTS";

/**
 * Counts that the seat acted in has read something of persons: how much in this hour, never whom. Above the organization's
 * limit the database writes `BULK_READ` in the trail and has those who should know told, once an hour. The transaction must be
 * one that may write: a root field says so by `@CountsReading()`. Only who may read members is counted, but TEXTS are counted for
 * everybody; `many` is how many texts.
 */
export async function countReading(work: Work, what: Reading, many = 1): Promise<void> {
  await work.query("select authz.count_reading($1, $2)", [what, many]);
}
