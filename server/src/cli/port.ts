import { createServer } from "node:net";
import { freePort } from "../embedded/cluster.js";

const isFree = (host: string, port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const server = createServer();
    server.once("error", () => resolve(false));
    server.listen({ host, port, exclusive: true }, () => {
      server.close(() => resolve(true));
    });
  });

/** The wanted port, or one that is free when somebody else has it. */
export const choosePort = async (host: string, wanted: number): Promise<number> =>
  (await isFree(host, wanted)) ? wanted : freePort();
