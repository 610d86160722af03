import { addMonths } from "@varde/domain";
import type { LocalDate } from "@varde/domain";
import { randomUUID } from "node:crypto";
import pg from "pg";
import { roleNames } from "../kernel/db/roles.js";
import { ask } from "./closed-loop.js";
import type { Child } from "./child.js";
import { bodyOf } from "./documents.js";
import { loadRows } from "./load.js";
import type { BenchDatabase } from "./load.js";
import type { WideFederation } from "./wide-federation.js";

/** Seconds of national's acts on a whole federation, and of the least that does the same work in the database. */
export type WideFigures = {
  rolloutSeconds: number;
  rolloutFloorSeconds: number;
  liftSeconds: number;
  simulationSeconds: number;
  simulationFloorSeconds: number;
};

type RolledOut = { data: { rollOut: { rollout: { touchpointCount: number; liftedCount: number } } } };
type Simulated = { data: { simulateTemplate: { state: string; total: number } } };

const SIMULATIONS = 5;

async function seconds<T>(act: () => Promise<T>): Promise<{ took: number; answer: T }> {
  const began = performance.now();
  const answer = await act();
  return { took: (performance.now() - began) / 1000, answer };
}
const middle = (times: readonly number[]): number => times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;

/** The touchpoints of one roll-out put in by one statement, with the triggers that keep the numbers; taken back afterwards. */
const PLAIN_INSERT = `
insert into app.touchpoint (organization_id, chapter_id, id, template_id, version_id, major, about_member, occurrence, opens_on, due_on, miss_on, first_due_on)
select c.organization_id, c.id, gen_random_uuid(), $2, $3, 1, false, 'floor-' || n, $4::date + 30 * n, $4::date + 30 * n + 14, $4::date + 30 * n + 28, $4::date + 30 * n + 14
  from app.chapter c cross join generate_series(1, $5::int) n where c.organization_id = $1`;
const PLAIN_COUNT = `select chapter_id, date_trunc('week', joined_on), count(*) from app.member where organization_id = $1 group by 1, 2`;

/**
 * Each template is rolled out fresh (a touchpoint a chapter and month) and then lifted to its next version, through the mutation;
 * the simulation goes over every member through the query. Throws when one does not do the whole of it.
 */
export async function measureWide(
  app: Child,
  find: (name: string) => string,
  database: BenchDatabase,
  federation: WideFederation,
  today: LocalDate,
): Promise<WideFigures> {
  const all = federation.chapters * federation.occurrences;
  const effectiveFrom = `${addMonths(today, 12).slice(0, 4)}-01-01`;
  const session = federation.nationalSession;
  const client = new pg.Client({ connectionString: database.adminUrl });
  await client.connect();
  const rollOut = async (templateId: string, versionId: string): Promise<RolledOut> => {
    const scope = { chapterIds: null, regionIds: null, sizeClasses: null, capReason: null };
    const input = {
      key: randomUUID(),
      id: randomUUID(),
      templateId,
      versionId,
      effectiveFrom,
      catchUp: "SKIP",
      ...scope,
    };
    return (await ask(app.url, "/graphql", { session, body: bodyOf(find("RollOut"), { input }) })) as RolledOut;
  };
  const plain = async (templateId: string, versionId: string): Promise<number> => {
    await client.query("begin");
    const values = [federation.organizationId, templateId, versionId, effectiveFrom, federation.occurrences];
    const { took } = await seconds(() => client.query(PLAIN_INSERT, values));
    await client.query("rollback");
    return took;
  };
  try {
    const [fresh, lifted, floor]: [number[], number[], number[]] = [[], [], []];
    for (const [i, { templateId, versionId, nextVersionId }] of federation.templates.entries()) {
      floor.push(await plain(templateId, versionId));
      const first = await seconds(() => rollOut(templateId, versionId));
      if (first.answer.data.rollOut.rollout.touchpointCount !== all)
        throw new Error("the roll-out did not make them all");
      fresh.push(first.took);
      await client.query(`set role ${roleNames(database.rolePrefix).owner}`);
      await loadRows(client, "template_version", [federation.nextVersions[i]!]);
      await client.query("reset role");
      const second = await seconds(() => rollOut(templateId, nextVersionId));
      if (second.answer.data.rollOut.rollout.liftedCount !== all) throw new Error("the roll-out did not lift them all");
      lifted.push(second.took);
    }
    const [simulated, counted]: [number[], number[]] = [[], []];
    const body = bodyOf(find("SimulateTemplate"), { ...federation.joined, year: null });
    for (let i = 0; i < SIMULATIONS; i++) {
      const { took, answer } = await seconds(() => ask(app.url, "/graphql", { session, body }));
      const { state, total } = (answer as Simulated).data.simulateTemplate;
      if (state !== "TOO_EARLY" && total === 0) throw new Error("the simulation counted nothing");
      simulated.push(took);
      counted.push((await seconds(() => client.query(PLAIN_COUNT, [federation.organizationId]))).took);
    }
    return {
      rolloutSeconds: middle(fresh),
      rolloutFloorSeconds: middle(floor),
      liftSeconds: middle(lifted),
      simulationSeconds: middle(simulated),
      simulationFloorSeconds: middle(counted),
    };
  } finally {
    await client.end();
  }
}
