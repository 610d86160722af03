import { useEffect, useState } from "react";

/** The time now, looked at again every so often. */
export function useNow(everyMs: number): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const look = setInterval(() => setNow(Date.now()), everyMs);
    return () => clearInterval(look);
  }, [everyMs]);
  return now;
}
