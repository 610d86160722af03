import type { ReactNode } from "react";
import { CheckmarkIcon, ExclamationmarkTriangleIcon, InformationSquareIcon } from "./icons";
import "./alert.css";

const ICONS = {
  info: InformationSquareIcon,
  warn: ExclamationmarkTriangleIcon,
  danger: ExclamationmarkTriangleIcon,
  success: CheckmarkIcon,
};

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
  const Icon = ICONS[tone];
  return (
    <div className={`v-alert v-alert--${tone}`} role={live ? (tone === "danger" ? "alert" : "status") : undefined}>
      <Icon aria-hidden className="v-alert__icon" fontSize="1.5rem" />
      <div className="v-alert__text">
        {title !== undefined && <p className="v-alert__title">{title}</p>}
        {children !== undefined && <div className="v-alert__body">{children}</div>}
        {action !== undefined && <div className="v-alert__action">{action}</div>}
      </div>
    </div>
  );
}
