import { request } from "node:http";
import type { IncomingMessage } from "node:http";

/** One who listens at `/live`, as a browser does: what came over the wire, and as events. */
export type TestEar = {
  status: number;
  headers: IncomingMessage["headers"];
  /** all that came, word for word */
  wire(): string;
  events(): { event: string; data: string }[];
  /** the other end closed it */
  closed(): boolean;
  close(): void;
};

/** Opens a stream as a session (or nobody); resolves when the answer has begun. */
export function testEar(
  url: string,
  seat: { secret: string } | null,
  over: { method?: string; headers?: Record<string, string> } = {},
): Promise<TestEar> {
  return new Promise((resolve, reject) => {
    const headers = {
      ...(seat && { cookie: `__Host-s=${seat.secret}` }),
      "sec-fetch-site": "same-origin",
      ...over.headers,
    };
    const sent = request(new URL("/live", url), { method: over.method ?? "GET", headers, agent: false }, (response) => {
      let wire = "";
      let closed = false;
      response.setEncoding("utf8");
      response.on("data", (piece: string) => (wire += piece));
      response.on("error", () => (closed = true));
      response.on("close", () => (closed = true));
      resolve({
        status: response.statusCode!,
        headers: response.headers,
        wire: () => wire,
        events: () =>
          [...wire.matchAll(/event: (\w+)\ndata: ?(.*)\n\n/g)].map(([, event, data]) => ({
            event: event!,
            data: data!,
          })),
        closed: () => closed,
        close: () => sent.destroy(),
      });
    });
    sent.on("error", reject);
    sent.end();
  });
}
