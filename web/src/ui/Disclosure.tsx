import type { ReactNode } from "react";
import "./disclosure.css";

type DisclosureProps = {
  summary: ReactNode;
  /** Opens folded out the first time. */
  open?: boolean;
  /** Each time it is folded out: what is inside may be fetched then. */
  onOpen?: () => void;
  children: ReactNode;
};

/** Folded until asked for: «Senere denne uka (3)». */
export function Disclosure({ summary, open, onOpen, children }: DisclosureProps) {
  return (
    <details
      className="ds-details v-disclosure"
      open={open}
      onToggle={onOpen && ((event) => event.currentTarget.open && onOpen())}
    >
      <summary>{summary}</summary>
      <div className="v-disclosure__content">{children}</div>
    </details>
  );
}
