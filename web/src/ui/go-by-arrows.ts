import type { KeyboardEvent } from "react";

const STEPS: Readonly<Record<string, (at: number, of: number) => number>> = {
  ArrowRight: (at, of) => (at + 1) % of,
  ArrowDown: (at, of) => (at + 1) % of,
  ArrowLeft: (at, of) => (at - 1 + of) % of,
  ArrowUp: (at, of) => (at - 1 + of) % of,
  Home: () => 0,
  End: (_, of) => of - 1,
};

/** From place to place in a picture that is one stop for the Tab key: moves focus among what `places` selects in it, from number `at`. */
export function goByArrows(event: KeyboardEvent<Element>, places: string, at: number): void {
  const step = STEPS[event.key];
  if (!step || at < 0) return;
  event.preventDefault();
  const all = event.currentTarget.querySelectorAll<HTMLElement | SVGElement>(places);
  all[step(at, all.length)]?.focus();
}
