import { lazy, Suspense } from "react";
import { useLocation } from "react-router";
import { useViewer } from "../../app/viewer";
import { useTexts } from "../../texts";
import { Dialog, Skeleton } from "../../ui";
import { QuestionmarkDiamondIcon } from "../../ui/icons";
import { readerOf, topicOf } from "./topics";

// nobody who needs no help waits for its words
const HelpContent = lazy(() => import("./HelpContent"));

/** «Slik gjør du»: opens over the page, so that nothing being written is lost. */
export function HelpDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { help } = useTexts().app;
  const { pathname } = useLocation();
  const { capabilities } = useViewer();
  return (
    <Dialog open={open} onClose={onClose} title={help} icon={QuestionmarkDiamondIcon}>
      <Suspense fallback={<Skeleton of="text" count={4} />}>
        <HelpContent topic={topicOf(pathname, readerOf(capabilities))} onLeave={onClose} />
      </Suspense>
    </Dialog>
  );
}
