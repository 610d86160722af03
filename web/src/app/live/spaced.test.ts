import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { spaced } from "./spaced";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test("the first is at once, and a storm is one more", () => {
  const act = vi.fn<() => void>();
  const { run } = spaced(act, 1_500);
  for (let i = 0; i < 50; i++) run();
  expect(act).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(1_499);
  expect(act).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(1);
  expect(act).toHaveBeenCalledTimes(2);
  vi.advanceTimersByTime(60_000);
  expect(act).toHaveBeenCalledTimes(2);
  run();
  expect(act).toHaveBeenCalledTimes(3);
});

test("a storm that goes on is one act each time that passes, and none after it is stopped", () => {
  const act = vi.fn<() => void>();
  const { run, stop } = spaced(act, 1_000);
  for (let ms = 0; ms < 10_000; ms += 100) {
    run();
    vi.advanceTimersByTime(100);
  }
  expect(act.mock.calls.length).toBeLessThanOrEqual(11);
  expect(act.mock.calls.length).toBeGreaterThanOrEqual(10);
  run();
  stop();
  const told = act.mock.calls.length;
  vi.advanceTimersByTime(5_000);
  expect(act).toHaveBeenCalledTimes(told);
});
