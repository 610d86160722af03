import { lazy, Suspense } from "react";
import { useOffline } from "../../app/offline/snapshot";
import { useOnline } from "../../app/online";

const QueueList = lazy(() => import("./QueueList"));

/** On «I dag»: what waits to be sent. Nothing at all, and nothing downloaded, when there is none and there is a network. */
export function QueueCard() {
  const { work, day } = useOffline();
  const online = useOnline();
  if (work.length === 0 && (online || !day)) return null;
  return (
    <Suspense fallback={null}>
      <QueueList />
    </Suspense>
  );
}
