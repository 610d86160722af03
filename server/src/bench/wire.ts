import { connect, createServer } from "node:net";
import type { AddressInfo, Socket } from "node:net";

/** Statements beyond those that begin, set and end the session's transaction. */
export type Counted = { statements: number };
export type Wire = {
  /** the same database, by way of the one who counts */
  url: string;
  counted(): Counted;
  stop(): Promise<void>;
};

// what every transaction has: begun, told whose session it is and who is asking, ended
const SESSION = /^\s*(begin|commit|rollback|set\b|select set_config\()/i;

/** Reads one connection's messages to PostgreSQL: a type, a length, and the rest. The first has no type. */
function reader(counted: Counted): (part: Buffer) => void {
  const texts = new Map<string, string>();
  let [kept, begun, bound] = [Buffer.alloc(0), false, ""];
  const note = (text: string): void => {
    if (!SESSION.test(text)) counted.statements += 1;
  };
  const textAt = (message: Buffer, from: number): string => message.toString("utf8", from, message.indexOf(0, from));
  return (part) => {
    kept = Buffer.concat([kept, part]);
    for (;;) {
      const head = begun ? 1 : 0;
      if (kept.length < head + 4 || kept.length < head + kept.readInt32BE(head)) return;
      const length = head + kept.readInt32BE(head);
      const [type, message] = [begun ? kept.toString("latin1", 0, 1) : "", kept.subarray(0, length)];
      kept = kept.subarray(length);
      begun = true;
      const first = textAt(message, 5);
      if (type === "Q") note(first);
      else if (type === "P") texts.set(first, textAt(message, 5 + Buffer.byteLength(first) + 1));
      else if (type === "B") bound = textAt(message, 5 + Buffer.byteLength(first) + 1);
      else if (type === "E") note(texts.get(bound) ?? "");
    }
  };
}

/** Stands between a server and its database and counts the statements that go by. For counting, not while the clock runs. */
export async function openWire(databaseUrl: string): Promise<Wire> {
  const target = new URL(databaseUrl);
  const counted: Counted = { statements: 0 };
  const open = new Set<Socket>();
  const server = createServer((near) => {
    const far = connect(Number(target.port), target.hostname);
    const read = reader(counted);
    near.on("data", read);
    near.pipe(far).pipe(near);
    for (const socket of [near, far]) {
      open.add(socket);
      socket.on("close", () => {
        open.delete(socket);
        near.destroy();
        far.destroy();
      });
      socket.on("error", () => socket.destroy());
    }
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", () => resolve());
  });
  const url = new URL(databaseUrl);
  url.port = String((server.address() as AddressInfo).port);
  return {
    url: url.href,
    counted: () => ({ ...counted }),
    async stop() {
      for (const socket of open) socket.destroy();
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
      });
    },
  };
}
