import { useEffect, useState, useSyncExternalStore } from "react";
import { createSaver, type Answer } from "../../app/saver";

type Sent<Saved> = { key: string; rev: number; what: Saved };

/** What is written, saved by itself. One leaves with a warning while something is not, and it is sent when the network is back. */
export function useSaved<Saved>(
  first: { what: Saved; rev: number },
  send: (sent: Sent<Saved>) => Promise<Answer<Saved>>,
  ready: (what: Saved) => boolean,
) {
  const [saver] = useState(() => createSaver<Saved>(first, send, ready));
  const state = useSyncExternalStore(saver.subscribe, saver.state);
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent): void => {
      if (saver.isUnsaved()) event.preventDefault();
    };
    const online = (): void => void saver.flush();
    window.addEventListener("beforeunload", warn);
    window.addEventListener("online", online);
    return () => {
      window.removeEventListener("beforeunload", warn);
      window.removeEventListener("online", online);
    };
  }, [saver]);
  const { change, flush, resolve, isUnsaved } = saver;
  return { ...state, change, flush, resolve, isUnsaved };
}
