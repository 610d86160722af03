import { useId } from "react";
import { Cairn } from "./Cairn";
import "./scene.css";

/** The hills behind the heading of the day, from edge to edge. An ornament behind everything else. */
export function Hills({ centred }: { centred?: boolean }) {
  const id = useId();
  return (
    <div className="v-hills" aria-hidden>
      <svg viewBox="0 0 390 216" preserveAspectRatio="none" width="100%" height="100%">
        <linearGradient id={`${id}-a`} x2="0" y2="1">
          <stop offset="0" className="v-hills__near" />
          <stop offset="1" className="v-hills__none" />
        </linearGradient>
        <linearGradient id={`${id}-b`} x2="0" y2="1">
          <stop offset="0" className="v-hills__far" />
          <stop offset="1" className="v-hills__none" />
        </linearGradient>
        <path fill={`url(#${id}-b)`} d="M0 132c60-32 110-34 170-18s110-4 160-34 60-24 60-24v160H0z" />
        <path
          fill={`url(#${id}-a)`}
          d={
            centred
              ? "M0 186c60-34 130-56 195-56s135 22 195 56v30H0z"
              : "M140 216c40-40 110-90 200-90 30 0 50 5 50 5v85z"
          }
        />
      </svg>
    </div>
  );
}

/** All is done: the lit cairn on its hill, over the heading. Give it to a Page as `scene`. */
export function LitScene({ title }: { title: string }) {
  return (
    <div className="v-lit">
      <Hills centred />
      <Cairn lit size="large" title={title} />
    </div>
  );
}
