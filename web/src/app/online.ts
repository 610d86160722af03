import { useSyncExternalStore } from "react";

const listeners = new Set<() => void>();
// a device with a network may still reach nobody: the last request says whether it did
let reached = true;

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  addEventListener("online", listener);
  addEventListener("offline", listener);
  return () => {
    listeners.delete(listener);
    removeEventListener("online", listener);
    removeEventListener("offline", listener);
  };
}

/** Told by whoever asked the server: an answer came, whatever it said, or none did. */
export function tellReached(now: boolean): void {
  if (reached === now) return;
  reached = now;
  for (const listener of listeners) listener();
}

/** Whether the device has a network, and the server answered when it was last asked. */
export const isOnline = (): boolean => navigator.onLine && reached;

export function useOnline(): boolean {
  return useSyncExternalStore(subscribe, isOnline);
}
