import { v7 as uuidv7 } from "uuid";
import { expect } from "vitest";
import type { Federation, SeededSeat } from "../../testkit/seed.js";
import type { TestServer } from "../../testkit/server.js";
import { TODAY } from "../standings/standings.testing.js";

export const year = Number(TODAY.slice(0, 4));
type Row = {
  id: string;
  nr: string;
  activity: string;
  status: string;
  rev: number;
  goalText: string | null;
  responsibleName: string | null;
  progress: { done: number; whole: number | null } | null;
  before: { status: string; learnt: string } | null;
};
type Plan = {
  id: string;
  state: string;
  title: string;
  intro: string;
  rev: number;
  wordsHash: string;
  mayWrite: boolean;
  rows: Row[];
  removed: { id: string }[];
  changeReason: string | null;
  adoption: { place: string; on: string; by: string } | null;
  versions: { number: number; reason: string | null; hash: string }[];
};
export type Problem = { code: string; path: string[]; message: string };
const FIELDS = `id state title intro rev wordsHash mayWrite changeReason adoption { place on by } versions { number reason hash } removed { id }
  rows { id nr activity status rev goalText responsibleName progress { done whole } before { status learnt } }`;
const inputOf = (field: string): string =>
  ["undoPlanChange", "discardActionPlan"].includes(field)
    ? "SeenPlanInput"
    : `${field[0]!.toUpperCase()}${field.slice(1)}Input`;
/** The mutation of a name, with all that the tests read of a plan. */
export const document = (field: string): string =>
  `mutation ($input: ${inputOf(field)}!) { ${field}(input: $input) { plan { ${FIELDS} } problems { code path message } } }`;
/** A row as it is written. */
export const words = (over: object = {}) => ({
  activity: "Turer",
  aim: "",
  measures: "",
  resultAim: "",
  responsible: "",
  status: "NOT_BEGUN",
  learnt: "",
  ...over,
});
export const adoption = (plan: Plan) => ({
  id: plan.id,
  rev: plan.rev,
  words: plan.wordsHash,
  place: "Furulia",
  on: `${year}-01-01`,
  by: "ANNUAL_MEETING",
});
export const order = (plan: Plan | null) => plan!.rows.map(({ nr, activity }) => `${nr} ${activity}`);

/** What the tests do with plans, as the leader of the own chapter unless said otherwise. */
export function planDesk(from: () => { world: Federation; server: TestServer }) {
  const read = async (seat: SeededSeat, of = year, chapterId: string | null = from().world.chapters.own) =>
    (
      await from().server.ask<{ actionPlan: Plan | null }>(
        seat,
        `query ($year: Int!, $chapterId: ID) { actionPlan(year: $year, chapterId: $chapterId) { ${FIELDS} } }`,
        { year: of, chapterId },
      )
    ).actionPlan;
  async function act(
    field: string,
    input: object,
    seat: SeededSeat = from().world.leader,
  ): Promise<{ plan: Plan | null; problems: Problem[] }> {
    const told = await from().server.ask<Record<string, { plan: Plan | null; problems: Problem[] }>>(
      seat,
      document(field),
      {
        input: { key: uuidv7(), ...input },
      },
    );
    return told[field]!;
  }
  async function begin(rows: string[] = [], of = year): Promise<Plan> {
    const id = uuidv7();
    expect((await act("startActionPlan", { id, year: of, from: "EMPTY" })).problems).toEqual([]);
    for (const activity of rows)
      expect((await act("savePlanRow", { planId: id, id: uuidv7(), rev: 0, ...words({ activity }) })).problems).toEqual(
        [],
      );
    return (await read(from().world.leader, of))!;
  }
  async function adopted(rows: string[] = ["Turer", "Møter"]): Promise<Plan> {
    const { plan, problems } = await act("adoptActionPlan", adoption(await begin(rows)));
    expect(problems).toEqual([]);
    return plan!;
  }
  return { read, act, begin, adopted };
}
