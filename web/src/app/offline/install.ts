import { useSyncExternalStore } from "react";

/** What Chromium offers, once, and some time after the page has come. */
type InstallOffer = Event & { prompt: () => Promise<unknown> };

let offer: InstallOffer | null = null;
const listeners = new Set<() => void>();
const tell = (): void => {
  for (const listener of listeners) listener();
};

/** Keeps the browser's offer for «Mer», so that nothing pops up over what one is doing. */
export function listenForInstall(): void {
  addEventListener("beforeinstallprompt", (event) => {
    event.preventDefault();
    offer = event as InstallOffer;
    tell();
  });
  addEventListener("appinstalled", () => {
    offer = null;
    tell();
  });
}

/** Safari on a phone has no offer, and says of itself whether it runs from the home screen. */
const isApple = (): boolean => "standalone" in navigator && navigator.standalone === false;

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}

/** How it can be installed here: the browser's own way, by hand, or null. */
export function useInstall(): InstallOffer | "apple" | null {
  const offered = useSyncExternalStore(subscribe, () => offer);
  return offered ?? (isApple() ? "apple" : null);
}
