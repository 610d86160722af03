import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { keepReturnPath, takeReturnPath } from "./return-path";

let kept: Map<string, string>;
beforeEach(() => {
  kept = new Map();
  vi.stubGlobal("localStorage", {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test("gives back the page one wanted, once", () => {
  keepReturnPath("/oppgaver/1?fane=2");
  expect(takeReturnPath()).toBe("/oppgaver/1?fane=2");
  expect(takeReturnPath()).toBe("/");
});

test("forgets after half an hour", () => {
  vi.useFakeTimers();
  keepReturnPath("/oppgaver");
  vi.advanceTimersByTime(31 * 60_000);
  expect(takeReturnPath()).toBe("/");
});

test.each(["//evil.example", "/\\evil.example", "https://evil.example", "javascript:alert(1)", ""])(
  "never leads out of the app: %s",
  (path) => {
    keepReturnPath(path);
    expect(takeReturnPath()).toBe("/");
  },
);

test.each(["{", "null", "1", '{"path":1,"at":2}', '{"path":"/x"}'])("is not upset by %s", (value) => {
  kept.set("varde.return", value);
  expect(takeReturnPath()).toBe("/");
});
