import { addDays, osloDate } from "@varde/domain";
import { keysOf, read, write } from "./storage";

/** What was written and never saved, as kept on this device. */
export type UnsavedCopy<Written> = { key: string; at: string; definition: Written };
/** A kind of draft: where its copies lie, and whether what lies there has its shape. */
export type KindOfCopy<Written> = { prefix: string; is: (value: unknown) => value is Written };

const KEPT_DAYS = 60;

/** Storage is the user's own and may hold anything. */
export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

function parse<Written>(key: string, is: KindOfCopy<Written>["is"]): UnsavedCopy<Written> | null {
  try {
    const value: unknown = JSON.parse(read(key) ?? "null");
    if (!isObject(value) || typeof value["at"] !== "string" || Number.isNaN(Date.parse(value["at"]))) return null;
    return is(value["definition"]) ? { key, at: value["at"], definition: value["definition"] } : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

/**
 * Copies of one draft on this device for one account. Each open page keeps its own under `page`, so that one that saves does
 * not take away what another has not saved.
 */
export function copiesOf<Written>(kind: KindOfCopy<Written>, accountId: string, draftId: string, page: string) {
  const prefix = `${kind.prefix}${accountId}.${draftId}.`;
  const own = prefix + page;
  return {
    /** The newest copy of another page than this: of one that crashed, or that is open beside this one. */
    find(): UnsavedCopy<Written> | null {
      const oldest = addDays(osloDate(new Date()), -KEPT_DAYS);
      for (const key of keysOf(kind.prefix)) if ((parse(key, kind.is)?.at ?? "") < oldest) write(key, null);
      const found = keysOf(prefix).flatMap((key) => (key === own ? [] : (parse(key, kind.is) ?? [])));
      return found.sort((a, b) => (a.at < b.at ? 1 : -1))[0] ?? null;
    },
    /** false when the device has no room or no storage. */
    keep: (definition: Written): boolean => write(own, JSON.stringify({ at: new Date().toISOString(), definition })),
    forget: (): void => void write(own, null),
    discard(): void {
      for (const key of keysOf(prefix)) if (key !== own) write(key, null);
    },
  };
}
