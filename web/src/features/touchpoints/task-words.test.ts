import { expect, test } from "vitest";
import { minutesNow, narrowedTo, statusOn } from "./task-words";

test("a name that ends with its dates is narrowed to the one it is", () => {
  expect(narrowedTo("Medlemsmøte vår og høst", "Høst")).toBe("Medlemsmøte høst");
  expect(narrowedTo("Members' meeting in spring and autumn", "Spring")).toBe("Members' meeting in spring");
  expect(narrowedTo("Takk og ros", "Vår")).toBeNull();
  expect(narrowedTo("Medlemsmøte", "Vår")).toBeNull();
  expect(narrowedTo("Takk og ros", "")).toBeNull();
});

test("a duty's minutes are those of its report", () => {
  expect(minutesNow({ aboutMember: false, minutes: 240, burdenSeconds: 55 })).toBe(1);
  expect(minutesNow({ aboutMember: true, minutes: 10, burdenSeconds: 55 })).toBe(10);
  expect(minutesNow({ aboutMember: true, minutes: null, burdenSeconds: 130 })).toBe(2);
});

test("what opens later is coming until somebody begins", () => {
  const task = { status: "OPEN", opensOn: "2026-03-02", dueOn: "2026-03-09", startedAt: null } as const;
  expect(statusOn(task, "2026-03-01")).toBe("COMING");
  expect(statusOn(task, "2026-03-02")).toBe("OPEN");
  expect(statusOn({ ...task, startedAt: "2026-02-28T10:00:00Z" }, "2026-03-01")).toBe("OPEN");
  expect(statusOn({ ...task, status: "CANCELLED" }, "2026-03-01")).toBe("CANCELLED");
});
