import { useId } from "react";
import "./cairn.css";

/** Three stones; a warm light on the top when all is done. An ornament unless `title` is given. */
export function Cairn({
  lit,
  size = "medium",
  title,
}: {
  lit?: boolean;
  size?: "mark" | "small" | "medium" | "large";
  title?: string;
}) {
  const id = useId();
  return (
    <svg
      className={`v-cairn v-cairn--${size}`}
      viewBox="0 0 120 132"
      role={title ? "img" : undefined}
      aria-label={title}
      aria-hidden={title ? undefined : true}
    >
      {lit && (
        <g className="v-cairn__light">
          <radialGradient id={`${id}-glow`}>
            <stop offset="0" className="v-cairn__glow-in" />
            <stop offset="0.35" className="v-cairn__glow-mid" />
            <stop offset="1" className="v-cairn__glow-out" />
          </radialGradient>
          <circle cx="60" cy="19" r="56" fill={`url(#${id}-glow)`} />
          <circle cx="60" cy="19" r="9.5" className="v-cairn__core" />
        </g>
      )}
      <path className="v-cairn__stone-3" d="M38 50C38 37 48 29 60 29s22 8 22 19c0 8-4 11-11 11H48c-7 0-10-3-10-9z" />
      <path className="v-cairn__stone-2" d="M18 80C18 67 36 61 58 61s44 7 44 19c0 9-5 14-13 14H30c-8 0-12-5-12-14z" />
      <path className="v-cairn__stone-1" d="M1 117C1 103 26 96 60 96s59 7 59 21c0 9-6 14-15 14H16c-9 0-15-5-15-14z" />
      <path className="v-cairn__shine" d="M46 44c2-4 6-6 11-7M29 75c4-4 10-6 18-7M15 112c5-5 13-7 24-8" />
    </svg>
  );
}
