import type { Server, ServerResponse } from "node:http";
import { setTimeout as pause } from "node:timers/promises";

/** how long one who has connected may take to begin to speak, once we are leaving */
const KNOCK_MS = 150;

/**
 * Makes a server leave without breaking off what it has begun. `leave` shuts the door, answers every request that was
 * read, and only then closes the connections: a request that was read late is waited for, one that was never read is not
 * done. Waits `mostMs` at most.
 */
export function drainable(server: Server): { leave(mostMs: number): Promise<void> } {
  const underWay = new Set<ServerResponse>();
  let leaving = false;
  const last = (response: ServerResponse) => {
    if (!response.headersSent) response.setHeader("connection", "close");
  };
  // before whoever answers
  server.prependListener("request", (_request, response) => {
    underWay.add(response);
    if (leaving) last(response);
    response.once("close", () => underWay.delete(response));
  });
  return {
    async leave(mostMs) {
      leaving = true;
      const deadline = Date.now() + mostMs;
      const closed = new Promise<void>((resolve) => {
        server.close(() => resolve());
      });
      for (const response of underWay) last(response);
      do await pause(KNOCK_MS);
      while (underWay.size > 0 && Date.now() < deadline);
      // in the same turn as we saw that nothing is under way
      server.closeAllConnections();
      await closed;
    },
  };
}
