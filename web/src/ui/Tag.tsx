import { Tag as DsTag } from "@digdir/designsystemet-react";
import type { ReactNode } from "react";
import "./tag.css";

/** A small word about a thing: «Utkast», «kjerne». Not a button. */
export function Tag({
  tone = "plain",
  children,
}: {
  tone?: "plain" | "good" | "attention" | "missed";
  children: ReactNode;
}) {
  return <DsTag className={`v-tag v-tag--${tone}`}>{children}</DsTag>;
}
