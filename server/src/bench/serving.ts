import type { Server } from "node:http";
import type { AddressInfo } from "node:net";

/** A server that answers on any free port of this machine. */
export type Serving = { url: string; port: number; stop(): Promise<void> };

/** Lets it listen; stopping it ends its connections, and then its pool. */
export async function servingOf(server: Server, release: () => Promise<void>): Promise<Serving> {
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", () => resolve());
  });
  const { port } = server.address() as AddressInfo;
  return {
    port,
    url: `http://127.0.0.1:${port}`,
    async stop() {
      server.closeAllConnections();
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
      });
      await release();
    },
  };
}
