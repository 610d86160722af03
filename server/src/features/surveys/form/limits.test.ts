import { expect, test } from "vitest";
import { inGroups } from "./in-groups.js";
import { formLimits } from "./limits.js";

test("forms from one network are counted together for a time, others not; nor is one link or the whole flooded", () => {
  let now = 0;
  const limits = {
    network: { most: 3, seconds: 10 },
    link: { most: 5, seconds: 10 },
    all: { most: 6, seconds: 1 },
  };
  const within = formLimits(limits, () => now);
  const from = (address: string, code = "a") => within(address, code);
  expect([1, 2, 3, 4].map(() => from("2001:db8:0:7::1"))).toEqual([true, true, true, false]);
  expect([from("192.0.2.1"), from("192.0.2.2")]).toEqual([true, true]);
  // the sixth to the link, and the seventh of all that were let in
  expect([from("192.0.2.3"), from("192.0.2.4", "b"), from("192.0.2.5", "b")]).toEqual([false, true, false]);
  now = 11_000;
  expect(from("2001:db8:0:7::2")).toBe(true);
});

test("one network that never stops shuts itself out, and nobody else", () => {
  const limits = {
    network: { most: 3, seconds: 10 },
    link: { most: 5, seconds: 10 },
    all: { most: 8, seconds: 10 },
  };
  const within = formLimits(limits, () => 0);
  for (let i = 0; i < 100; i++) within("192.0.2.1", "a");
  expect(["a", "a", "b", "b", "b"].map((code, i) => within(`198.51.100.${i}`, code))).toEqual(Array(5).fill(true));
});

test("what is asked while a group is under way makes the next one; a group that fails fails for its own alone", async () => {
  const groups: number[][] = [];
  const ask = inGroups<number, number>(3, async (group) => {
    groups.push([...group]);
    await Promise.resolve();
    if (group.includes(4)) throw new Error("away");
    return group.map((n) => n * 10);
  });
  const given = await Promise.allSettled([1, 2, 3, 4, 5, 6, 7, 8].map((n) => ask(n)));
  expect(groups).toEqual([[1], [2, 3, 4], [5, 6, 7], [8]]);
  expect(given.map((one) => (one.status === "fulfilled" ? one.value : null))).toEqual([
    10,
    null,
    null,
    null,
    50,
    60,
    70,
    80,
  ]);
});
