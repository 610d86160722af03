import { createContext, useCallback, useContext, useState, type ReactNode } from "react";
import { UndoBar } from "../ui";

/** What was just done, and how to take it back. */
export type UndoOffer = { message: string; undo: () => void };

const UndoContext = createContext<((offer: UndoOffer) => void) | null>(null);

/** Shows the ten seconds of undo over whichever page one has gone on to. */
export function UndoProvider({ children }: { children: ReactNode }) {
  const [current, setCurrent] = useState<(UndoOffer & { turn: number }) | null>(null);
  const offer = useCallback((next: UndoOffer) => setCurrent((last) => ({ ...next, turn: (last?.turn ?? 0) + 1 })), []);
  const done = useCallback(() => setCurrent(null), []);
  return (
    <UndoContext value={offer}>
      {children}
      {current && (
        <UndoBar
          key={current.turn}
          message={current.message}
          onDone={done}
          onUndo={() => {
            done();
            current.undo();
          }}
        />
      )}
    </UndoContext>
  );
}

/** `offerUndo({ message, undo })` right after the act; it stays when the page changes. */
export function useUndo(): (offer: UndoOffer) => void {
  const offer = useContext(UndoContext);
  if (!offer) throw new Error("useUndo is used outside UndoProvider");
  return offer;
}
