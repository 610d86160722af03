import type { ButtonHTMLAttributes, ReactNode, Ref } from "react";
import { Link } from "react-router";
import { classes } from "./classes";
import type { IconType } from "./icons";
import "./button.css";

/** `primary` once a page; `secondary` outlined; `quiet` tinted; `plain` a word; `danger` only in a dialog that names what happens. */
export type ButtonVariant = "primary" | "secondary" | "quiet" | "plain" | "danger";

type Look = {
  variant?: ButtonVariant;
  icon?: IconType;
  iconEnd?: IconType;
  wide?: boolean;
  /** Only the icon is seen; the children are spoken. */
  iconOnly?: boolean;
};
type ButtonProps = Look & {
  busy?: boolean;
  children: ReactNode;
  ref?: Ref<HTMLButtonElement>;
} & Omit<ButtonHTMLAttributes<HTMLButtonElement>, "children">;

function look({ variant = "secondary", wide, iconOnly }: Look, className?: string): string {
  return classes("v-button", `v-button--${variant}`, wide && "v-button--wide", iconOnly && "v-button--icon", className);
}

function Content({ icon: Start, iconEnd: End, iconOnly, children }: Look & { children: ReactNode }) {
  return (
    <>
      {Start && <Start aria-hidden className="v-button__icon" />}
      <span className={iconOnly ? "v-hidden" : "v-button__word"}>{children}</span>
      {End && <End aria-hidden className="v-button__icon" />}
    </>
  );
}

/** While `busy` it keeps its place and its focus, and a second press does nothing. */
export function Button({
  variant,
  icon,
  iconEnd,
  wide,
  iconOnly,
  busy,
  children,
  className,
  onClick,
  type,
  ...rest
}: ButtonProps) {
  const shown: Look = {
    ...(variant && { variant }),
    ...(icon && { icon }),
    ...(iconEnd && { iconEnd }),
    wide: !!wide,
    iconOnly: !!iconOnly,
  };
  return (
    <button
      {...rest}
      type={type === "submit" ? "submit" : "button"}
      className={look(shown, classes(className, busy && "v-button--busy"))}
      aria-busy={busy || undefined}
      aria-disabled={busy || undefined}
      onClick={busy ? (event) => event.preventDefault() : onClick}
    >
      <Content {...shown}>{children}</Content>
    </button>
  );
}

/** A link that looks like a button. `to` is a page of ours; `href` a telephone, a mail or another site. */
export function ButtonLink({
  to,
  href,
  children,
  className,
  download,
  ...rest
}: Look & { children: ReactNode; className?: string; download?: boolean } & (
    | { to: string; href?: never }
    | { href: string; to?: never }
  )) {
  const content = <Content {...rest}>{children}</Content>;
  const name = look(rest, className);
  if (to !== undefined) {
    return (
      <Link to={to} className={name}>
        {content}
      </Link>
    );
  }
  return (
    <a href={href} className={name} download={download}>
      {content}
    </a>
  );
}
