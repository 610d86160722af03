import { openDB, type DBSchema, type IDBPDatabase } from "idb";
import type { StoredDay, Work } from "./types";

/** AES-GCM; the place is bound to it, so that a row that is moved does not open. */
type Sealed = { iv: Uint8Array<ArrayBuffer>; body: ArrayBuffer };
/** All that stands in clear. */
export type QueueRow = { id: string; seatId: string; touchpointId: string; createdAt: string; sealed: Sealed };
export type DayRow = { seatId: string; syncedAt: number; sealed: Sealed };

interface Schema extends DBSchema {
  keys: { key: string; value: CryptoKey };
  day: { key: string; value: DayRow };
  queue: { key: string; value: QueueRow };
}

const DAY = "day";
const fromBase64Url = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (letter) => letter.charCodeAt(0));

async function seal(key: CryptoKey, value: unknown, place: string): Promise<Sealed> {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const additionalData = new TextEncoder().encode(place);
  const text = new TextEncoder().encode(JSON.stringify(value));
  return { iv, body: await crypto.subtle.encrypt({ name: "AES-GCM", iv, additionalData }, key, text) };
}

async function open<Value>(key: CryptoKey, { iv, body }: Sealed, place: string): Promise<Value | null> {
  const additionalData = new TextEncoder().encode(place);
  try {
    const text = await crypto.subtle.decrypt({ name: "AES-GCM", iv, additionalData }, key, body);
    return JSON.parse(new TextDecoder().decode(text)) as Value;
  } catch (error) {
    // another key, or what was tampered with
    if (error instanceof DOMException) return null;
    throw error;
  }
}

/** What this browser keeps. The keys cannot be read out of it, and go with what they open. */
export type Vault = Awaited<ReturnType<typeof makeVault>>;

async function makeVault(database: IDBPDatabase<Schema>) {
  return {
    /** the key of a seat, as the server gave it; those of other seats go */
    async keepKey(seatId: string, secret: string): Promise<void> {
      const key = await crypto.subtle.importKey("raw", fromBase64Url(secret), "AES-GCM", false, ["encrypt", "decrypt"]);
      const keys = database.transaction("keys", "readwrite");
      await Promise.all([keys.store.clear(), keys.store.put(key, seatId), keys.done]);
    },
    hasKey: async (seatId: string): Promise<boolean> => (await database.getKey("keys", seatId)) !== undefined,
    async keepDay(day: StoredDay): Promise<boolean> {
      const key = await database.get("keys", day.seatId);
      if (!key) return false;
      const { seatId, syncedAt, ...rest } = day;
      await database.put("day", { seatId, syncedAt, sealed: await seal(key, rest, `day ${seatId} ${syncedAt}`) }, DAY);
      return true;
    },
    /** when and for whom, without opening it */
    dayRow: (): Promise<DayRow | undefined> => database.get("day", DAY),
    async day(): Promise<StoredDay | null> {
      const row = await database.get("day", DAY);
      const key = row && (await database.get("keys", row.seatId));
      if (!row || !key) return null;
      const { seatId, syncedAt } = row;
      const rest = await open<Omit<StoredDay, "seatId" | "syncedAt">>(key, row.sealed, `day ${seatId} ${syncedAt}`);
      return rest && { seatId, syncedAt, ...rest };
    },
    /** what can be read goes, and the keys with it; what waits to be sent stays sealed */
    async dropReadable(): Promise<void> {
      const both = database.transaction(["keys", "day"], "readwrite");
      await Promise.all([both.objectStore("keys").clear(), both.objectStore("day").clear(), both.done]);
    },
    async keepWork(work: Work): Promise<boolean> {
      const key = await database.get("keys", work.seatId);
      if (!key) return false;
      const { id, seatId, touchpointId, createdAt, ...rest } = work;
      const sealed = await seal(key, rest, `work ${id} ${seatId} ${touchpointId}`);
      await database.put("queue", { id, seatId, touchpointId, createdAt, sealed }, id);
      return true;
    },
    async work({ id, seatId, touchpointId, createdAt, sealed }: QueueRow): Promise<Work | null> {
      const key = await database.get("keys", seatId);
      const place = `work ${id} ${seatId} ${touchpointId}`;
      const rest = key && (await open<Omit<Work, "id" | "seatId" | "touchpointId" | "createdAt">>(key, sealed, place));
      return rest ? { id, seatId, touchpointId, createdAt, ...rest } : null;
    },
    workRow: (id: string): Promise<QueueRow | undefined> => database.get("queue", id),
    queue: async (): Promise<QueueRow[]> =>
      (await database.getAll("queue")).sort((a, b) => a.createdAt.localeCompare(b.createdAt)),
    dropWork: (id: string): Promise<void> => database.delete("queue", id),
  };
}

let opening: Promise<Vault | null> | undefined;

/** The browser's store; null where it has none, or none that can be sealed. */
export function openVault(): Promise<Vault | null> {
  opening ??= (async () => {
    if (!("indexedDB" in globalThis) || !globalThis.crypto?.subtle) return null;
    try {
      const database = await openDB<Schema>("varde", 1, {
        upgrade(fresh) {
          for (const store of ["keys", "day", "queue"] as const) fresh.createObjectStore(store);
        },
        terminated() {
          opening = undefined;
        },
      });
      return await makeVault(database);
    } catch (error) {
      // forbidden in a private window, or full
      if (error instanceof DOMException) return null;
      throw error;
    }
  })();
  return opening;
}
