import { AppError } from "../errors/app-error.js";
import type { Connection } from "./output.js";

export const MOST = 100;

/** How many a page shall hold, 1-100. Throws BAD_REQUEST outside. */
export function pageSize(first: number): number {
  if (!Number.isInteger(first) || first < 1 || first > MOST) throw new AppError("BAD_REQUEST");
  return first;
}

/** A place in an ordering: the values of the ordering's columns, opaque to clients. */
export const toCursor = (place: readonly (string | number | null)[]): string =>
  Buffer.from(JSON.stringify(place)).toString("base64url");

/** The place behind a cursor of `length` values; null for none. Throws BAD_REQUEST for anything we did not make. */
export function fromCursor(after: string | null | undefined, length: number): (string | number | null)[] | null {
  if (after === null || after === undefined) return null;
  try {
    const place: unknown = JSON.parse(Buffer.from(after, "base64url").toString("utf8"));
    if (
      Array.isArray(place) &&
      place.length === length &&
      place.every((v) => v === null || typeof v === "string" || typeof v === "number")
    ) {
      return place as (string | number | null)[];
    }
  } catch {
    // not ours
  }
  throw new AppError("BAD_REQUEST");
}

/** A page from one row more than it holds: that row says whether there is more. */
export function toConnection<Row, T>(
  rows: readonly Row[],
  first: number,
  show: (row: Row) => T,
  place: (row: Row) => readonly (string | number | null)[],
  more: { after?: string | null | undefined; totalCount?: number | null } = {},
): Connection<T> {
  const edges = rows.slice(0, first).map((row) => ({ cursor: toCursor(place(row)), node: show(row) }));
  return {
    edges,
    nodes: edges.map((edge) => edge.node),
    totalCount: more.totalCount ?? null,
    pageInfo: {
      hasNextPage: rows.length > first,
      hasPreviousPage: Boolean(more.after),
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
}
