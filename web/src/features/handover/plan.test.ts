import { expect, test } from "vitest";
import { inputOf, planOf, suggestedEnds, suggestedGives, type Line, type View } from "./plan";

const line = (n: number, over: Partial<Line> = {}): Line => ({
  __typename: "HandoverLine",
  line: n,
  name: `Person ${n}`,
  email: `p${n}@lag.example`,
  role: "CHAPTER_BOARD",
  problem: null,
  already: false,
  stays: false,
  note: null,
  ...over,
});
const view = (over: Partial<View>): View => ({
  __typename: "HandoverView",
  chapterId: "c",
  chapterName: "MHU Asker",
  board: [],
  tasks: [],
  aboutMembers: null,
  draft: null,
  latest: null,
  ...over,
});
const task = (id: string, core = true): View["tasks"][number] => ({
  __typename: "HandoverTask",
  id,
  title: { __typename: "LocalizedText", nb: id, nn: null, en: null },
  dueOn: "2027-03-01",
  core,
  holderName: null,
});
const seat = (seatId: string, holderName: string): View["board"][number] => ({
  __typename: "HandoverSeat",
  seatId,
  holderName,
  role: "CHAPTER_BOARD",
  lastDay: null,
});

test("who is not on the new list is suggested to leave two weeks after the meeting or today", () => {
  const board = [seat("a", "person  1"), seat("b", "Ola Nord")];
  expect(suggestedEnds(view({ board }), [line(1)], "2027-02-20", "2027-02-01")).toEqual({ b: "2027-03-06" });
  expect(suggestedEnds(view({ board }), [line(1)], "2027-02-20", "2027-02-25")).toEqual({ b: "2027-03-11" });
  expect(suggestedEnds(view({ board }), [], "2027-02-20", "2027-02-25")).toEqual({});
});

test("core tasks are dealt round to those who get a link, three at most, each once", () => {
  const tasks = ["a", "b", "c", "d", "e", "f", "g", "h"].map((id) => task(id, id !== "b"));
  const lines = [line(1), line(2, { already: true }), line(3), line(4, { problem: "?" })];
  expect(suggestedGives(view({ tasks }), lines)).toEqual({ 1: ["a", "d", "f"], 3: ["c", "e", "g"] });
  expect(suggestedGives(view({ tasks }), [])).toEqual({});
});

test("a plan is sent without those who get nothing", () => {
  const plan = { ...planOf(null, "2027-02-20"), ends: { a: "2027-03-01" }, gives: { 1: ["t"], 2: [] } };
  expect(inputOf(plan)).toEqual({
    heldOn: "2027-02-20",
    list: "",
    ends: [{ seatId: "a", lastDay: "2027-03-01" }],
    gives: [{ line: 1, touchpointIds: ["t"] }],
  });
});
