import { Agent, request } from "node:http";

/** One request to make; its answer is checked, so that an error is never measured as a fast success. */
export type Shot = { body: string; session: string };
export type Run = { url: string; path: string; shots: readonly Shot[]; atOnce: number };
/** Milliseconds, answers a second, and how long an answer is. */
export type Figures = { p50: number; p99: number; perSecond: number; bytes: number };

function fire(agent: Agent, { url, path }: Run, { body, session }: Shot): Promise<string> {
  return new Promise((resolve, reject) => {
    const outgoing = request(
      new URL(path, url),
      {
        agent,
        method: "POST",
        headers: {
          "content-type": "application/json",
          "content-length": Buffer.byteLength(body),
          cookie: `__Host-s=${session}`,
        },
      },
      (response) => {
        const parts: Buffer[] = [];
        response.on("data", (part: Buffer) => parts.push(part));
        response.on("error", reject);
        response.on("end", () => {
          const text = Buffer.concat(parts).toString("utf8");
          const failed = response.statusCode !== 200 || text.includes('"errors":') || /"problems":\[\{/.test(text);
          if (failed) reject(new Error(`answered ${response.statusCode}: ${text.slice(0, 400)}`));
          else resolve(text);
        });
      },
    );
    outgoing.on("error", reject);
    outgoing.end(body);
  });
}

/** Sends one request and gives its answer. */
export async function ask(url: string, path: string, shot: Shot): Promise<unknown> {
  const agent = new Agent();
  try {
    return JSON.parse(await fire(agent, { url, path, shots: [], atOnce: 1 }, shot)) as unknown;
  } finally {
    agent.destroy();
  }
}

const share = (sorted: readonly number[], part: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;

/** Closed loop with kept connections: `atOnce` callers, each asks again when it has its answer, until all shots are fired. */
export async function closedLoop(run: Run): Promise<Figures> {
  const agent = new Agent({ keepAlive: true, maxSockets: run.atOnce });
  const times: number[] = [];
  let bytes = 0;
  let next = 0;
  const caller = async (): Promise<void> => {
    for (let shot = run.shots[next++]; shot; shot = run.shots[next++]) {
      const began = performance.now();
      const answer = await fire(agent, run, shot);
      bytes += Buffer.byteLength(answer);
      times.push(performance.now() - began);
    }
  };
  const began = performance.now();
  try {
    await Promise.all(Array.from({ length: run.atOnce }, caller));
  } finally {
    agent.destroy();
  }
  const seconds = (performance.now() - began) / 1000;
  const sorted = times.toSorted((a, b) => a - b);
  return {
    p50: share(sorted, 0.5),
    p99: share(sorted, 0.99),
    perSecond: times.length / seconds,
    bytes: Math.round(bytes / times.length),
  };
}
