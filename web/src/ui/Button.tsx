import { Button as DsButton } from "@digdir/designsystemet-react";
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

const VARIANTS = {
  primary: "primary",
  secondary: "secondary",
  quiet: "tertiary",
  plain: "tertiary",
  danger: "primary",
} as const;

/** Our look in the words of Designsystemet's button. */
function look({ variant = "secondary", wide, iconOnly }: Look, className?: string) {
  return {
    variant: VARIANTS[variant],
    icon: !!iconOnly,
    className: classes("v-button", `v-button--${variant}`, iconOnly && "v-button--icon", className),
    ...(wide && { "data-fullwidth": true }),
    ...(variant === "danger" && { "data-color": "danger" as const }),
  };
}

function Content({ icon: Start, iconEnd: End, iconOnly, children }: Look & { children: ReactNode }) {
  return (
    <>
      {Start && <Start aria-hidden />}
      <span className={iconOnly ? "v-hidden" : undefined}>{children}</span>
      {End && <End aria-hidden />}
    </>
  );
}

/** While `busy`, or `aria-disabled`, it keeps its place and its focus, and a press does nothing. */
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
  "aria-disabled": disabled,
  ...rest
}: ButtonProps) {
  const still = !!busy || disabled === true || disabled === "true";
  const shown: Look = {
    ...(variant && { variant }),
    ...(icon && { icon }),
    ...(iconEnd && { iconEnd }),
    wide: !!wide,
    iconOnly: !!iconOnly,
  };
  return (
    <DsButton
      {...rest}
      {...look(shown, className)}
      type={type === "submit" ? "submit" : "button"}
      aria-busy={busy || undefined}
      aria-disabled={still || undefined}
      onClick={still ? (event) => event.preventDefault() : onClick}
    >
      <Content {...shown}>{children}</Content>
    </DsButton>
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
  return (
    <DsButton asChild {...look(rest, className)}>
      {to !== undefined ? (
        <Link to={to}>{content}</Link>
      ) : (
        <a href={href} download={download}>
          {content}
        </a>
      )}
    </DsButton>
  );
}
