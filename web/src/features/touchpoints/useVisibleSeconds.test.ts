import { describe, expect, it } from "vitest";
import { visibleClock } from "./useVisibleSeconds";

describe("the time a report is in sight", () => {
  it("goes from when it is begun, and stands still while the tab is hidden", () => {
    let at = 0;
    const clock = visibleClock(() => at, true);
    expect(clock.read()).toBeNull();
    at = 60_000;
    clock.begin();
    at += 20_000;
    clock.begin();
    clock.setVisible(false);
    at += 600_000;
    expect(clock.read()).toBe(20);
    clock.setVisible(true);
    clock.setVisible(true);
    at += 11_400;
    expect(clock.read()).toBe(31);
  });

  it("begun in a hidden tab it waits, and it is never less than a second", () => {
    let at = 0;
    const clock = visibleClock(() => at, false);
    clock.begin();
    at = 9000;
    expect(clock.read()).toBe(1);
    clock.setVisible(true);
    at += 4000;
    expect(clock.read()).toBe(4);
  });
});
