import { useEffect, useState } from "react";

/** Time in sight, in milliseconds since it was begun; hidden tabs stand still. `now` is a clock that only goes forwards. */
export function visibleClock(now: () => number, visible: boolean) {
  let since: number | null = null;
  let total = 0;
  let begun = false;
  let inSight = visible;
  return {
    /** Starts it; again does nothing. */
    begin(): void {
      if (begun) return;
      begun = true;
      if (inSight) since = now();
    },
    setVisible(next: boolean): void {
      inSight = next;
      if (!begun) return;
      if (next) since ??= now();
      else if (since !== null) {
        total += now() - since;
        since = null;
      }
    },
    /** Whole seconds, one at least; null when it was never begun. */
    read(): number | null {
      if (!begun) return null;
      return Math.max(1, Math.round((total + (since === null ? 0 : now() - since)) / 1000));
    },
  };
}

const inSight = (): boolean => document.visibilityState === "visible";

/** How long a report has been in sight. */
export function useVisibleSeconds() {
  const [clock] = useState(() => visibleClock(() => performance.now(), inSight()));
  useEffect(() => {
    const follow = (): void => clock.setVisible(inSight());
    follow();
    document.addEventListener("visibilitychange", follow);
    return () => document.removeEventListener("visibilitychange", follow);
  }, [clock]);
  return clock;
}
