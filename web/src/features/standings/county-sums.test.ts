import { expect, test } from "vitest";
import type { CountyMap_ComparisonFragment } from "../../../../graphql/generated/graphql";
import { countySums, lookOf } from "./county-sums";

const row = (county: string, onTime: number | null, late: number | null, closed: number | null) => ({
  chapter: { id: `${county}-${onTime}`, county },
  counts: { onTime, late, closed },
});
const comparison = (rows: ReturnType<typeof row>[], aboutMember = false) =>
  ({ template: { id: "t", aboutMember }, rows }) as CountyMap_ComparisonFragment;

test("chapters of a county are added up, numerators and denominators for themselves", () => {
  const sums = countySums(comparison([row("32", 3, 1, 5), row("32", 8, 0, 20), row("56", 0, 0, 0), row("", 1, 0, 2)]));
  expect(sums).toHaveLength(16);
  const of = (code: string) => sums?.find(({ county }) => county?.code === code);
  expect(of("32")).toMatchObject({ chapters: 2, done: 12, closed: 25 });
  expect(of("56")).toMatchObject({ chapters: 1, done: 0, closed: 0 });
  expect(of("03")).toMatchObject({ chapters: 0, closed: 0 });
  // what belongs to no county is told, last, and nothing is lost
  expect(sums?.at(-1)).toEqual({ county: null, chapters: 1, done: 1, closed: 2 });
  expect(sums?.reduce((sum, { closed }) => sum + closed, 0)).toBe(27);
});

test("the counties stand from north to south, all fifteen, and «none» only when there is one", () => {
  const names = countySums(comparison([]))?.map(({ county }) => county?.name);
  expect(names).toHaveLength(15);
  expect(names?.slice(0, 3)).toEqual(["Finnmark", "Troms", "Nordland"]);
  expect(names?.at(-1)).toBe("Agder");
});

test("counts of persons, or anything hidden, make no map", () => {
  expect(countySums(comparison([row("32", 3, 1, 5)], true))).toBeNull();
  expect(countySums(comparison([row("32", 3, 1, 5), row("03", null, null, null)]))).toBeNull();
});

test("a step is drawn from ten on, by quarters", () => {
  const look = (done: number, closed: number, chapters = 1) => lookOf({ chapters, done, closed });
  expect([look(0, 0, 0), look(0, 0), look(9, 9), look(1, 9)]).toEqual(["empty", "none", "few", "few"]);
  expect([look(0, 10), look(2, 10), look(3, 12), look(5, 10), look(15, 20), look(10, 10)]).toEqual([1, 1, 2, 3, 4, 4]);
});
