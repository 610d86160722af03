import type { ReactNode } from "react";
import "./visually-hidden.css";

/** Spoken, not seen. */
export function VisuallyHidden({ children }: { children: ReactNode }) {
  return <span className="v-hidden">{children}</span>;
}
