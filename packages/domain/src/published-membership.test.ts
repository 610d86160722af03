import { describe, expect, test } from "vitest";
import { ContradictionError, narrowCells, randomFederation, tellsOfFew } from "./audit/index.js";
import { heldNumber, hiddenUpTo, publishMembers, publishYear } from "./published-membership.js";
import type { ChapterChange, MembersOf, PublishedMembers } from "./published-membership.js";

const K = 5;

describe("a number that stands", () => {
  test("changes only when the true one is more than k away, and is hidden up to twice k", () => {
    expect([84, 89, 79].map((n) => heldNumber(n, 84, K))).toEqual([84, 84, 84]);
    expect([90, 78].map((n) => heldNumber(n, 84, K))).toEqual([90, 78]);
    expect([0, 1, 10].map((n) => heldNumber(n, null, K))).toEqual([null, null, null]);
    expect(heldNumber(11, undefined, K)).toBe(11);
    // 11 may stand when six are left, and is hidden from five on: 0-5 wide
    expect([6, 5].map((n) => heldNumber(n, 11, K))).toEqual([11, null]);
  });
});

describe("the numbers of a federation", () => {
  const of = (...counts: number[]) => counts.map((count, i): MembersOf => ({ id: `c${i}`, groupId: "east", count }));

  test("a lone small one takes others along, so that it does not follow from the whole", () => {
    const shown = publishMembers(of(3, 20, 30, 60, 84), K);
    expect([...shown.chapters.values()]).toEqual([null, null, null, 60, 84]);
    expect(shown.groups.get("east")).toBe(144);
  });

  test("none small: all are shown, and sums are those of what is shown", () => {
    const shown = publishMembers(of(20, 30, 60), K);
    expect(shown.total).toBe(110);
  });
});

type Release = { chapters: MembersOf[]; published: PublishedMembers };

/** What the reader of one release knows who knows the true number of the whole, and perhaps one chapter's. */
function leaks({ chapters, published }: Release, k: number, board: string | null) {
  const known = new Map<string, number>();
  const truth = new Map<string, number>();
  const sums: { sum: string; parts: string[] }[] = [];
  const atMost: { part: string; whole: string }[] = [];
  const inForce = new Set<string>();
  for (const { id, count, last } of chapters) {
    const shown = published.chapters.get(id) ?? null;
    truth.set(id, count);
    if (shown !== null && shown !== last) known.set(id, shown);
    if (shown !== null && shown === last) {
      // count + slack = shown + k, slack at most 2k
      inForce.add(id);
      known.set(`${id} top`, shown + k).set(`${id} wide`, 2 * k);
      truth.set(`${id} slack`, shown + k - count);
      sums.push({ sum: `${id} top`, parts: [id, `${id} slack`] });
      atMost.push({ part: `${id} slack`, whole: `${id} wide` });
    }
    if (id === board) known.set(id, count);
  }
  known.set(
    "all",
    chapters.reduce((sum, { count }) => sum + count, 0),
  );
  for (const [cell, n] of known) truth.set(cell, n);
  sums.push({ sum: "all", parts: chapters.map(({ id }) => id) });
  const ids = new Set(chapters.map(({ id }) => id));
  return narrowCells({ known, sums, atMost }, { width: k, truth }).filter(
    (found) => ids.has(found.cell) && found.cell !== board && (inForce.has(found.cell) || tellsOfFew(found, k)),
  );
}

/** Releases of a federation whose chapters grow and shrink by chance. */
function history(seed: string, k: number, quarters: number): Release[] {
  const { chapters, sizes, pick } = randomFederation(seed);
  const last = new Map<string, number>();
  const count = new Map(chapters.map(({ id }) => [id, (sizes.get(id) ?? 0) * (1 + pick(2))]));
  return Array.from({ length: quarters }, () => {
    const now = chapters.map(({ id, regionId }): MembersOf => {
      count.set(id, Math.max(0, count.get(id)! + pick(6) - pick(6) + (pick(5) === 0 ? pick(20) - 8 : 0)));
      return { id, groupId: regionId, count: count.get(id)!, last: last.get(id) ?? null };
    });
    const published = publishMembers(now, k);
    for (const [id, shown] of published.chapters) if (shown !== null) last.set(id, shown);
    return { chapters: now, published };
  });
}

test("of a thousand federations nobody can place a hidden number, or how far one that stands has moved", () => {
  let [cells, shown] = [0, 0];
  for (let i = 0; i < 1000; i++) {
    const k = i % 4 === 0 ? 3 : K;
    for (const [quarter, release] of history(`members ${i}`, k, 3).entries()) {
      const { chapters, published } = release;
      const open = [...published.chapters.values()].filter((n) => n !== null);
      cells += chapters.length;
      shown += open.length;
      // with nobody shown there is nothing left to hide: what follows then follows from the whole alone
      if (open.length === 0) continue;
      const board = chapters[i % chapters.length]!.id;
      for (const who of [null, board]) expect(leaks(release, k, who), `federation ${i} ${quarter} ${who}`).toEqual([]);
      for (const { id, count, last } of chapters) {
        const told = published.chapters.get(id)!;
        if (told === null) continue;
        expect(Math.abs(told - count)).toBeLessThanOrEqual(told === last ? k : 0);
        // two that are shown one after the other are the same, or more than k apart
        if (typeof last === "number" && told !== last) expect(Math.abs(told - last)).toBeGreaterThan(k);
        expect(told).toBeGreaterThan(hiddenUpTo(k));
      }
    }
  }
  expect(shown / cells).toBeGreaterThan(0.2);
}, 120_000);

test("a number that is shown again turns it red", () => {
  const chapters = [3, 20, 30, 60].map((count, i): MembersOf => ({ id: `c${i}`, groupId: null, count }));
  const published = publishMembers(chapters, K);
  expect(leaks({ chapters, published }, K, "c1")).toEqual([]);
  const planted = { ...published, chapters: new Map([...published.chapters, ["c1", 20], ["c2", 30]]) };
  expect(() => leaks({ chapters, published: planted }, K, null)).not.toThrow(ContradictionError);
  expect(leaks({ chapters, published: planted }, K, null)).not.toEqual([]);
});

describe("a federation's year", () => {
  const year = (changes: [string, ChapterChange["how"], number][]) => {
    const told = publishYear(
      changes.map(([chapterId, how, n]) => ({ chapterId, how, n })),
      K,
    );
    return told && Object.fromEntries(told);
  };

  test("is told part by part where every part is of many, and leaves moves out", () => {
    expect(
      year([
        ["a", "JOINED", 9],
        ["b", "JOINED", 8],
        ["a", "LEFT", 6],
        ["b", "LEFT", 7],
        ["a", "MOVED_OUT", 2],
        ["b", "MOVED_IN", 2],
      ]),
    ).toEqual({ JOINED: 17, LEFT: 13, AGED_OUT: 0, DIED: 0 });
  });

  test("puts together what is of few, also for a board that knows its own", () => {
    const common: [string, ChapterChange["how"], number][] = [
      ["a", "JOINED", 9],
      ["b", "JOINED", 8],
      ["a", "LEFT", 6],
      ["b", "LEFT", 7],
    ];
    expect(year([...common, ["a", "DIED", 1]])).toEqual({ JOINED: 17, LEFT_OR_DIED: 14, AGED_OUT: 0 });
    expect(year([...common, ["a", "AGED_OUT", 9], ["b", "AGED_OUT", 4]])).toEqual({ JOINED: 17, ENDED: 26 });
    expect(year([["a", "JOINED", 50]])).toBeNull();
  });
});
