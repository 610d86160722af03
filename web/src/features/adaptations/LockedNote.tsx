import type { ReactNode } from "react";
import { PadlockLockedIcon } from "../../ui/icons";

/** Why a part is not the chapter's to change. */
export function LockedNote({ children }: { children: ReactNode }) {
  return (
    <p className="v-adapt-locked">
      <PadlockLockedIcon aria-hidden fontSize="1.25rem" />
      <span>{children}</span>
    </p>
  );
}
