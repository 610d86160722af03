import { connect, createServer } from "node:net";
import type { AddressInfo, Socket } from "node:net";

/** A way to the database that can be cut: `cut` breaks every connection and lets none in, `mend` opens it again. */
export async function breakableWay(url: string) {
  const target = new URL(url);
  const open = new Set<Socket>();
  let whole = true;
  const server = createServer((socket) => {
    if (!whole) return void socket.destroy();
    const onward = connect(Number(target.port), target.hostname);
    for (const [one, other] of [
      [socket, onward],
      [onward, socket],
    ] as const) {
      open.add(one);
      one.on("error", () => other.destroy());
      one.on("close", () => {
        open.delete(one);
        other.destroy();
      });
      one.pipe(other);
    }
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", () => resolve());
  });
  const way = new URL(url);
  way.hostname = "127.0.0.1";
  way.port = String((server.address() as AddressInfo).port);
  const breakAll = () => {
    for (const socket of open) socket.destroy();
  };
  return {
    url: way.toString(),
    /** breaks every connection; new ones are let in */
    breakAll,
    cut() {
      whole = false;
      breakAll();
    },
    mend() {
      whole = true;
    },
    async close() {
      breakAll();
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
      });
    },
  };
}
