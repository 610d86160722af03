import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { createConnection, type Source, type Word } from "./connection";

type Line = Source & { say: (event: string, data?: string) => void; closed: boolean };

let lines: Line[], awake: boolean, wake: () => void, heard: Word[];
let connection: ReturnType<typeof createConnection>;

function line(): Line {
  const listeners = new Map<string, (message: { data: string }) => void>();
  return {
    closed: false,
    addEventListener: (event, listener) => void listeners.set(event, listener),
    close() {
      this.closed = true;
    },
    say: (event, data = "") => listeners.get(event)?.({ data }),
  };
}
const last = (): Line => {
  const found = lines.at(-1);
  if (!found) throw new Error("there is no line");
  return found;
};

beforeEach(() => {
  vi.useFakeTimers();
  [lines, awake, heard] = [[], true, []];
  connection = createConnection({
    connect: () => {
      const made = line();
      lines.push(made);
      return made;
    },
    awake: () => awake,
    onAwake: (listener) => {
      wake = listener;
      return () => undefined;
    },
    random: () => 0.5,
    now: Date.now,
  });
});
afterEach(() => void vi.useRealTimers());

const listen = () => connection.listen((word) => void heard.push(word));

describe("the line to the server", () => {
  test("is one for all who listen, and tells each", () => {
    listen();
    listen();
    last().say("open");
    last().say("changed", "a b");
    expect(lines).toHaveLength(1);
    expect(heard).toEqual([
      { kind: "changed", ids: ["a", "b"] },
      { kind: "changed", ids: ["a", "b"] },
    ]);
  });

  test("stands from one page to the next, and is hung up when nobody listens", () => {
    const stop = listen();
    last().say("open");
    stop();
    vi.advanceTimersByTime(2_000);
    const stopAgain = listen();
    vi.advanceTimersByTime(10_000);
    expect([lines.length, last().closed]).toEqual([1, false]);
    stopAgain();
    vi.advanceTimersByTime(6_000);
    expect(last().closed).toBe(true);
    expect(heard).toEqual([]);
  });

  test("is hung up while the page is not seen; back, one fetches anew", () => {
    listen();
    last().say("open");
    awake = false;
    wake();
    expect(last().closed).toBe(true);
    awake = true;
    wake();
    expect(lines).toHaveLength(2);
    last().say("open");
    vi.advanceTimersByTime(0);
    expect(heard).toEqual([{ kind: "anew" }]);
  });

  test("comes back slower each time, and at once when the network is back", () => {
    listen();
    const waits: number[] = [];
    for (let i = 0; i < 9; i++) {
      const before = lines.length;
      last().say("error");
      let waited = 0;
      while (lines.length === before) {
        vi.advanceTimersByTime(500);
        waited += 500;
      }
      waits.push(waited);
    }
    expect(waits).toEqual([1000, 2000, 4000, 8000, 16_000, 32_000, 60_000, 60_000, 60_000]);
    last().say("error");
    const before = lines.length;
    wake();
    expect(lines).toHaveLength(before + 1);
    last().say("open");
    vi.advanceTimersByTime(0);
    expect(heard).toEqual([{ kind: "anew" }]);
  });

  test("that took long to stand may have missed something", () => {
    listen();
    vi.advanceTimersByTime(3_000);
    last().say("open");
    vi.advanceTimersByTime(0);
    expect(heard).toEqual([{ kind: "anew" }]);
  });

  test("tells to fetch anew not at once, and once", () => {
    listen();
    last().say("open");
    last().say("refresh");
    last().say("refresh");
    expect(heard).toEqual([]);
    vi.advanceTimersByTime(600);
    expect(heard).toEqual([{ kind: "anew" }]);
  });

  test("says that the session is over, and waits a minute before it knocks again", () => {
    listen();
    last().say("open");
    last().say("ended", "seat");
    expect(heard).toEqual([{ kind: "ended", why: "seat" }]);
    expect(last().closed).toBe(true);
    vi.advanceTimersByTime(59_000);
    expect(lines).toHaveLength(1);
    vi.advanceTimersByTime(2_000);
    expect(lines).toHaveLength(2);
    last().say("ended", "crowded");
    expect(heard).toHaveLength(1);
  });
});
