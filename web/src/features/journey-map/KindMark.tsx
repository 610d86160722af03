import type { MapCardKind } from "@varde/domain";

/** A circle, a diamond and a triangle: told apart without colour, as on the printed map. */
export function KindMark({ kind }: { kind: MapCardKind }) {
  return (
    <svg className="v-map__mark" viewBox="0 0 12 12" aria-hidden>
      {kind === "TOUCHPOINT" && <circle cx="6" cy="6" r="5" />}
      {kind === "IDEA" && <path d="M6 1 11 6 6 11 1 6Z" data-hollow="" />}
      {kind === "PAIN" && <path d="M6 1 11 11H1Z" />}
    </svg>
  );
}
