import type { Response } from "express";

/** Why a stream ends: the session is over, or acts in another seat or none; too many are open; we are leaving. */
export type Ending = "session" | "seat" | "crowded" | "leaving";

/** One open answer that never ends by itself. Events carry ids or nothing. */
export type Stream = {
  /** these touchpoints changed */
  changed(ids: readonly string[]): void;
  /** something may have changed: what shows is to be fetched anew */
  refresh(): void;
  /** a comment, so that nobody between us takes the silence for death; false when the reader has been stuck since the last one */
  beat(): boolean;
  end(why: Ending): void;
};

/** Begins the answer. Whoever reads too slowly is told to fetch anew when they have caught up, and nothing waits in memory for them. */
export function openStream(response: Response): Stream {
  response.writeHead(200, {
    "content-type": "text/event-stream; charset=utf-8",
    "cache-control": "no-store, no-transform",
    // nginx would keep it until it is large
    "x-accel-buffering": "no",
  });
  let stuck = false;
  let stuckAtBeat = false;
  let missed = false;

  function write(text: string): void {
    if (response.writableEnded || response.destroyed) return;
    if (stuck) {
      missed = true;
      return;
    }
    if (response.write(text)) return;
    stuck = true;
    response.once("drain", () => {
      stuck = false;
      if (!missed) return;
      missed = false;
      write("event: refresh\ndata:\n\n");
    });
  }
  // those who were cut off at once do not come back at once
  write(`retry: ${2000 + Math.floor(Math.random() * 3000)}\n\n`);

  return {
    changed: (ids) => write(`event: changed\ndata: ${ids.join(" ")}\n\n`),
    refresh: () => write("event: refresh\ndata:\n\n"),
    beat() {
      if (stuck && stuckAtBeat) return false;
      stuckAtBeat = stuck;
      if (!stuck) write(":\n\n");
      return true;
    },
    end(why) {
      if (response.writableEnded || response.destroyed) return;
      response.end(why === "leaving" ? undefined : `event: ended\ndata: ${why}\n\n`);
    },
  };
}
