import { STARTING_SURVEY } from "@varde/domain";
import { expect, test } from "vitest";
import type { Table } from "./result-view";
import { sharesOf } from "./shares";

const table = (question: string, n: number, cells: Record<string, number>, line: string | null = null): Table => ({
  question,
  line,
  before: [],
  groups: [
    {
      level: "WHOLE",
      id: null,
      n,
      chapterCount: null,
      cells: Object.entries(cells).map(([cell, count]) => ({ cell, n: count })),
    },
  ],
});
const nb = (text: { nb: string }) => text.nb;

test("shares are of all who answered the question, two marks together on a scale, and none of fewer than ten or of who one is", () => {
  const shares = sharesOf(
    STARTING_SURVEY.questions,
    [
      table("contacted", 40, { no: 10, later: 30 }),
      table("welcome", 20, { "1": 1, "4": 5, "5": 10, none: 4 }),
      table("agree", 50, { "informed:2": 5, "informed:5": 45 }, "informed"),
      table("age", 90, { from_15: 90 }),
      table("want_to_do", 9, {}),
    ],
    nb,
  );
  const of = (key: string, id: string) => shares.find((one) => one.key === key && one.id === id);
  expect(of("contacted", "no")).toMatchObject({ label: "Nei", share: 25, n: 40 });
  expect(of("welcome", ":4-5")).toMatchObject({ share: 75 });
  expect(of("agree", "informed:1-2")).toMatchObject({ share: 10, n: 50 });
  expect(of("agree", "informed:1-2")!.label).toContain(": 1–2");
  expect(new Set(shares.map(({ key }) => key))).toEqual(new Set(["contacted", "welcome", "agree"]));
});
