import { useSyncExternalStore } from "react";

const NARROW = matchMedia("(max-width: 74.99rem)");
const subscribe = (listener: () => void): (() => void) => {
  NARROW.addEventListener("change", listener);
  return () => NARROW.removeEventListener("change", listener);
};

/** There is no room for six columns: one at a time. */
export const useNarrow = (): boolean => useSyncExternalStore(subscribe, () => NARROW.matches);
