import type { ReactNode } from "react";
import { Cairn } from "./Cairn";
import "./empty-state.css";

/** Nothing here, and why that is fine or what makes the first one. */
export function EmptyState({
  title,
  children,
  action,
  lit,
}: {
  title: ReactNode;
  children?: ReactNode;
  action?: ReactNode;
  lit?: boolean;
}) {
  return (
    <div className="v-empty">
      <Cairn size="medium" lit={!!lit} />
      <div>
        <p className="v-empty__title">{title}</p>
        {children !== undefined && <div className="v-empty__body">{children}</div>}
      </div>
      {action}
    </div>
  );
}
