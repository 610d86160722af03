import { useSyncExternalStore } from "react";
import type { OfflineSnapshot, Work } from "./types";

/** What the app knows of its own store: one for the page, so that every list, task and card tells the same. */
const EMPTY: OfflineSnapshot = { available: null, day: null, work: [], sealed: 0, sending: null, sent: [] };
let current = EMPTY;
const listeners = new Set<() => void>();

export const snapshot = (): OfflineSnapshot => current;

export function change(part: Partial<OfflineSnapshot>): void {
  current = { ...current, ...part };
  for (const listener of listeners) listener();
}

export function onSnapshot(listener: () => void): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}

export function useOffline(): OfflineSnapshot {
  return useSyncExternalStore(onSnapshot, snapshot);
}

const actors = new Set<() => void>();

/** The server took something that was done here, so that what is kept is no longer how it stands. */
export function acted(): void {
  for (const actor of actors) actor();
}

export function onActed(actor: () => void): () => void {
  actors.add(actor);
  return () => {
    actors.delete(actor);
  };
}

/** It is sent by itself; the rest has to be looked at. */
export const isWaiting = ({ state }: Work): boolean => state.kind === "waiting";
