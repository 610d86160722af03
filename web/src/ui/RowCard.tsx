import type { ReactNode } from "react";
import { Link } from "react-router";
import { ChevronRightIcon, type IconType } from "./icons";
import "./row-card.css";

type RowCardProps = {
  to: string;
  title: ReactNode;
  /** The status line: a StatusWord, then the rest by « · ». */
  status?: ReactNode;
  icon?: IconType;
  /** Instead of the icon: a number or an initial in the disc. */
  disc?: ReactNode;
  aside?: ReactNode;
};

/** A whole card that is one link. In a list put several in `RowCards`. */
export function RowCard({ to, title, status, icon: Icon, disc, aside }: RowCardProps) {
  return (
    <Link to={to} className="ds-card v-row-card">
      {(Icon || disc !== undefined) && (
        <span className="v-row-card__disc" aria-hidden={Icon ? true : undefined}>
          {Icon ? <Icon aria-hidden fontSize="1.375rem" /> : disc}
        </span>
      )}
      <span className="v-row-card__text">
        <span className="v-row-card__title">{title}</span>
        {status !== undefined && <span className="v-row-card__status">{status}</span>}
      </span>
      {aside !== undefined && <span className="v-row-card__aside">{aside}</span>}
      <ChevronRightIcon aria-hidden className="v-row-card__chevron" fontSize="1.375rem" />
    </Link>
  );
}

/** `joined`: one card with hairlines, for lists at the desk and for more than a handful. */
export function RowCards({ joined, children }: { joined?: boolean; children: ReactNode }) {
  return <div className={joined ? "v-row-cards v-row-cards--joined" : "v-row-cards"}>{children}</div>;
}
