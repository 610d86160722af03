import type { ReactNode } from "react";
import { classes } from "./classes";
import { ClockIcon } from "./icons";
import "./card.css";

type CardProps = {
  title?: ReactNode;
  /** Right of the title: a count, a small link. */
  aside?: ReactNode;
  /** One quiet line under the title. */
  lead?: ReactNode;
  /** `attention` (amber) for the one thing spoken of, `good` (plum) for making good what was missed. */
  tone?: "plain" | "attention" | "good";
  /** Heading level; 2 unless the card lies under another heading. */
  level?: 2 | 3;
  children?: ReactNode;
};

export function Card({ title, aside, lead, tone = "plain", level = 2, children }: CardProps) {
  const Heading = level === 2 ? "h2" : "h3";
  return (
    <section className={classes("ds-card", "v-card", tone !== "plain" && `v-card--${tone}`)}>
      {(title !== undefined || aside !== undefined) && (
        <header className="v-card__head">
          {title !== undefined && <Heading className="v-card__title">{title}</Heading>}
          {aside !== undefined && <div className="v-card__aside">{aside}</div>}
        </header>
      )}
      {lead !== undefined && <p className="v-card__lead">{lead}</p>}
      {children}
    </section>
  );
}

/** Cards under each other (or side by side where there is room: `columns`). */
export function Stack({ columns, children }: { columns?: boolean; children: ReactNode }) {
  return <div className={classes("v-stack", columns && "v-stack--columns")}>{children}</div>;
}

/** Rows with a hairline between, in a card. */
export function Rows({ children }: { children: ReactNode }) {
  return <ul className="v-rows">{children}</ul>;
}

export function Row({ children }: { children: ReactNode }) {
  return <li className="v-rows__row">{children}</li>;
}

type HeroCardProps = {
  /** The kind of task, small above its name. */
  eyebrow: ReactNode;
  /** «10 min» */
  minutes?: ReactNode;
  title: ReactNode;
  /** A StatusLine. */
  status: ReactNode;
  /** A Progress and «Neste: …». */
  next?: ReactNode;
  /** The page's one primary button, wide. */
  action: ReactNode;
};

/** The first thing to do: the only card with the page's solid button. */
export function HeroCard({ eyebrow, minutes, title, status, next, action }: HeroCardProps) {
  return (
    <section className="ds-card v-card v-hero">
      <div className="v-hero__top">
        <span className="v-hero__eyebrow">{eyebrow}</span>
        {minutes !== undefined && (
          <span className="v-hero__minutes">
            <ClockIcon aria-hidden fontSize="1.25rem" />
            {minutes}
          </span>
        )}
      </div>
      <h2 className="v-hero__title">{title}</h2>
      <div>{status}</div>
      {next !== undefined && <div className="v-hero__next">{next}</div>}
      {action}
    </section>
  );
}
