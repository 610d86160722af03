import { createContext, useCallback, useContext, useEffect, useMemo, useRef, useState, type ReactNode } from "react";
import { useClient } from "urql";
import { useLanguage } from "../../texts";
import { isOnline, useOnline } from "../online";
import { useSession } from "../session";
import { useCan, useViewer } from "../viewer";
import { loadEngine } from "./load";
import { isWaiting, onActed, snapshot, useOffline } from "./snapshot";
import type { Work } from "./types";

const HOUR_MS = 3_600_000;
/** Coming back to the app fetches anew what is older than this. */
const STALE_MS = 5 * 60_000;
/** The first page comes before what may be needed later. */
const FIRST_SYNC_MS = 2500;
const AFTER_ACT_MS = 3000;
const BACKOFF_MS = [3000, 10_000, 30_000, 120_000, 300_000];

type Offline = {
  busy: boolean;
  /** fetches the day and sends what waits; true when the server answered */
  syncNow: () => Promise<boolean>;
  /** a sentence when it was not taken; empty when the server could not be asked */
  correctTheirs: (work: Work) => Promise<string | null>;
};
const Context = createContext<Offline | null>(null);

/** What a page may do with what is kept on this device. */
export function useOfflineActions(): Offline {
  const offline = useContext(Context);
  if (!offline) throw new Error("useOfflineActions is used outside OfflineProvider");
  return offline;
}

/**
 * Keeps the seat's day fresh on this device, and sends what waits: at the start, when one comes back to the app, when the network is
 * back, after what one has done, and every hour. Without an answer it tries again with longer and longer pauses.
 */
export function OfflineProvider({ stored, children }: { stored: boolean; children: ReactNode }) {
  const client = useClient();
  const viewer = useViewer();
  const { refresh } = useSession();
  const { language } = useLanguage();
  const works = useCan("TOUCHPOINT_WRITE") && viewer.seat.chapterId !== null;
  const { work } = useOffline();
  const online = useOnline();
  const [busy, setBusy] = useState(false);
  const failures = useRef(0);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const later = useRef<(ms: number) => void>(() => undefined);
  const who = useRef({ ...viewer, language });
  useEffect(() => {
    who.current = { ...viewer, language };
  });

  const syncNow = useCallback(async (): Promise<boolean> => {
    if (!works || !navigator.onLine) return false;
    setBusy(true);
    try {
      const engine = await loadEngine();
      const { account, seat } = who.current;
      if (!stored) await engine?.settleFor({ accountId: account.id, seatId: seat.id });
      const sent = await engine?.sendAll(client);
      // the seat has ended: what was done in it is told, and stays to be read until the app is opened anew
      const over = snapshot().work.some(({ state }) => state.kind === "ended");
      // where the app was opened without knowing who is here, it asks now
      if (stored && !over) await refresh();
      const fetched = !!engine && sent !== "again" && (await engine.fetchDay(client, who.current));
      // with the day came the key: what was sealed until now is sent too
      if (fetched && snapshot().work.some(isWaiting)) await engine.sendAll(client);
      failures.current = fetched ? 0 : failures.current + 1;
      later.current(fetched ? HOUR_MS : (BACKOFF_MS[Math.min(failures.current, BACKOFF_MS.length) - 1] ?? HOUR_MS));
      return fetched;
    } finally {
      setBusy(false);
    }
  }, [client, works, stored, refresh]);

  useEffect(() => {
    later.current = (ms) => {
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void syncNow(), ms);
    };
    later.current(stored ? 0 : FIRST_SYNC_MS);
    const now = (): void => {
      failures.current = 0;
      later.current(0);
    };
    const seen = (): void => {
      const age = Date.now() - (snapshot().day?.syncedAt ?? 0);
      if (document.visibilityState === "visible" && (age > STALE_MS || !isOnline())) now();
    };
    addEventListener("online", now);
    document.addEventListener("visibilitychange", seen);
    addEventListener("focus", seen);
    const forget = onActed(() => later.current(AFTER_ACT_MS));
    return () => {
      clearTimeout(timer.current);
      forget();
      removeEventListener("online", now);
      document.removeEventListener("visibilitychange", seen);
      removeEventListener("focus", seen);
    };
  }, [syncNow, stored]);

  // what was just put in the queue, or what one has just done, is followed up soon
  const queued = work.filter(isWaiting).length;
  useEffect(() => {
    if (queued > 0 && navigator.onLine) later.current(AFTER_ACT_MS);
  }, [queued]);
  // somebody noticed that the server does not answer: it is asked until it does
  useEffect(() => {
    if (!online && navigator.onLine) later.current(BACKOFF_MS[0] ?? HOUR_MS);
  }, [online]);

  const offline = useMemo(
    () => ({
      busy,
      syncNow,
      correctTheirs: async (one: Work) => {
        const engine = await loadEngine();
        return engine ? engine.sendAsCorrection(client, one) : "";
      },
    }),
    [busy, syncNow, client],
  );
  return <Context value={offline}>{children}</Context>;
}
