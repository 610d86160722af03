import { useSyncExternalStore } from "react";
import { read, write } from "./storage";

export const SCHEMES = ["auto", "light", "dark"] as const;
export type Scheme = (typeof SCHEMES)[number];

const KEY = "varde.scheme";
const listeners = new Set<() => void>();

function current(): Scheme {
  const stored = read(KEY);
  return stored === "light" || stored === "dark" ? stored : "auto";
}

function set(scheme: Scheme): void {
  write(KEY, scheme === "auto" ? null : scheme);
  document.documentElement.dataset["colorScheme"] = scheme;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Light, dark or as the device; kept on this device. `public/boot.js` sets it before the first paint. */
export function useScheme(): [Scheme, (scheme: Scheme) => void] {
  return [useSyncExternalStore(subscribe, current), set];
}
