import { fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { HostEnv } from "../embedded/cluster.js";
import type { ServeOrder } from "./serve.js";

export type Child = {
  url: string;
  /** the most memory it has held at once, in MiB */
  peakMiB(): Promise<number>;
  stop(): Promise<void>;
  /** ends it at once, whatever it is doing */
  kill(): Promise<void>;
};

/** Starts a server in a process of its own, so that whoever measures does not share its turn. */
export async function startChild(order: ServeOrder, hostEnv: HostEnv): Promise<Child> {
  const child = fork(fileURLToPath(new URL("./serve.js", import.meta.url)), {
    serialization: "advanced",
    env: { ...hostEnv, NODE_ENV: "production", GRAPHILE_ENV: "production" },
  });
  const gone = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  const stop = async (): Promise<void> => {
    if (child.connected) child.disconnect();
    child.kill();
    await gone;
  };
  const kill = async (): Promise<void> => {
    child.kill("SIGKILL");
    await gone;
  };
  try {
    const port = await new Promise<number>((resolve, reject) => {
      child.once("message", (answer: { port: number } | { failure: string }) =>
        "port" in answer ? resolve(answer.port) : reject(new Error(answer.failure)),
      );
      child.once("exit", (code) => reject(new Error(`the server ended with ${code}`)));
      child.send(order);
    });
    const peakMiB = () =>
      new Promise<number>((resolve, reject) => {
        child.once("message", (answer: { peakMiB: number }) => resolve(answer.peakMiB));
        child.once("exit", () => reject(new Error("the server has ended")));
        child.send("peak");
      });
    return { url: `http://127.0.0.1:${port}`, peakMiB, stop, kill };
  } catch (error) {
    await stop();
    throw error;
  }
}
