import type { ReactNode } from "react";
import "./disclosure.css";

type DisclosureProps = {
  summary: ReactNode;
  /** Opens folded out the first time. */
  open?: boolean;
  children: ReactNode;
};

/** Folded until asked for: «Senere denne uka (3)». */
export function Disclosure({ summary, open, children }: DisclosureProps) {
  return (
    <details className="ds-details v-disclosure" open={open}>
      <summary>{summary}</summary>
      <div className="v-disclosure__content">{children}</div>
    </details>
  );
}
