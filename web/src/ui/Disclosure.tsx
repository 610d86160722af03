import type { ReactNode } from "react";
import { ChevronDownIcon } from "./icons";
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
    <details className="v-disclosure" open={open}>
      <summary className="v-disclosure__summary">
        <span>{summary}</span>
        <ChevronDownIcon aria-hidden className="v-disclosure__chevron" fontSize="1.5rem" />
      </summary>
      <div className="v-disclosure__content">{children}</div>
    </details>
  );
}
