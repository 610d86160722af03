import { describe, expect, test } from "vitest";
import { randomFederation, tellsOfParts } from "./audit/index.js";
import type { AuditGroup } from "./audit/index.js";
import { publishSurvey, publishSurveyTable, sumOfShown, tellsOfAnswers } from "./survey-suppression.js";
import type { SurveyGroup, SurveyPart, SurveySum } from "./survey-suppression.js";
import { countForms } from "./survey.js";
import { STARTING_SURVEY } from "./survey-start.js";

const K = 5;
const part = (chapterId: string | null, regionId: string | null, yes: number, no: number): SurveyPart => ({
  chapterId,
  regionId,
  n: yes + no,
  cells: { ...(yes > 0 ? { yes } : {}), ...(no > 0 ? { no } : {}) },
});
const nameOf = ({ chapterId, regionId }: SurveyPart) => chapterId ?? `loose ${regionId ?? ""}`;
const idsOf = (groups: readonly SurveyGroup[]) => groups.map(({ level, id }) => `${level} ${id}`.trim()).toSorted();

/** Everything anybody knows: what groups there are, and what is shown of them. */
function knownOf(parts: readonly SurveyPart[], groups: readonly SurveyGroup[]): AuditGroup[] {
  const shown = new Map(groups.map(({ level, id, n }) => [`${level} ${id}`, n]));
  const group = (id: string, within: (one: SurveyPart) => boolean): AuditGroup => ({
    id,
    of: parts.filter(within).map(nameOf),
    n: shown.get(id) ?? null,
  });
  const regions = [...new Set(parts.map(({ regionId }) => regionId))].filter((id) => id !== null);
  return [
    group("WHOLE ", () => true),
    ...regions.map((id) => group(`REGION ${id}`, ({ regionId }) => regionId === id)),
    ...parts.flatMap(({ chapterId: id }) =>
      id === null ? [] : [group(`CHAPTER ${id}`, ({ chapterId }) => chapterId === id)],
    ),
  ];
}
/** What is left of each shown group when what is shown within it is taken away. */
function restsOf(parts: readonly SurveyPart[], groups: readonly SurveyGroup[]) {
  const shown = new Set(groups.map(({ level, id }) => `${level} ${id}`));
  const hidden = parts.filter(({ chapterId }) => !shown.has(`CHAPTER ${chapterId}`));
  const rests = Map.groupBy(hidden, ({ regionId }) => (shown.has(`REGION ${regionId}`) ? regionId : null));
  return [...rests.values()].map((of) => ({
    n: of.reduce((sum, { n }) => sum + n, 0),
    cells: Object.fromEntries(
      ["yes", "no"].map((cell) => [cell, of.reduce((sum, one) => sum + (one.cells[cell] ?? 0), 0)]),
    ),
  }));
}
const exactOf = (parts: readonly SurveyPart[]) => new Map(parts.map((one) => [nameOf(one), one.n]));
const found = (parts: readonly SurveyPart[], groups: readonly SurveyGroup[]) =>
  tellsOfParts(knownOf(parts, groups), exactOf(parts), K);

function randomParts(seed: string): SurveyPart[] {
  const { chapters, sizes, pick } = randomFederation(seed);
  const answers = (most: number): [number, number] => {
    const n = pick(most);
    const yes = pick(3) === 0 ? n : pick(n);
    return [yes, n - yes];
  };
  const loose = [null, ...new Set(chapters.map(({ regionId }) => regionId))].filter(
    (id, at, all) => all.indexOf(id) === at && pick(1) === 0,
  );
  return [
    ...chapters.map(({ id, regionId }) => part(id, regionId, ...answers(sizes.get(id) ?? 0))),
    ...loose.map((regionId) => part(null, regionId, ...answers(9))),
  ];
}

describe("a survey's table", () => {
  test("shows a group from k answers on, and hides another beside one that is hidden", () => {
    const parts = [part("a", "east", 3, 9), part("b", "east", 2, 1), part("c", "east", 4, 3), part("d", "west", 7, 8)];
    // b could be told from the region: c, the smallest, is hidden with it
    expect(idsOf(publishSurveyTable(parts, K))).toEqual([
      "CHAPTER a",
      "CHAPTER d",
      "REGION east",
      "REGION west",
      "WHOLE",
    ]);
  });

  test("hides a region beside one that is hidden", () => {
    const parts = [part("a", "east", 3, 9), part("b", "west", 2, 1), part("c", "north", 8, 12)];
    expect(idsOf(publishSurveyTable(parts, K))).toEqual(["CHAPTER c", "REGION north", "WHOLE"]);
    expect(publishSurveyTable([part("a", "east", 2, 2)], K)).toEqual([]);
    expect(publishSurveyTable([], K)).toEqual([]);
    expect(() => publishSurveyTable([], 2)).toThrow(RangeError);
  });

  test("hides a small group where all gave one answer, also when it is what is left", () => {
    const alike = [part("a", null, 6, 0), part("b", null, 9, 4), part("c", null, 12, 10)];
    expect(idsOf(publishSurveyTable(alike, K))).toEqual(["CHAPTER c", "WHOLE"]);
    const left = [part("a", null, 4, 0), part("b", null, 3, 0), part("c", null, 12, 10), part("d", null, 30, 10)];
    expect(idsOf(publishSurveyTable(left, K))).toEqual(["CHAPTER d", "WHOLE"]);
    const many = [part("a", null, 10, 0), part("b", null, 9, 4)];
    expect(idsOf(publishSurveyTable(many, K))).toEqual(["CHAPTER a", "CHAPTER b", "WHOLE"]);
  });

  test("of chapters of one size is the sum of those that are shown", () => {
    const groups = publishSurveyTable([part("a", null, 3, 9), part("b", null, 2, 1), part("c", null, 4, 3)], K);
    expect(sumOfShown(groups, new Set(["a", "b"]))).toEqual({ n: 12, cells: { yes: 3, no: 9 }, chapters: 1 });
    expect(sumOfShown(groups, new Set(["b"]))).toBeNull();
  });

  test("lets nobody place few in 300 federations; neither does what is left tell", () => {
    for (let i = 0; i < 300; i++) {
      const parts = randomParts(`survey ${i}`);
      const groups = publishSurveyTable(parts, K);
      expect({ i, found: found(parts, groups) }).toEqual({ i, found: [] });
      const read = groups.length === 0 ? [] : [...groups, ...restsOf(parts, groups)];
      expect({ i, tell: read.filter((one) => tellsOfAnswers(one, K)) }).toEqual({ i, tell: [] });
      expect(idsOf(publishSurveyTable(parts.toReversed(), K))).toEqual(idsOf(groups));
    }
  }, 60_000);

  test("a planted leak is found", () => {
    let planted = 0;
    for (let i = 0; i < 60; i++) {
      const parts = randomParts(`survey ${i}`);
      // all groups of k, without what is hidden beside the hidden
      const careless: SurveyGroup[] = knownOf(parts, []).flatMap(({ id, of }) => {
        const n = of.reduce((sum, name) => sum + exactOf(parts).get(name)!, 0);
        const [level, name] = id.split(" ") as [SurveyGroup["level"], string];
        return n < K ? [] : [{ level, id: name, n, cells: {} }];
      });
      if (found(parts, careless).length > 0) planted += 1;
    }
    expect(planted).toBeGreaterThan(10);
    const parts = [part("a", "east", 3, 9), part("b", "east", 2, 1), part("c", "east", 4, 3)];
    const leak: SurveyGroup = { level: "CHAPTER", id: "c", n: 7, cells: {} };
    expect(found(parts, publishSurveyTable(parts, K))).toEqual([]);
    expect(found(parts, [...publishSurveyTable(parts, K), leak])).toMatchObject([{ cell: "b", low: 3, high: 3 }]);
  }, 60_000);
});

test("a survey is published question by question, and what describes somebody never for a chapter", () => {
  const form = { age: ["from_18"], contacted: ["no"] };
  const later = { age: ["from_15"], contacted: ["later"] };
  const forms = [...Array.from({ length: 7 }, () => form), ...Array.from({ length: 6 }, () => later)];
  const { counts } = countForms(STARTING_SURVEY, forms, (items) => items);
  const sums: SurveySum[] = counts.map((count) => ({ ...count, chapterId: "a", regionId: null }));
  const tables = publishSurvey(STARTING_SURVEY, sums, () => "east", K);
  const table = (question: string) => tables.find((one) => one.question === question)!.groups;
  expect(idsOf(table(""))).toEqual(["CHAPTER a", "REGION east", "WHOLE"]);
  expect(table("contacted").map(({ n, cells }) => ({ n, cells }))).toEqual(
    Array.from({ length: 3 }, () => ({ n: 13, cells: { no: 7, later: 6 } })),
  );
  expect(idsOf(table("age"))).toEqual(["REGION east", "WHOLE"]);
  // nobody answered
  expect(table("why_joined")).toEqual([]);
});

test("a line of a matrix is a table of its own", () => {
  const text = { nb: "x" };
  const definition = {
    title: text,
    intro: text,
    underAge: text,
    thanks: text,
    questions: [
      {
        key: "board",
        kind: "MATRIX" as const,
        title: text,
        rows: ["kind", "clear"].map((key) => ({ key, label: text })),
        scale: { lowest: text, highest: text },
      },
    ],
  };
  const forms = Array.from({ length: 6 }, (_, i) => ({
    board: [`kind:${1 + (i % 2)}`, ...(i < 3 ? ["clear:4"] : [])],
  }));
  const { counts } = countForms(definition, forms, (items) => items);
  const sums = counts.map((count): SurveySum => ({ ...count, chapterId: "a", regionId: null }));
  const tables = publishSurvey(definition, sums, () => null, K);
  expect(tables.map(({ line, groups }) => [line, groups.length])).toEqual([
    [null, 2],
    ["kind", 2],
    ["clear", 0],
  ]);
  expect(tables[1]!.groups[0]).toEqual({ level: "WHOLE", id: "", n: 6, cells: { "kind:1": 3, "kind:2": 3 } });
});
