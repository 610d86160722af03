import type { ReactNode } from "react";
import { useOnline } from "../app/online";
import { useTexts } from "../texts";
import { CloudSlashIcon } from "./icons";
import "./offline-notice.css";

type Props = {
  /** said with a network too */
  title?: string;
  body?: string;
  action?: ReactNode;
};

/** A pill for as long as there is no network: what it is, and that what one does is safe. With a title also when there is one. */
export function OfflineNotice({ title, body, action }: Props) {
  const online = useOnline();
  const texts = useTexts().app.offline;
  return (
    <div role="status" className="v-offline-place">
      {(!online || title) && (
        <p className="v-offline">
          <CloudSlashIcon aria-hidden fontSize="1.375rem" />
          <span>
            <strong>{title ?? `${texts.title}.`}</strong> {!title && (body ?? texts.body)} {action}
          </span>
        </p>
      )}
    </div>
  );
}
