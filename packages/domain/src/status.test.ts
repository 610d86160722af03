import { describe, expect, test } from "vitest";
import { canCorrect, canSubmit, cooldownDays, isResting, touchpointStatus } from "./status.js";
import type { TouchpointFacts } from "./status.js";

const at = (s: string) => new Date(s);
/** Opens 1 March, due 10 March, missed after 20 March. */
const facts = (more: Partial<TouchpointFacts> = {}): TouchpointFacts => ({
  opensOn: "2026-03-01",
  dueOn: "2026-03-10",
  missOn: "2026-03-20",
  lateAllowed: true,
  startedAt: null,
  closedAt: null,
  outcome: null,
  waivedAt: null,
  cancelledAt: null,
  emptiedAt: null,
  exceptionUntil: null,
  ...more,
});

describe("status", () => {
  test.each([
    ["before it opens", {}, "2026-02-20", "OPEN"],
    ["on the due day", {}, "2026-03-10", "OPEN"],
    ["the day after", {}, "2026-03-11", "OVERDUE"],
    ["on the miss day", {}, "2026-03-20", "OVERDUE"],
    ["the day after the miss day", {}, "2026-03-21", "MISSED"],
    ["under an exception", { exceptionUntil: "2026-04-01" }, "2026-03-21", "OVERDUE"],
    ["after the exception", { exceptionUntil: "2026-04-01" }, "2026-04-02", "MISSED"],
    ["no answer yet", { outcome: "NO_ANSWER" }, "2026-03-05", "OPEN"],
    ["closed before it opens", { closedAt: at("2026-02-01T10:00:00Z") }, "2026-03-01", "DONE_ON_TIME"],
    ["closed the last minute", { closedAt: at("2026-03-10T22:59:59Z") }, "2026-04-01", "DONE_ON_TIME"],
    ["closed a minute late", { closedAt: at("2026-03-10T23:00:00Z") }, "2026-04-01", "DONE_LATE"],
    ["closed under an exception", { closedAt: at("2026-04-01T08:00:00Z") }, "2026-05-01", "DONE_LATE"],
    ["taken over", { closedAt: at("2026-03-05T08:00:00Z"), takenOver: true }, "2026-05-01", "TAKEN_OVER"],
    ["waived", { waivedAt: at("2026-03-05T08:00:00Z") }, "2026-05-01", "WAIVED"],
    ["nothing to do", { emptiedAt: at("2026-03-05T08:00:00Z") }, "2026-05-01", "EMPTY"],
    [
      "cancelled, whatever else",
      { cancelledAt: at("2026-03-05T08:00:00Z"), waivedAt: at("2026-03-04T08:00:00Z") },
      "2026-05-01",
      "CANCELLED",
    ],
  ] as const)("%s", (_name, more, today, expected) => expect(touchpointStatus(facts(more), today)).toBe(expected));
});

describe("can submit", () => {
  test.each([
    ["before it opens", {}, "2026-02-28", "NOT_OPEN_YET", "2026-03-20"],
    ["before it opens, but started", { startedAt: at("2026-02-27T08:00:00Z") }, "2026-02-28", null, "2026-03-20"],
    ["the day it opens", {}, "2026-03-01", null, "2026-03-20"],
    ["late", {}, "2026-03-20", null, "2026-03-20"],
    ["too late", {}, "2026-03-21", "TOO_LATE", "2026-03-20"],
    ["late is not allowed", { lateAllowed: false }, "2026-03-11", "TOO_LATE", "2026-03-10"],
    ["an exception, its last day", { exceptionUntil: "2026-04-01" }, "2026-04-01", null, "2026-04-01"],
    ["an exception has ended", { exceptionUntil: "2026-04-01" }, "2026-04-02", "TOO_LATE", "2026-04-01"],
    [
      "an exception where late is not allowed",
      { lateAllowed: false, exceptionUntil: "2026-03-15" },
      "2026-03-15",
      null,
      "2026-03-15",
    ],
    ["closed", { closedAt: at("2026-03-05T08:00:00Z") }, "2026-03-06", "CLOSED", null],
    ["emptied", { emptiedAt: at("2026-03-05T08:00:00Z") }, "2026-03-06", "CLOSED", null],
    ["waived", { waivedAt: at("2026-03-05T08:00:00Z") }, "2026-03-06", "WAIVED", null],
    ["cancelled", { cancelledAt: at("2026-03-05T08:00:00Z") }, "2026-03-06", "CANCELLED", null],
  ] as const)("%s", (_name, more, today, reason, until) =>
    expect(canSubmit(facts(more), today)).toEqual({ allowed: reason === null, reason, until }),
  );
});

describe("can correct", () => {
  test.each([
    ["open", {}, "2026-03-05", false, null],
    ["closed early: until the miss day", { closedAt: at("2026-03-05T08:00:00Z") }, "2026-03-20", true, "2026-03-20"],
    ["closed early: not after it", { closedAt: at("2026-03-05T08:00:00Z") }, "2026-03-21", false, "2026-03-20"],
    ["closed on the miss day: a week more", { closedAt: at("2026-03-20T12:00:00Z") }, "2026-03-27", true, "2026-03-27"],
    ["emptied", { emptiedAt: at("2026-03-05T08:00:00Z") }, "2026-03-06", true, "2026-03-20"],
    [
      "sent back, long locked",
      { closedAt: at("2026-03-05T08:00:00Z"), returnedAt: at("2026-06-01T08:00:00Z") },
      "2026-06-09",
      true,
      null,
    ],
    ["sent back, and taken up again", { returnedAt: at("2026-03-06T08:00:00Z") }, "2026-03-07", false, null],
    [
      "closed, then cancelled",
      { closedAt: at("2026-03-05T08:00:00Z"), cancelledAt: at("2026-03-06T08:00:00Z") },
      "2026-03-06",
      false,
      null,
    ],
  ] as const)("%s", (_name, more, today, allowed, until) =>
    expect(canCorrect(facts(more), today)).toEqual({ allowed, until }),
  );
});

describe("resting after nobody answered", () => {
  const facts = { dueOn: "2026-03-10", missOn: "2026-03-20", lateAllowed: true, exceptionUntil: null };
  test("two days unless something else is chosen, up to two weeks, within the last day it can be done", () => {
    expect(cooldownDays(facts, "2026-03-03")).toEqual({ first: "2026-03-04", usual: "2026-03-05", last: "2026-03-17" });
    expect(cooldownDays(facts, "2026-03-19")).toEqual({ first: "2026-03-20", usual: "2026-03-20", last: "2026-03-20" });
    expect(cooldownDays({ ...facts, lateAllowed: false }, "2026-03-09")?.last).toBe("2026-03-10");
  });
  test("not on the last day: it would not come back in time", () => {
    expect(cooldownDays(facts, "2026-03-20")).toBeNull();
    expect(cooldownDays({ ...facts, exceptionUntil: "2026-03-25" }, "2026-03-20")?.last).toBe("2026-03-25");
  });
  test("it rests until the day, not on it", () => {
    expect(isResting({ returnsOn: "2026-03-05" }, "2026-03-04")).toBe(true);
    expect(isResting({ returnsOn: "2026-03-05" }, "2026-03-05")).toBe(false);
    expect(isResting({ returnsOn: null }, "2026-03-05")).toBe(false);
  });
});
