import { keysOf, read, write } from "../storage";
import { newId } from "../ids";
import { change, snapshot } from "./snapshot";
import type { FetchedDay, OfflineItem, OfflineWho, StoredDay, Work } from "./types";
import { openVault } from "./vault";

const HOUR_MS = 3_600_000;
/** What can be read is dropped at the first opening after this long without the server. */
export const MOST_AGE_MS = 24 * HOUR_MS;
const QUEUE_DAYS = 60;
/** A clock that is set back must not keep a day for ever. */
const CLOCK_SLACK_MS = HOUR_MS;
const OWNER_KEY = "varde.account";
/** What a device may remember of how one likes the app; the rest goes with the session. */
const KEPT_KEYS = ["varde.language", "varde.scheme", "varde.install-seen"];

const tabs = "BroadcastChannel" in globalThis ? new BroadcastChannel("varde-offline") : null;
let seat: { accountId: string; seatId: string } | null = null;

tabs?.addEventListener("message", () => void reload());

// a channel is of our own origin by its nature, and takes no other argument
// oxlint-disable-next-line unicorn/require-post-message-target-origin
const tellTabs = (): void => tabs?.postMessage("changed");

const tooOld = (syncedAt: number): boolean => {
  const age = Date.now() - syncedAt;
  return age > MOST_AGE_MS || age < -CLOCK_SLACK_MS;
};

const ended = ({ who }: StoredDay): boolean =>
  who.seat.validTo !== null && new Date().toISOString().slice(0, 10) >= who.seat.validTo;

/** Reads again what is kept for the seat: after every change, also of another tab. */
export async function reload(): Promise<void> {
  const vault = await openVault();
  if (!vault) return change({ available: false });
  const rows = await vault.queue();
  const mine = rows.filter((row) => row.seatId === seat?.seatId);
  const read = await Promise.all(mine.map((row) => vault.work(row)));
  const work = read.filter((one): one is Work => one !== null);
  const day = await vault.day();
  change({
    available: true,
    work,
    sealed: rows.length - work.length,
    day: day && day.seatId === seat?.seatId ? day : null,
  });
}

/** The day goes, and every key: what waits to be sent stays, sealed. */
export async function dropDay(): Promise<void> {
  const vault = await openVault();
  await vault?.dropReadable();
  change({ day: null, work: [] });
  await reload();
  tellTabs();
}

/** Somebody signs out: all that can be read goes, what was being written too. What waits to be sent stays, sealed. */
export async function forgetAll(): Promise<void> {
  // a day that is on its way finds nobody to be kept for
  seat = null;
  for (const key of keysOf("varde.")) if (!KEPT_KEYS.includes(key)) write(key, null);
  try {
    sessionStorage.clear();
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
  }
  change({ sent: [] });
  await dropDay();
}

/** What was being written is of whoever wrote it. */
function settleDrafts(accountId: string): void {
  const before = read(OWNER_KEY);
  if (before !== null && before !== accountId) for (const key of keysOf("varde.draft.")) write(key, null);
  write(OWNER_KEY, accountId);
}

/** The day somebody may open the app on when the server cannot be asked who they are; null, and gone, when it is too old. */
export async function dayToOpen(): Promise<StoredDay | null> {
  const vault = await openVault();
  const row = await vault?.dayRow();
  if (!vault || !row) return null;
  if (tooOld(row.syncedAt)) {
    await dropDay();
    return null;
  }
  const day = await vault.day();
  if (!day || ended(day)) {
    await dropDay();
    return null;
  }
  seat = { accountId: day.who.account.id, seatId: day.seatId };
  await reload();
  return day;
}

/** The server said who is here and in which seat: what was kept of anybody else, or is too old, goes. */
export async function settleFor(who: { accountId: string; seatId: string } | null): Promise<void> {
  const vault = await openVault();
  if (!vault) return change({ available: false });
  const row = await vault.dayRow();
  if (who) settleDrafts(who.accountId);
  if (row && (row.seatId !== who?.seatId || tooOld(row.syncedAt))) await dropDay();
  const old = Date.now() - QUEUE_DAYS * 24 * HOUR_MS;
  for (const { id, createdAt } of await vault.queue()) if (Date.parse(createdAt) < old) await vault.dropWork(id);
  seat = who;
  await reload();
}

/** Keeps a day that was fetched now. A first name is all there is of whoever holds the seat. */
export async function keepDay(fetched: FetchedDay, who: OfflineWho, items: readonly OfflineItem[]): Promise<void> {
  const vault = await openVault();
  // somebody else may be here by the time it came
  if (!vault || fetched.seatId !== who.seat.id || seat?.seatId !== who.seat.id) return;
  await vault.keepKey(fetched.seatId, fetched.key);
  // nor one that was half kept when they left
  if (seatHere() !== fetched.seatId) return vault.dropReadable();
  const name = who.account.name.split(" ")[0] ?? "";
  const syncedAt = Date.now();
  await vault.keepDay({
    seatId: fetched.seatId,
    syncedAt,
    skew: Date.parse(fetched.now) - syncedAt,
    who: { ...who, account: { ...who.account, name }, seats: [who.seat] },
    items,
  });
  await reload();
  tellTabs();
}

/** The server's clock, as well as this device knows it. */
export const serverNow = (): string => new Date(Date.now() + (snapshot().day?.skew ?? 0)).toISOString();

/** Keeps work as it is now; false when it cannot be kept. What is changed is another content, with another key. */
export async function keepWork(work: Work): Promise<boolean> {
  const vault = await openVault();
  const kept = (await vault?.keepWork({ ...work, sendKey: newId() })) ?? false;
  await reload();
  tellTabs();
  return kept;
}

/** Keeps how it went with work, without changing what is sent. */
export async function markWork(work: Work): Promise<void> {
  await (await openVault())?.keepWork(work);
  await reload();
  tellTabs();
}

export async function dropWork(id: string): Promise<void> {
  await (await openVault())?.dropWork(id);
  await reload();
  tellTabs();
}

/** The work as it is kept now, whatever another tab did meanwhile; null when it is gone. */
export async function freshWork(id: string): Promise<Work | null> {
  const vault = await openVault();
  const row = await vault?.workRow(id);
  return vault && row ? vault.work(row) : null;
}

export const seatHere = (): string | null => seat?.seatId ?? null;
