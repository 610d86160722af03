import { useEffect } from "react";
import { useClient } from "urql";
import { LookAtTouchpointDocument } from "../../../../graphql/generated/graphql";
import { newId } from "../../app/ids";

/** The server believes it for two minutes. */
const AGAIN_MS = 60_000;

/** Tells the rest of the board that one has this task open, while the page is seen. */
export function useLooking(id: string, on: boolean): void {
  const client = useClient();
  useEffect(() => {
    if (!on) return;
    let said = false;
    const say = (leaving: boolean): void => {
      said = !leaving;
      const input = { key: newId(), id, leaving };
      // it outlives the page that is left; that it may not arrive is why it runs out by itself
      void client.mutation(LookAtTouchpointDocument, { input }, { fetchOptions: { keepalive: true } }).toPromise();
    };
    const seen = (): void => {
      if (document.visibilityState === "visible" && navigator.onLine) say(false);
      else if (said) say(true);
    };
    seen();
    const again = setInterval(() => {
      if (document.visibilityState === "visible" && navigator.onLine) say(false);
    }, AGAIN_MS);
    document.addEventListener("visibilitychange", seen);
    return () => {
      clearInterval(again);
      document.removeEventListener("visibilitychange", seen);
      if (said) say(true);
    };
  }, [client, id, on]);
}
