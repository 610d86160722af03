import { useOnline } from "../app/online";
import { useTexts } from "../texts";
import { CloudSlashIcon } from "./icons";
import "./offline-notice.css";

/** A pill for as long as there is no network: what it is, and that what one writes is safe. */
export function OfflineNotice() {
  const online = useOnline();
  const texts = useTexts().app.offline;
  return (
    <div role="status" className="v-offline-place">
      {!online && (
        <p className="v-offline">
          <CloudSlashIcon aria-hidden fontSize="1.375rem" />
          <span>
            <strong>{texts.title}.</strong> {texts.body}
          </span>
        </p>
      )}
    </div>
  );
}
