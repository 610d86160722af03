import { osloDate } from "@varde/domain";
import { v7 as uuidv7 } from "uuid";
import type { MatrixLine, MatrixWorld } from "./line.js";

const YEAR = Number(osloDate(new Date()).slice(0, 4));
const HASH = "0".repeat(64);

type Arranged = { id: string; row: string };

/** The own chapter's plan of this year, anew for each caller; adopted when asked. */
async function plan(world: MatrixWorld, over: { adopted?: boolean; goalId?: string } = {}): Promise<Arranged> {
  const { federation, seed } = world;
  const at = { organization_id: federation.organizationId, chapter_id: federation.chapters.own };
  const [id, row] = [uuidv7(), uuidv7()];
  await seed.client.query("delete from app.action_plan_version where chapter_id = $1", [at.chapter_id]);
  await seed.client.query("delete from app.action_plan where chapter_id = $1", [at.chapter_id]);
  await seed.rows("action_plan", { ...at, id, year: YEAR, title: "Plan", started_by: federation.leader.seatId });
  await seed.rows("action_plan_row", {
    ...at,
    plan_id: id,
    id: row,
    position: 1,
    nr: "1",
    activity: "Turer",
    goal_id: over.goalId ?? null,
  });
  if (over.adopted) {
    const on = `${YEAR}-01-01`;
    await seed.rows("action_plan_version", {
      ...at,
      plan_id: id,
      number: 1,
      content: JSON.stringify({
        title: "Plan",
        intro: "",
        closing: "",
        rows: [{ id: row, nr: "1", activity: "Turer", aim: "", measures: "", resultAim: "" }],
      }),
      hash: HASH,
      place: "Furulia",
      adopted_on: on,
      adopted_by: "BOARD",
      frozen_by: federation.leader.seatId,
    });
    await seed.client.query(
      "update app.action_plan set state = 'ADOPTED', adopted_place = 'Furulia', adopted_on = $2, adopted_by = 'BOARD' where id = $1",
      [id, on],
    );
  }
  return { id, row };
}

async function goal(world: MatrixWorld): Promise<string> {
  const { federation, seed } = world;
  const id = uuidv7();
  await seed.client.query("delete from app.strategy_goal where organization_id = $1", [federation.organizationId]);
  await seed.rows("strategy_goal", {
    organization_id: federation.organizationId,
    id,
    year: YEAR,
    text: "Mål",
    written_by: federation.editor.seatId,
  });
  return id;
}

const payload = "{ plan { id } problems { code } }";
/** the board acts on its own plan; to another board it is not there; nobody above writes it */
const BOARD = {
  none: "UNAUTHENTICATED",
  leader: "OK",
  board: "OK",
  siblingLeader: "NOT_FOUND",
  foreignLeader: "NOT_FOUND",
} as const;
const READERS = {
  none: "UNAUTHENTICATED",
  expired: "FORBIDDEN",
  siblingLeader: "NOT_FOUND",
  farCoordinator: "NOT_FOUND",
  foreignLeader: "NOT_FOUND",
  foreignAdmin: "NOT_FOUND",
} as const;
const EVERYBODY = { none: "UNAUTHENTICATED", expired: "FORBIDDEN" } as const;
const OWN_ORGANIZATION = { ...EVERYBODY, foreignLeader: "NOT_FOUND", foreignAdmin: "NOT_FOUND" } as const;
const NATIONAL = { none: "UNAUTHENTICATED", admin: "OK", editor: "OK" } as const;
const typeOf = (field: string): string => `${field[0]!.toUpperCase()}${field.slice(1)}Input`;
const change = (
  field: string,
  input: (of: Arranged) => object,
  arrange: (world: MatrixWorld) => Promise<Arranged> = plan,
): MatrixLine => ({
  field,
  document: `mutation ($input: ${field === "undoPlanChange" || field === "discardActionPlan" ? "SeenPlanInput" : typeOf(field)}!) { ${field}(input: $input) ${payload} }`,
  arrange: async (world) => ({ input: { key: uuidv7(), ...input(await arrange(world)) } }),
  otherwise: "FORBIDDEN",
  except: BOARD,
});

const TEXT = { title: "Plan", intro: "", closing: "", rows: [] };

/** A chapter's plan is its board's to write, and read by those above it and its mentor; goals and the template are national's. */
export const plansMatrix: MatrixLine[] = [
  {
    field: "actionPlan",
    document: `query ($year: Int!, $chapterId: ID) { actionPlan(year: $year, chapterId: $chapterId) { id } }`,
    arrange: async (world) => {
      await plan(world);
      return { year: YEAR, chapterId: world.federation.chapters.own };
    },
    otherwise: "OK",
    except: READERS,
    reached: (data) => data["actionPlan"] !== null,
  },
  {
    field: "actionPlanYears",
    document: `query ($chapterId: ID) { actionPlanYears(chapterId: $chapterId) { year } }`,
    arrange: async (world) => {
      await plan(world);
      return { chapterId: world.federation.chapters.own };
    },
    otherwise: "OK",
    except: READERS,
    reached: (data) => (data["actionPlanYears"] as unknown[]).length > 0,
  },
  {
    field: "comparePlans",
    document: `query ($year: Int!, $chapterIds: [ID!]!) { comparePlans(year: $year, chapterIds: $chapterIds) { id } }`,
    arrange: async (world) => {
      await plan(world);
      return { year: YEAR, chapterIds: [world.federation.chapters.own] };
    },
    otherwise: "OK",
    except: READERS,
    reached: (data) => (data["comparePlans"] as unknown[]).length > 0,
  },
  {
    field: "actionPlanFile",
    document: `query ($planId: ID!) { actionPlanFile(planId: $planId, format: DOCX) { data } }`,
    arrange: async (world) => ({ planId: (await plan(world)).id }),
    otherwise: "OK",
    except: READERS,
  },
  {
    field: "actionPlanVersion",
    document: `query ($planId: ID!, $number: Int!) { actionPlanVersion(planId: $planId, number: $number) { title } }`,
    arrange: async (world) => ({ planId: (await plan(world, { adopted: true })).id, number: 1 }),
    otherwise: "OK",
    except: READERS,
  },
  {
    field: "planChoices",
    document: `query { planChoices { seats { id } } }`,
    arrange: async () => ({}),
    otherwise: "FORBIDDEN",
    except: { none: "UNAUTHENTICATED", leader: "OK", board: "OK", siblingLeader: "OK", foreignLeader: "OK" },
  },
  {
    field: "chapterPlans",
    document: `query ($year: Int!) { chapterPlans(year: $year) { nodes { chapter { id } } } }`,
    arrange: async (world) => ({ year: YEAR, ...(await plan(world)) }),
    otherwise: "OK",
    except: EVERYBODY,
  },
  {
    field: "planTally",
    document: `query ($year: Int!) { planTally(year: $year) { chapters } }`,
    arrange: async () => ({ year: YEAR }),
    otherwise: "OK",
    except: EVERYBODY,
  },
  {
    field: "strategyGoals",
    document: `query ($year: Int!) { strategyGoals(year: $year) { id chapters } }`,
    arrange: async (world) => {
      const goalId = await goal(world);
      await plan(world, { goalId });
      return { year: YEAR };
    },
    otherwise: "OK",
    except: OWN_ORGANIZATION,
    reached: (data) => (data["strategyGoals"] as unknown[]).length > 0,
  },
  {
    field: "planTemplate",
    document: `query { planTemplate { rev } }`,
    arrange: async ({ federation, seed }) => {
      await seed.client.query("delete from app.plan_template where organization_id = $1", [federation.organizationId]);
      await seed.rows("plan_template", {
        organization_id: federation.organizationId,
        content: JSON.stringify(TEXT),
        written_by: federation.editor.seatId,
      });
      return {};
    },
    otherwise: "OK",
    except: OWN_ORGANIZATION,
    reached: (data) => data["planTemplate"] !== null,
  },
  {
    field: "startActionPlan",
    document: `mutation ($input: StartActionPlanInput!) { startActionPlan(input: $input) ${payload} }`,
    arrange: async ({ seed }) => {
      await seed.client.query("delete from app.action_plan_version");
      await seed.client.query("delete from app.action_plan");
      return { input: { key: uuidv7(), id: uuidv7(), year: YEAR, from: "EMPTY" } };
    },
    otherwise: "FORBIDDEN",
    // another board begins its own
    except: { ...BOARD, siblingLeader: "OK", foreignLeader: "OK" },
  },
  change("saveActionPlan", ({ id }) => ({ id, rev: 1, title: "Plan", intro: "Vi", closing: "" })),
  change("replacePlanRows", ({ id }) => ({ id, rev: 1, text: TEXT })),
  change("adoptActionPlan", ({ id }) => ({
    id,
    rev: 1,
    words: HASH,
    place: "Furulia",
    on: `${YEAR}-01-01`,
    by: "BOARD",
  })),
  change(
    "changeAdoptedPlan",
    ({ id }) => ({ id, rev: 1, reason: "Flere turer" }),
    (world) => plan(world, { adopted: true }),
  ),
  change("undoPlanChange", ({ id }) => ({ id, rev: 1 })),
  change("discardActionPlan", ({ id }) => ({ id, rev: 1 })),
  change("savePlanRow", ({ id, row }) => ({
    planId: id,
    id: row,
    rev: 1,
    activity: "Turer",
    aim: "",
    measures: "",
    resultAim: "",
    responsible: "",
    status: "DONE",
    learnt: "",
  })),
  change("movePlanRow", ({ id, row }) => ({ planId: id, id: row })),
  change("removePlanRow", ({ id, row }) => ({ planId: id, id: row, rev: 1 })),
  change("restorePlanRow", ({ id, row }) => ({ planId: id, id: row })),
  {
    field: "saveStrategyGoal",
    document: `mutation ($input: SaveStrategyGoalInput!) { saveStrategyGoal(input: $input) { goal { id } problems { code } } }`,
    arrange: async (world) => ({
      input: { key: uuidv7(), id: await goal(world), rev: 1, year: YEAR, text: "Nytt", why: "" },
    }),
    otherwise: "FORBIDDEN",
    except: { ...NATIONAL, foreignAdmin: "NOT_FOUND" },
  },
  {
    field: "moveStrategyGoal",
    document: `mutation ($input: MoveStrategyGoalInput!) { moveStrategyGoal(input: $input) { goals { id } problems { code } } }`,
    arrange: async (world) => ({ input: { key: uuidv7(), id: await goal(world), rev: 1 } }),
    otherwise: "FORBIDDEN",
    except: { ...NATIONAL, foreignAdmin: "NOT_FOUND" },
  },
  {
    field: "removeStrategyGoal",
    document: `mutation ($input: RemoveStrategyGoalInput!) { removeStrategyGoal(input: $input) { goal { id } problems { code } } }`,
    arrange: async (world) => ({ input: { key: uuidv7(), id: await goal(world), rev: 1 } }),
    otherwise: "FORBIDDEN",
    except: { ...NATIONAL, foreignAdmin: "NOT_FOUND" },
  },
  {
    field: "savePlanTemplate",
    document: `mutation ($input: SavePlanTemplateInput!) { savePlanTemplate(input: $input) { template { rev } problems { code } } }`,
    arrange: async ({ seed }) => {
      await seed.client.query("delete from app.plan_template");
      return { input: { key: uuidv7(), rev: 0, text: TEXT } };
    },
    otherwise: "FORBIDDEN",
    // another organization's administrator writes their own
    except: { ...NATIONAL, foreignAdmin: "OK" },
  },
];
