import { randomUUID } from "node:crypto";
import { readFile, rm, writeFile } from "node:fs/promises";
import { type Socket, connect, createServer } from "node:net";
import { join } from "node:path";

/** What a live start tells others who open its data folder. */
export type Running = {
  readonly pid: number;
  readonly databasePort: number | undefined;
  readonly url: string | undefined;
};

export type Claim = {
  /** Tells later comers more: the database's port once it is up, the address once it serves. */
  announce(more: Partial<Running>): void;
  release(): Promise<void>;
};

type Note = { readonly id: string; readonly port: number };

const noteFile = (folder: string) => join(folder, "running.json");

const readNote = async (folder: string): Promise<Note | undefined> => {
  const text = await readFile(noteFile(folder), "utf8").catch(() => undefined);
  try {
    return text === undefined ? undefined : (JSON.parse(text) as Note);
  } catch {
    return undefined;
  }
};

const ask = (port: number): Promise<string> =>
  new Promise((resolve) => {
    let said = "";
    const socket: Socket = connect({ host: "127.0.0.1", port });
    socket.setTimeout(2000, () => socket.destroy());
    socket.on("data", (chunk) => (said += chunk.toString("utf8")));
    socket.once("error", () => resolve(""));
    socket.once("close", () => resolve(said));
  });

/** Who is using the folder now, if anybody. A note left by a killed start answers nothing, whoever has its pid now. */
export const whoIsRunning = async (folder: string): Promise<Running | undefined> => {
  const note = await readNote(folder);
  if (!note) return undefined;
  try {
    const answer = JSON.parse(await ask(note.port)) as Running & { id: string };
    return answer.id === note.id ? answer : undefined;
  } catch {
    return undefined;
  }
};

/**
 * Claims the folder for this process, or returns who has it. The claim is a listening socket on loopback and not a
 * process id: the operating system closes it however the process ends, and numbers given out again cannot lie.
 */
export const claimFolder = async (folder: string): Promise<Claim | Running> => {
  const id = randomUUID();
  const state: Running = { pid: process.pid, databasePort: undefined, url: undefined };
  const server = createServer((socket) => {
    socket.once("error", () => undefined);
    socket.end(JSON.stringify({ id, ...state }));
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, "127.0.0.1", resolve);
  });
  server.unref();
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
    });
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  const note = JSON.stringify({ id, port } satisfies Note);
  for (let attempt = 0; attempt < 3; attempt += 1) {
    const made = await writeFile(noteFile(folder), note, { flag: "wx", mode: 0o600 }).then(
      () => true,
      (error: NodeJS.ErrnoException) => {
        if (error.code === "EEXIST") return false;
        throw error;
      },
    );
    if (made)
      return {
        announce: (more) => {
          Object.assign(state, more);
        },
        release: async () => {
          await rm(noteFile(folder), { force: true });
          await close();
        },
      };
    const stale = await readFile(noteFile(folder), "utf8").catch(() => undefined);
    const other = await whoIsRunning(folder);
    if (other) {
      await close();
      return other;
    }
    // a killed start's note; one that somebody wrote since we looked is left alone
    const seen = await readFile(noteFile(folder), "utf8").catch(() => undefined);
    if (seen === stale) await rm(noteFile(folder), { force: true });
  }
  await close();
  throw new Error(`cannot claim ${folder}: its note keeps coming back`);
};
