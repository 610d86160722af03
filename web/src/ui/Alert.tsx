import { Alert as DsAlert } from "@digdir/designsystemet-react";
import type { ReactNode } from "react";
import "./alert.css";

const COLOURS = { info: "info", warn: "warning", danger: "danger", success: "success" } as const;

type AlertProps = {
  tone?: "info" | "warn" | "danger" | "success";
  title?: ReactNode;
  children?: ReactNode;
  action?: ReactNode;
  /** Read aloud when it comes: set it when it answers something just done. */
  live?: boolean;
};

/** Said in place, near what it is about. Never floats, never goes away by itself. */
export function Alert({ tone = "info", title, children, action, live }: AlertProps) {
  return (
    <DsAlert
      className="v-alert"
      data-color={COLOURS[tone]}
      role={live ? (tone === "danger" ? "alert" : "status") : undefined}
    >
      {title !== undefined && <p className="v-alert__title">{title}</p>}
      {children !== undefined && <div>{children}</div>}
      {action !== undefined && (
        <div className="v-alert__action" data-color="fjord">
          {action}
        </div>
      )}
    </DsAlert>
  );
}
