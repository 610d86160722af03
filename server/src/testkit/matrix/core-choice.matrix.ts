import { randomUUID } from "node:crypto";
import { v7 as uuidv7 } from "uuid";
import { emptyDefinition } from "@varde/domain";
import type { MatrixLine, MatrixWorld } from "./line.js";

const YEAR = 2031;
const TOKEN = "a".repeat(64);

async function template({ seed, federation }: MatrixWorld): Promise<string> {
  const [organization_id, id] = [federation.organizationId, randomUUID()];
  await seed.rows("touchpoint_template", { organization_id, id, key: `c${seed.unique()}` });
  await seed.rows("template_version", {
    organization_id,
    id: randomUUID(),
    template_id: id,
    state: "PUBLISHED",
    definition: emptyDefinition("Sommertreff"),
    about_member: false,
    published_at: new Date(),
  });
  return id;
}

async function idea({ seed, federation }: MatrixWorld): Promise<string> {
  const id = uuidv7();
  const own = { organization_id: federation.organizationId, added_by: federation.admin.seatId };
  await seed.rows("core_idea", { ...own, id, year: YEAR, text: "Kakao på torget" });
  return id;
}

async function workshop({ seed, federation }: MatrixWorld): Promise<{ id: string; code: string; candidate: string }> {
  const [id, candidate] = [uuidv7(), randomUUID()];
  const code = Array.from({ length: 8 }, () => "abcdefgh"[Math.floor(Math.random() * 8)]).join("");
  const candidates = [candidate, randomUUID()].map((one) => ({ id: one, name: { nb: "A", nn: "A", en: "A" } }));
  await seed.rows("core_workshop", {
    organization_id: federation.organizationId,
    id,
    year: YEAR,
    code,
    dots: 5,
    most_on_one: 3,
    candidates: JSON.stringify(candidates),
    opened_by: federation.admin.seatId,
  });
  return { id, code, candidate };
}

const NATIONAL: Pick<MatrixLine, "otherwise" | "except"> = {
  otherwise: "FORBIDDEN",
  except: { none: "UNAUTHENTICATED", editor: "OK", admin: "OK", foreignAdmin: "NOT_FOUND" },
};
const OF_ANY: typeof NATIONAL = { ...NATIONAL, except: { ...NATIONAL.except, foreignAdmin: "OK" } };
const PUBLIC: typeof NATIONAL = { otherwise: "OK", except: {} };

/** The few are chosen by national; dots are laid by whoever has the code. */
export const coreChoiceMatrix: MatrixLine[] = [
  {
    field: "coreCandidates",
    document: `query ($year: Int!) { coreCandidates(year: $year) { candidates { id } } }`,
    arrange: async (world) => ({ year: YEAR, id: await idea(world) }),
    ...NATIONAL,
    reached: (data, { id }) =>
      (data["coreCandidates"] as { candidates: { id: string }[] }).candidates.some((one) => one.id === id),
  },
  {
    field: "coreWorkshop",
    document: `query ($id: ID!) { coreWorkshop(id: $id) { id } }`,
    arrange: async (world) => ({ id: (await workshop(world)).id }),
    ...NATIONAL,
    reached: (data) => data["coreWorkshop"] !== null,
  },
  {
    field: "addCoreIdea",
    document: `mutation ($input: AddCoreIdeaInput!) { addCoreIdea(input: $input) { problems { code } } }`,
    arrange: async () => ({ input: { key: uuidv7(), id: uuidv7(), year: 2032, text: "Kakao på torget" } }),
    ...OF_ANY,
  },
  {
    field: "removeCoreIdea",
    document: `mutation ($input: RemoveCoreIdeaInput!) { removeCoreIdea(input: $input) { problems { code } } }`,
    arrange: async (world) => ({ input: { key: uuidv7(), id: await idea(world), year: YEAR } }),
    ...NATIONAL,
  },
  {
    field: "setCoreScore",
    document: `mutation ($input: SetCoreScoreInput!) { setCoreScore(input: $input) { problems { code } } }`,
    arrange: async (world) => ({
      input: {
        key: uuidv7(),
        year: YEAR,
        candidateId: await idea(world),
        kind: "IMPORTANCE",
        score: 80,
        reason: "Spørsmål 3",
      },
    }),
    ...NATIONAL,
  },
  {
    field: "openCoreWorkshop",
    document: `mutation ($input: OpenCoreWorkshopInput!) { openCoreWorkshop(input: $input) { problems { code } } }`,
    arrange: async (world) => {
      const candidateIds = [await idea(world), await idea(world)];
      return { input: { key: uuidv7(), id: uuidv7(), year: YEAR, candidateIds, dots: 5, mostOnOne: 3 } };
    },
    ...NATIONAL,
  },
  {
    field: "leadCoreWorkshop",
    document: `mutation ($input: LeadCoreWorkshopInput!) { leadCoreWorkshop(input: $input) { problems { code } } }`,
    arrange: async (world) => ({ input: { key: uuidv7(), id: (await workshop(world)).id, rev: 1, act: "CLOSE" } }),
    ...NATIONAL,
  },
  {
    field: "freezeCoreChoice",
    document: `mutation ($input: FreezeCoreChoiceInput!) { freezeCoreChoice(input: $input) { problems { code } } }`,
    arrange: async (world) => {
      const chosen = [{ templateId: await template(world), why: "Viktig for nye." }];
      return { input: { key: uuidv7(), id: uuidv7(), year: YEAR, chosen, tell: false } };
    },
    ...NATIONAL,
  },
  {
    field: "votePage",
    document: `query ($code: String!, $token: String!) { votePage(code: $code, token: $token) { state } }`,
    arrange: async (world) => ({ code: (await workshop(world)).code, token: TOKEN }),
    ...PUBLIC,
  },
  {
    field: "layDots",
    document: `mutation ($input: LayDotsInput!) { layDots(input: $input) { problems { code } } }`,
    arrange: async (world) => {
      const { code, candidate } = await workshop(world);
      const laid = [{ id: candidate, dots: 2 }];
      return { input: { key: uuidv7(), code, token: TOKEN, round: 1, rev: 0, laid } };
    },
    ...PUBLIC,
    reached: (data) => (data["layDots"] as { problems: unknown[] }).problems.length === 0,
  },
];
