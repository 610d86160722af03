import { useTexts } from "../texts";
import { Button } from "./Button";
import "./pager.css";

/** «Vis flere» under a list. `total` only when it is known for sure. */
export function Pager({
  shown,
  total,
  hasMore,
  busy,
  onMore,
}: {
  shown: number;
  total?: number;
  hasMore: boolean;
  busy?: boolean;
  onMore: () => void;
}) {
  const texts = useTexts().ui.actions;
  if (!hasMore && (total === undefined || total <= shown)) return null;
  return (
    <div className="v-pager">
      {total !== undefined && <p>{texts.shown(shown, total)}</p>}
      {hasMore && (
        <Button variant="quiet" busy={!!busy} onClick={onMore}>
          {texts.showMore}
        </Button>
      )}
    </div>
  );
}
