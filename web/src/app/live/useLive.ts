import { useEffect, useEffectEvent, useRef } from "react";
import { useSession } from "../session";
import { sessionEnded } from "../session-events";
import { createConnection, type Word } from "./connection";
import { spaced, type Spaced } from "./spaced";

const connection = createConnection({
  connect: () => new EventSource("/live"),
  awake: () => document.visibilityState === "visible" && navigator.onLine,
  onAwake: (listener) => {
    document.addEventListener("visibilitychange", listener);
    addEventListener("online", listener);
    addEventListener("offline", listener);
    return () => {
      document.removeEventListener("visibilitychange", listener);
      removeEventListener("online", listener);
      removeEventListener("offline", listener);
    };
  },
  random: Math.random,
  now: Date.now,
});

/**
 * Runs `onChange` when somebody else may have changed what the page shows: with the ids of the touchpoints, or null when
 * anything may have. Fetch what shows, and let what stands stay until it has come.
 */
export function useLive(onChange: (ids: readonly string[] | null) => void): void {
  const { refresh } = useSession();
  const heard = useEffectEvent((word: Word) => {
    if (word.kind === "changed") onChange(word.ids);
    else if (word.kind === "anew") onChange(null);
    // over the page, so that nothing that is written is lost
    else if (word.why === "session") sessionEnded();
    else void refresh();
  });
  useEffect(() => connection.listen((word) => heard(word)), []);
}

/** Runs `refresh` when this touchpoint, or what the board keeps beside it, may have changed. */
export function useLiveTouchpoint(id: string, refresh: () => void): void {
  useLive((ids) => {
    if (ids === null || ids.includes(id)) refresh();
  });
}

/** A heavy page is not fetched oftener, however much is done. */
const APART_MS = 1_500;

/**
 * Runs `refresh` when anything may have changed, at once and then with room between; not at all while `wanted` is false. What
 * shows stays until the new has come, and with it the reader's place.
 */
export function useLiveFetch(refresh: () => void, wanted = true): void {
  const soon = useRef<Spaced | null>(null);
  const act = useEffectEvent(refresh);
  useEffect(() => {
    const made = spaced(() => act(), APART_MS);
    soon.current = made;
    return () => made.stop();
  }, []);
  useLive(() => {
    if (wanted) soon.current?.run();
  });
}
