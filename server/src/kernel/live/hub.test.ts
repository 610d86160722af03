import { EventEmitter } from "node:events";
import type { Response } from "express";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { Door } from "../db/door.js";
import type { Viewer, Work } from "../db/unit-of-work.js";
import { createLogger } from "../log.js";
import { createHub } from "./hub.js";
import type { Hub } from "./hub.js";
import { inTurns } from "./in-turns.js";
import { readWord } from "./word.js";

const id = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, "0")}`;
const CHAPTER = id(1);

/** a response that can be slow */
function line() {
  let text = "";
  let slow = false;
  const response = Object.assign(new EventEmitter(), {
    destroyed: false,
    writableEnded: false,
    writeHead() {},
    write(piece: string) {
      text += piece;
      return !slow;
    },
    end(piece = "") {
      text += piece;
      response.writableEnded = true;
      response.emit("close");
    },
  });
  return {
    response: response as unknown as Response,
    text: () => text.replace(/^retry: \d+\n\n/, ""),
    slow: (value: boolean) => {
      slow = value;
      if (!value) response.emit("drain");
    },
    isEnded: () => response.writableEnded,
  };
}

let hub: Hub, say: (payload: string) => void, began: () => void, viewer: Viewer | null, asked: number, away: boolean;

beforeEach(() => {
  vi.useFakeTimers();
  [asked, away] = [0, false];
  viewer = { accountId: id(7), seatId: id(8), chapterId: CHAPTER } as Viewer;
  const door = {
    work: () => ({
      open: async () => {
        asked += 1;
        if (away) throw new Error("away");
        return { viewer } as Work;
      },
      end: async () => undefined,
    }),
  } as unknown as Door;
  hub = createHub({
    door,
    listen: (hearing) => {
      [say, began] = [hearing.heard, hearing.began];
      return { close: async () => undefined };
    },
    mayHear: async (_work, { rows, chapters }) => ({ ids: [...rows], whole: chapters.size > 0 }),
    log: createLogger("silent"),
    most: 3,
  });
});
afterEach(async () => {
  await hub.close();
  vi.useRealTimers();
});

const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

describe("the hub", () => {
  test("asks once for all that was said within a fifth of a second, and not about other chapters", async () => {
    const one = line();
    await hub.join("s", one.response);
    asked = 0;
    for (const n of [20, 21, 20]) say(`t ${CHAPTER} ${id(n)}`);
    say(`t ${id(2)} ${id(22)}`);
    await pass(250);
    expect([asked, one.text()]).toEqual([1, `event: changed\ndata: ${id(21)} ${id(20)}\n\n`]);
    say(`t ${id(2)} ${id(22)}`);
    await pass(1_000);
    expect(asked).toBe(1);
  });

  test("tells one who reads too slowly to fetch anew, and keeps nothing for them", async () => {
    const one = line();
    await hub.join("s", one.response);
    one.slow(true);
    for (let n = 20; n < 60; n++) {
      say(`t ${CHAPTER} ${id(n)}`);
      await pass(250);
    }
    // the one that filled the line, and no more
    expect(one.text().match(/changed/g)).toHaveLength(1);
    one.slow(false);
    expect(one.text().endsWith("event: refresh\ndata:\n\n")).toBe(true);
    expect(one.isEnded()).toBe(false);
  });

  test("gives up one whose line stands still from one beat to the next but one", async () => {
    const one = line();
    await hub.join("s", one.response);
    await pass(25_000);
    expect(one.text()).toBe(":\n\n");
    one.slow(true);
    say(`t ${CHAPTER} ${id(20)}`);
    await pass(60_000);
    expect(one.isEnded()).toBe(true);
  });

  test("tells nothing that could not be asked about; when it can again, to fetch anew", async () => {
    const one = line();
    await hub.join("s", one.response);
    away = true;
    say(`t ${CHAPTER} ${id(20)}`);
    await pass(2_000);
    expect(one.text()).toBe("");
    away = false;
    await pass(8_000);
    expect(one.text()).toBe("event: refresh\ndata:\n\n");
  });

  test("tells all to fetch anew when it listens again", async () => {
    const one = line();
    await hub.join("s", one.response);
    began();
    await pass(500);
    expect(one.text()).toBe("event: refresh\ndata:\n\n");
  });

  test.each([
    ["session", null],
    ["seat", { accountId: id(7), seatId: null, chapterId: null } as Viewer],
  ] as const)("finds out within a minute and a half that the %s is over, when nothing is said", async (why, after) => {
    const one = line();
    await hub.join("s", one.response);
    viewer = after;
    await pass(90_000);
    expect([one.isEnded(), one.text().endsWith(`event: ended\ndata: ${why}\n\n`)]).toEqual([true, true]);
  });

  test("is full at its limit, and takes nobody when it is leaving", async () => {
    const one = line();
    for (const [i, response] of [one.response, line().response, line().response].entries())
      await hub.join(`s${i}`, response);
    await expect(hub.join("s", line().response)).rejects.toThrow("busy");
    hub.leave();
    expect([one.isEnded(), one.text()]).toEqual([true, ""]);
    await expect(hub.join("s", line().response)).rejects.toThrow("busy");
  });
});

test("a word is read only as we write it", () => {
  expect(readWord(`t ${id(1)} ${id(2)}`)).toEqual({ kind: "row", chapterId: id(1), id: id(2) });
  expect(readWord(`b ${id(1)} ${id(2)}`)).toEqual({ kind: "beside", chapterId: id(1), id: id(2) });
  expect(readWord(`c ${id(1)}`)).toEqual({ kind: "chapter", chapterId: id(1) });
  expect(readWord(`o ${id(1)}`)).toEqual({ kind: "organization", id: id(1) });
  expect([readWord(`s ${id(1)}`), readWord(`a ${id(1)}`)].map((word) => word?.kind)).toEqual(["seat", "account"]);
  for (const odd of ["", "t", `t ${id(1)}`, `c ${id(1)} ${id(2)}`, `x ${id(1)}`, `c ${id(1)}\n`])
    expect(readWord(odd)).toBeNull();
});

test("turns are taken, so many at once, and a failure gives its turn on", async () => {
  const inTurn = inTurns(2);
  let [running, most] = [0, 0];
  const act = (fails: boolean) => async () => {
    most = Math.max(most, ++running);
    await Promise.resolve();
    running -= 1;
    if (fails) throw new Error("no");
  };
  const all = await Promise.allSettled(Array.from({ length: 10 }, (_, i) => inTurn(act(i % 3 === 0))));
  expect([most, all.filter(({ status }) => status === "rejected").length]).toEqual([2, 4]);
});
