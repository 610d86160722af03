import { randomUUID } from "node:crypto";
import { ask, closedLoop } from "./closed-loop.js";
import type { Figures, Shot } from "./closed-loop.js";
import { bodyOf } from "./documents.js";
import type { BenchFederation } from "./federation.js";
import { rivalFind, rivalList, rivalOpen, rivalSubmit, rivalUpdate } from "./rivals.js";

type Find = (name: string) => string;
const API = "/graphql";
/** The first name of two members of each chapter. */
const SEARCHED = "sigr";

/** One way to have an operation answered: a server, what it is asked, by how many at once. */
export type Side = { name: string; url: string; shots: readonly Shot[]; atOnce: number };
/** Sides that are measured by turns, the first against each of the others. */
export type Rounds = {
  figures: Record<string, Figures>;
  perSecond: Record<string, number>;
  p50: Record<string, number>;
};

export type Server = { url: string };

const turning = (shots: readonly Shot[], from: number, n: number): Shot[] =>
  Array.from({ length: n }, (_, i) => shots[(from + i) % shots.length]!);
const middle = (numbers: readonly number[]): number =>
  numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;

/**
 * A, B, A, B: what slows the machine slows each. A ratio is the middle one of the rounds' ratios, a side's figures those of its middle
 * round. With `once`, each shot is fired once and never again; a tenth of them warms up.
 */
export async function byTurns(
  sides: readonly Side[],
  { rounds, shots, warm, once = false }: { rounds: number; shots: number; warm: number; once?: boolean },
): Promise<Rounds> {
  const of: Figures[][] = sides.map(() => []);
  for (let round = -1; round < rounds; round++) {
    for (const [i, { url, shots: all, atOnce }] of sides.entries()) {
      const n = round < 0 ? warm : shots;
      const from = round < 0 ? 0 : warm + round * shots;
      const fired = once ? all.slice(from, from + n) : turning(all, from, n);
      const figures = await closedLoop({ url, path: API, shots: fired, atOnce });
      if (round >= 0) of[i]!.push(figures);
    }
  }
  const against = (key: "perSecond" | "p50") =>
    Object.fromEntries(
      sides.map(({ name }, i) => [name, middle(of[0]!.map((first, r) => first[key] / of[i]![r]![key]))]),
    );
  return {
    figures: Object.fromEntries(
      sides.map(({ name }, i) => [name, of[i]!.toSorted((a, b) => a.perSecond - b.perSecond)[Math.floor(rounds / 2)]!]),
    ),
    perSecond: against("perSecond"),
    p50: against("p50"),
  };
}

type Asked = (federation: BenchFederation) => Shot[];
/** The app's own documents, as its pages send them. */
export function operations(
  find: Find,
): Record<"list" | "open" | "comparison" | "dashboard" | "dashboardMore" | "memberSearch", Asked> {
  const one = (session: string, name: string, variables: object): Shot[] => [
    { session, body: bodyOf(find(name), variables) },
  ];
  return {
    list: ({ boardSession }) =>
      one(boardSession, "Tasks", { filter: null, latestFirst: false, first: 50, after: null }),
    open: ({ boardSession, toOpen }) => toOpen.flatMap((id) => one(boardSession, "Task", { id })),
    comparison: ({ coordinatorSession, dutyTemplate }) =>
      one(coordinatorSession, "Comparison", { templateId: dutyTemplate, period: null, regionId: null }),
    dashboard: ({ nationalSession }) => one(nationalSession, "Overview", {}),
    // the same page asks it once what is above has been drawn
    dashboardMore: ({ nationalSession }) => one(nationalSession, "NationalOverview", {}),
    memberSearch: ({ boardSession }) =>
      one(boardSession, "Members", {
        filter: { search: SEARCHED },
        order: "NAME",
        first: 50,
        after: null,
      }),
  };
}

/** The same as PostGraphile is asked it. */
export const rivalOperations: Record<"list" | "open" | "memberSearch", Asked> = {
  list: ({ boardSession: session, boardChapter }) => [{ session, body: rivalList(boardChapter) }],
  open: ({ boardSession: session, boardChapter, toOpen }) =>
    toOpen.map((id) => ({ session, body: rivalOpen(boardChapter, id) })),
  memberSearch: ({ boardSession: session, boardChapter }) => [{ session, body: rivalFind(boardChapter, SEARCHED) }],
};

const ANSWERS = { cost: 250, food: true };

/** Reports in three parts of what is open, so that nobody reports what another has: ours, PostGraphile's function, its plain update. */
export function submitShots(find: Find, { toSubmit }: BenchFederation): Record<"ours" | "rival" | "plain", Shot[]> {
  const hash = find("SubmitReport");
  const answers = [
    { field: "cost", number: ANSWERS.cost },
    { field: "food", yesNo: ANSWERS.food },
  ];
  const part = Math.floor(toSubmit.length / 3);
  const of = (i: number) => toSubmit.slice(i * part, (i + 1) * part);
  return {
    ours: of(0).map(({ id, session }) => ({
      session,
      body: bodyOf(hash, { input: { key: randomUUID(), id, rev: 1, answers } }),
    })),
    rival: of(1).map(({ id, session, chapterId }) => ({
      session,
      body: rivalSubmit(randomUUID(), chapterId, id, ANSWERS),
    })),
    plain: of(2).map(({ id, session, chapterId, seatId }) => ({
      session,
      body: rivalUpdate(chapterId, id, seatId, ANSWERS),
    })),
  };
}

type Page = { nodes: { id: string }[]; totalCount: number };
type Found = Page | { id: string } | { touchpoint: { id: string } };
type Answer = { data: Record<string, Found | string> };
const foundIn = ({ data }: Answer): Found => {
  const found = Object.values(data).find((value) => typeof value === "object" && value !== null);
  if (!found) throw new Error("an answer holds nothing");
  return found as Found;
};

/** What an answer is about, whoever gives it: the ids of its page and how many there are, or the id of the one. */
function seen(answer: Answer): string {
  const found = foundIn(answer);
  if ("nodes" in found) return JSON.stringify([found.nodes.map((node) => node.id), found.totalCount]);
  return JSON.stringify("touchpoint" in found ? found.touchpoint.id : found.id);
}

/** Throws unless all answer with the same: one that does less is no measure. Gives the number of rows. */
export async function sameAnswer(servers: readonly Server[], shots: readonly Shot[]): Promise<number> {
  const answers = await Promise.all(servers.map(async ({ url }, i) => (await ask(url, API, shots[i]!)) as Answer));
  const [ours, ...others] = answers.map(seen);
  for (const other of others)
    if (other !== ours)
      throw new Error(`another answer than the app's: ${other.slice(0, 200)}, not ${ours!.slice(0, 200)}`);
  const found = foundIn(answers[0]!);
  return "nodes" in found ? found.nodes.length : 1;
}
