import { useEffect, useState } from "react";

/** Whether any of these moments has not come yet, and which; asked again when the next one comes. */
export function useStillTrue<Thing extends { until: string }>(things: readonly Thing[]): Thing[] {
  const [now, setNow] = useState(Date.now);
  const left = things.filter(({ until }) => Date.parse(until) > now);
  const next = Math.min(...left.map(({ until }) => Date.parse(until)));
  useEffect(() => {
    if (!Number.isFinite(next)) return;
    const timer = setTimeout(() => setNow(Date.now()), Math.max(0, next - Date.now()) + 100);
    return () => clearTimeout(timer);
  }, [next]);
  return left;
}
