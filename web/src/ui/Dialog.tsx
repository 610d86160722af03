import { Dialog as DsDialog } from "@digdir/designsystemet-react";
import { useId, useLayoutEffect, type ReactNode } from "react";
import { Button } from "./Button";
import type { IconType } from "./icons";
import { useTexts } from "../texts";
import "./dialog.css";

type DialogProps = {
  open: boolean;
  onClose: () => void;
  /** Names what this is, or what will happen: «Avslutte Velkomstsamtale i 15 lag?» */
  title: string;
  icon?: IconType;
  /** Buttons, the one that acts last. Without them one button closes. */
  actions?: ReactNode;
  /** The word on that one button. */
  closeLabel?: string;
  /** A press outside does not close: something is being written. */
  keep?: boolean;
  children: ReactNode;
};

/** A sheet at the bottom on the phone, a window at the desk. The browser's own dialog holds the focus and gives it back. */
export function Dialog({ open, onClose, title, icon: Icon, actions, closeLabel, keep, children }: DialogProps) {
  const id = useId();
  const texts = useTexts().ui.actions;
  // before the browser moves the focus in: a dialog that is taken away while open gives nothing back by itself
  useLayoutEffect(() => {
    if (!open) return;
    const opener = document.activeElement;
    return () =>
      queueMicrotask(() => {
        if (document.activeElement === document.body && opener instanceof HTMLElement) opener.focus();
      });
  }, [open]);
  return (
    <DsDialog
      open={open}
      closeButton={false}
      className="v-dialog"
      aria-labelledby={id}
      onClose={onClose}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClick={(event) => {
        if (!keep && event.target === event.currentTarget) onClose();
      }}
    >
      {open && (
        <div className="v-dialog__body">
          <h2 id={id} className="v-dialog__title" tabIndex={-1}>
            {Icon && <Icon aria-hidden fontSize="1.75rem" />}
            {title}
          </h2>
          <div className="v-dialog__content">{children}</div>
          <div className="v-dialog__actions">
            {actions ?? (
              <Button variant="quiet" wide onClick={onClose}>
                {closeLabel ?? texts.close}
              </Button>
            )}
          </div>
        </div>
      )}
    </DsDialog>
  );
}
