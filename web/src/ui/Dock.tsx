import type { ReactNode } from "react";
import { useTexts } from "../texts";
import { ButtonLink } from "./Button";
import { ChevronLeftIcon } from "./icons";
import "./dock.css";

type DockProps = {
  /** Where back leads; always the left button, where the thumb is. */
  backTo: string;
  backLabel?: string;
  /** The one action: a primary Button. */
  action: ReactNode;
  /** The question that is answered here; the dock grows upward with the next one. */
  children?: ReactNode;
  /** Under the buttons: a SavedNote. */
  note?: ReactNode;
};

/** The sheet at the thumb: it takes the place of the bottom bar on the phone, and stays in sight at the desk. */
export function Dock({ backTo, backLabel, action, children, note }: DockProps) {
  const texts = useTexts().ui.actions;
  return (
    <div className="v-dock">
      <div className="v-dock__body">
        {children}
        <div className="v-dock__actions">
          <ButtonLink to={backTo} variant="quiet" icon={ChevronLeftIcon} iconOnly>
            {backLabel ?? texts.back}
          </ButtonLink>
          {action}
        </div>
        {note}
      </div>
    </div>
  );
}
