import type { Work } from "./db/unit-of-work.js";

/** What is read of persons: one's page, a page of a list, contact data to call by, or a list taken out. */
export type Reading = "PAGE" | "LIST" | "ADDRESS" | "EXPORT";

/**
 * Counts that the seat acted in has read something of persons: how much in this hour, never whom. Above the organization's
 * limit the database writes `BULK_READ` in the trail and has those who should know told, once an hour. The transaction must be
 * one that may write: a root field says so by `@CountsReading()`.
 */
export async function countReading(work: Work, what: Reading): Promise<void> {
  await work.query("select authz.count_reading($1)", [what]);
}
