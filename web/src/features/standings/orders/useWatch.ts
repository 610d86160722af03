import { useEffect, useEffectEvent } from "react";

const FIRST_MS = 1000;
const LONGEST_MS = 15_000;

/** How long until the next look: longer and longer while nothing happens. */
export const nextWait = (ms: number): number => Math.min(LONGEST_MS, Math.round(ms * 1.6));

/**
 * Looks again while `what` is watched (null: nothing is) and the page is seen: soon, then ever more seldom; from the start when `what`
 * has become another, and at once when the page is seen again.
 */
export function useWatch(what: string | null, look: () => void): void {
  const looked = useEffectEvent(look);
  useEffect(() => {
    if (what === null) return;
    let wait = FIRST_MS;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const plan = (): void => {
      timer = setTimeout(() => {
        if (document.visibilityState === "visible" && navigator.onLine) looked();
        wait = nextWait(wait);
        plan();
      }, wait);
    };
    const seen = (): void => {
      if (document.visibilityState === "visible") looked();
    };
    plan();
    document.addEventListener("visibilitychange", seen);
    return () => {
      clearTimeout(timer);
      document.removeEventListener("visibilitychange", seen);
    };
  }, [what]);
}
