import { randomUUID } from "node:crypto";
import { ask, closedLoop } from "./closed-loop.js";
import type { Figures, Shot } from "./closed-loop.js";
import type { Child } from "./child.js";
import { bodyOf } from "./documents.js";
import type { BenchFederation } from "./federation.js";

type Find = (name: string) => string;
const API = "/graphql";
const repeat = (shot: Shot, n: number): Shot[] => Array.from({ length: n }, () => shot);

export const listShot = (find: Find, { boardSession }: BenchFederation): Shot => ({
  session: boardSession,
  body: bodyOf(find("Tasks"), { filter: null, latestFirst: false, first: 50, after: null }),
});

type Page = { data: { touchpoints: { nodes: { id: string }[]; totalCount: number } } };
const seen = ({ data: { touchpoints } }: Page) =>
  JSON.stringify([touchpoints.nodes.map((node) => node.id), touchpoints.totalCount]);

/** Throws unless both answer with the same page: a floor that does less is no floor. */
export async function samePage(app: Child, floor: Child, shot: Shot): Promise<void> {
  const [ours, least] = [(await ask(app.url, API, shot)) as Page, (await ask(floor.url, API, shot)) as Page];
  if (ours.data.touchpoints.nodes.length !== 50) throw new Error("the board's list is not a page of 50");
  if (seen(ours) !== seen(least)) throw new Error("the floor answers another page than the app");
}

/** The list and the floor by turns, so that what slows the machine slows both; the middle round counts. */
export async function listAgainstFloor(
  app: Child,
  floor: Child,
  shot: Shot,
): Promise<{ list: Figures; floor: Figures }> {
  const run = (url: string, n: number) => closedLoop({ url, path: API, shots: repeat(shot, n), atOnce: 8 });
  await run(app.url, 400);
  await run(floor.url, 400);
  const rounds: { list: Figures; floor: Figures }[] = [];
  for (let i = 0; i < 3; i++) rounds.push({ list: await run(app.url, 600), floor: await run(floor.url, 600) });
  return rounds.toSorted((a, b) => a.list.perSecond / a.floor.perSecond - b.list.perSecond / b.floor.perSecond)[1]!;
}

export async function submits(app: Child, find: Find, federation: BenchFederation): Promise<Figures> {
  const hash = find("SubmitReport");
  const answers = [
    { field: "cost", number: 250 },
    { field: "food", yesNo: true },
  ];
  const shots = federation.toSubmit.map((id) => ({
    session: federation.submitSession,
    body: bodyOf(hash, { input: { key: randomUUID(), id, rev: 1, answers } }),
  }));
  await closedLoop({ url: app.url, path: API, shots: shots.slice(0, 50), atOnce: 4 });
  return closedLoop({ url: app.url, path: API, shots: shots.slice(50), atOnce: 4 });
}

/** One at a time: what a coordinator waits for. */
export async function comparisons(app: Child, find: Find, federation: BenchFederation): Promise<Figures> {
  const body = bodyOf(find("Comparison"), { templateId: federation.dutyTemplate, period: null, regionId: null });
  const shot = { session: federation.coordinatorSession, body };
  await closedLoop({ url: app.url, path: API, shots: repeat(shot, 150), atOnce: 1 });
  return closedLoop({ url: app.url, path: API, shots: repeat(shot, 300), atOnce: 1 });
}
