import { ask } from "./closed-loop.js";
import type { Figures, Shot } from "./closed-loop.js";
import type { BenchFederation } from "./federation.js";
import { byTurns, operations, rivalOperations, sameAnswer, submitShots } from "./measure.js";
import type { Rounds, Server, Side } from "./measure.js";

export type Counting = (kind: "app" | "postgraphile" | "floor", shots: readonly Shot[]) => Promise<number>;
export type Measured = Figures & { statements?: number };
export type ReadBench = { figures: Record<string, Measured>; ratios: Record<string, number> };

export type ReadServers = {
  large: Server;
  small: Server;
  few: Server;
  postgraphile: Server;
  floor: Server;
};
export type ReadFederations = { large: BenchFederation; small: BenchFederation; few: BenchFederation };

/** Shots of a report that are spent before the clock, counted ones among them. */
export const SUBMIT_ROUNDS = { rounds: 5, shots: 60, warm: 60, counted: 10 };
/** So many open duties are needed for three sides. */
export const SUBMITS = 3 * (SUBMIT_ROUNDS.warm + SUBMIT_ROUNDS.rounds * SUBMIT_ROUNDS.shots + SUBMIT_ROUNDS.counted);

const ROW = { list: 50, memberSearch: 2 } as const;

/** Runs the operations of issue and table: rivals by turns on the large database, growth by turns on large, small and few. */
export async function measureReads(
  servers: ReadServers,
  of: ReadFederations,
  find: (name: string) => string,
  count: Counting,
): Promise<ReadBench> {
  const ours = operations(find);
  const figures: ReadBench["figures"] = {};
  const ratios: ReadBench["ratios"] = {};
  const keep = (name: string, { figures: found }: Rounds): void => {
    for (const [side, figure] of Object.entries(found)) figures[side === "ours" ? name : `${name}${side}`] = figure;
  };
  const note = async (name: string, kind: Parameters<Counting>[0], shots: readonly Shot[]): Promise<void> => {
    figures[name] = { ...figures[name]!, statements: await count(kind, shots) };
  };

  for (const name of ["list", "open", "memberSearch"] as const) {
    const [mine, theirs] = [ours[name](of.large), rivalOperations[name](of.large)];
    const rows = await sameAnswer([servers.large, servers.postgraphile], [mine[0]!, theirs[0]!]);
    if (name !== "open" && rows !== ROW[name]) throw new Error(`${name}: ${rows} rows, not ${ROW[name]}`);
    const sides: Side[] = [
      { name: "ours", url: servers.large.url, shots: mine, atOnce: 8 },
      { name: "Postgraphile", url: servers.postgraphile.url, shots: theirs, atOnce: 8 },
    ];
    if (name === "list") {
      await sameAnswer([servers.large, servers.floor], [mine[0]!, mine[0]!]);
      sides.push({ name: "Floor", url: servers.floor.url, shots: mine, atOnce: 8 });
    }
    const measured = await byTurns(sides, { rounds: 5, shots: 400, warm: 400 });
    keep(name, measured);
    ratios[`${name}VsPostgraphile`] = measured.perSecond.Postgraphile!;
    if (name === "list") ratios.listVsFloor = measured.perSecond.Floor!;
    await note(name, "app", mine);
    await note(`${name}Postgraphile`, "postgraphile", theirs);
    if (name === "list") await note("listFloor", "floor", mine);
  }

  const submits = submitShots(find, of.large);
  const submitSides = (
    [
      ["ours", servers.large],
      ["Postgraphile", servers.postgraphile],
      ["PlainUpdate", servers.postgraphile],
    ] as const
  ).map(([name, { url }], i): Side => ({
    name,
    url,
    shots: [submits.ours, submits.rival, submits.plain][i]!.slice(SUBMIT_ROUNDS.counted),
    atOnce: 4,
  }));
  const submitted = await byTurns(submitSides, { ...SUBMIT_ROUNDS, once: true });
  keep("submit", submitted);
  ratios.submitVsPostgraphile = submitted.perSecond.Postgraphile!;
  ratios.submitVsPlainUpdate = submitted.perSecond.PlainUpdate!;
  const counted = (shots: readonly Shot[]) => shots.slice(0, SUBMIT_ROUNDS.counted);
  await note("submit", "app", counted(submits.ours));
  await note("submitPostgraphile", "postgraphile", counted(submits.rival));
  await note("submitPlainUpdate", "postgraphile", counted(submits.plain));

  for (const name of ["comparison", "dashboard", "dashboardMore", "memberSearch"] as const) {
    const sides = (["large", "small", "few"] as const).map((size): Side => ({
      name: { large: "Large", small: "Small", few: "Few" }[size],
      url: servers[size].url,
      shots: ours[name](of[size]),
      atOnce: 1,
    }));
    const measured = await byTurns(sides, { rounds: 7, shots: 60, warm: 120 });
    keep(name, measured);
    ratios[`${name}Growth`] = measured.p50.Small!;
    ratios[`${name}GrowthWithChapters`] = measured.p50.Few!;
    await note(`${name}Large`, "app", ours[name](of.large));
  }
  return { figures, ratios };
}

/** Asks so often, one after the other, and gives the statements of one. The first ones fill what is remembered. */
export async function statementsOf(url: string, shots: readonly Shot[], counted: () => number): Promise<number> {
  const [first, ...rest] = shots;
  const turns = rest.length > 0 ? rest.slice(0, 8) : Array.from({ length: 8 }, () => first!);
  await ask(url, "/graphql", first!);
  const before = counted();
  for (const shot of turns) await ask(url, "/graphql", shot);
  return Math.round(((counted() - before) / turns.length) * 100) / 100;
}
