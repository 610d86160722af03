import { v7 as uuidv7 } from "uuid";
import { addDays, osloDate, STARTING_SURVEY } from "@varde/domain";
import type { MatrixLine, MatrixWorld } from "./line.js";

const today = osloDate(new Date());

async function survey({ seed, federation }: MatrixWorld, state: "DRAFT" | "OPEN"): Promise<string> {
  const id = uuidv7();
  const { organizationId: organization_id, admin } = federation;
  const open = { state, opens_on: today, closes_on: addDays(today, 20), opened_at: new Date() };
  await seed.rows("survey", {
    organization_id,
    id,
    definition: STARTING_SURVEY,
    created_by: admin.seatId,
    ...(state === "OPEN" && open),
  });
  if (state === "OPEN")
    await seed.rows("survey_link", {
      organization_id,
      survey_id: id,
      chapter_id: federation.chapters.own,
      code: Array.from(id.replaceAll(/[^2-9a-f]/g, "").padEnd(10, "z"))
        .reverse()
        .join("")
        .slice(0, 10),
    });
  return id;
}

const done = (field: string) => (data: Record<string, unknown>) =>
  (data[field] as { problems: unknown[] }).problems.length === 0;
const WRITES: Pick<MatrixLine, "otherwise" | "except"> = {
  otherwise: "FORBIDDEN",
  except: { none: "UNAUTHENTICATED", editor: "OK", admin: "OK", foreignAdmin: "NOT_FOUND" },
};
// a survey that is open is the same for all of the organization, but for mentors
const READS: Pick<MatrixLine, "otherwise" | "except"> = {
  otherwise: "OK",
  except: {
    none: "UNAUTHENTICATED",
    expired: "FORBIDDEN",
    mentor: "FORBIDDEN",
    foreignLeader: "NOT_FOUND",
    foreignAdmin: "NOT_FOUND",
  },
};
const DEFINITION = {
  title: { nb: "Hvordan går det?" },
  intro: { nb: "Svarene er anonyme." },
  underAge: { nb: "Spør en foresatt først." },
  thanks: { nb: "Takk." },
  questions: [],
};

export const surveysMatrix: MatrixLine[] = [
  {
    field: "surveys",
    document: `{ surveys { id } }`,
    arrange: async (world) => ({ id: await survey(world, "OPEN") }),
    ...READS,
    reached: (data, { id }) => (data["surveys"] as { id: string }[]).some((one) => one.id === id),
  },
  {
    field: "surveysNow",
    document: `{ surveysNow { id } }`,
    arrange: async (world) => {
      // it tells of three at most
      await world.seed.client.query(
        "update app.survey set opens_on = $1::date - 9, closes_on = $1::date - 8 where state = 'OPEN' and organization_id = $2",
        [today, world.federation.organizationId],
      );
      return { id: await survey(world, "OPEN") };
    },
    ...READS,
    // a board is told of what its own chapter has a link to
    except: { ...READS.except, siblingLeader: "NOT_FOUND" },
    reached: (data, { id }) => (data["surveysNow"] as { id: string }[]).some((one) => one.id === id),
  },
  {
    field: "survey",
    document: `query ($id: ID!) { survey(id: $id) { id definition { questions { key } } } }`,
    arrange: async (world) => ({ id: await survey(world, "OPEN") }),
    ...READS,
  },
  {
    field: "survey",
    of: "a draft",
    document: `query ($id: ID!) { survey(id: $id) { id } }`,
    arrange: async (world) => ({ id: await survey(world, "DRAFT") }),
    otherwise: "NOT_FOUND",
    except: { none: "UNAUTHENTICATED", expired: "FORBIDDEN", mentor: "FORBIDDEN", editor: "OK", admin: "OK" },
  },
  {
    field: "surveyLinks",
    document: `query ($id: ID!) { surveyLinks(surveyId: $id) { chapterId } }`,
    arrange: async (world) => ({ id: await survey(world, "OPEN") }),
    ...READS,
    except: { ...READS.except, siblingLeader: "NOT_FOUND", farCoordinator: "NOT_FOUND" },
    reached: (data) => (data["surveyLinks"] as unknown[]).length === 1,
  },
  {
    field: "surveyPoster",
    document: `query ($id: ID!) { surveyPoster(surveyId: $id) { fileName } }`,
    arrange: async (world) => ({ id: await survey(world, "OPEN") }),
    ...READS,
    except: { ...READS.except, siblingLeader: "NOT_FOUND", farCoordinator: "NOT_FOUND" },
  },
  {
    field: "surveyResults",
    document: `query ($id: ID!) { surveyResults(surveyId: $id) { id tables { question } } }`,
    arrange: async (world) => ({ id: await survey(world, "OPEN") }),
    ...READS,
  },
  {
    field: "surveyResultsFile",
    document: `query ($id: ID!) { surveyResultsFile(surveyId: $id, format: CSV) { fileName } }`,
    arrange: async (world) => ({ id: await survey(world, "OPEN") }),
    ...READS,
  },
  {
    field: "surveyTexts",
    document: `query ($id: ID!) { surveyTexts(surveyId: $id, question: "one_thing", draw: 1) { totalCount } }`,
    arrange: async (world) => ({ id: await survey(world, "OPEN") }),
    ...WRITES,
  },
  {
    field: "setSurveyTextAside",
    document: `mutation ($input: SetSurveyTextAsideInput!) { setSurveyTextAside(input: $input) { done problems { code } } }`,
    arrange: async (world) => {
      const surveyId = await survey(world, "OPEN");
      const id = uuidv7();
      const { organizationId: organization_id } = world.federation;
      // what was written is read when it is published, and not before
      const over =
        "update app.survey set state = 'CLOSED', closed_at = now(), results_on = authz.today() where id = $1";
      await world.seed.client.query(over, [surveyId]);
      await world.seed.rows("survey_text", { organization_id, survey_id: surveyId, id, question: "q", text: "Pizza" });
      return { input: { key: uuidv7(), id, rev: 1, surveyId } };
    },
    ...WRITES,
    reached: done("setSurveyTextAside"),
  },
  {
    field: "createSurvey",
    document: `mutation ($input: CreateSurveyInput!) { createSurvey(input: $input) { problems { code } } }`,
    arrange: async (world) => ({ input: { key: uuidv7(), id: uuidv7(), copyOf: await survey(world, "OPEN") } }),
    ...WRITES,
    reached: done("createSurvey"),
  },
  {
    field: "saveSurvey",
    document: `mutation ($input: SaveSurveyInput!) { saveSurvey(input: $input) { problems { code } } }`,
    arrange: async (world) => ({
      input: { key: uuidv7(), id: await survey(world, "DRAFT"), rev: 1, definition: DEFINITION },
    }),
    ...WRITES,
    reached: done("saveSurvey"),
  },
  {
    field: "openSurvey",
    document: `mutation ($input: OpenSurveyInput!) { openSurvey(input: $input) { problems { code } } }`,
    arrange: async (world) => ({
      input: { key: uuidv7(), id: await survey(world, "DRAFT"), rev: 1, opensOn: today, closesOn: addDays(today, 14) },
    }),
    ...WRITES,
    reached: done("openSurvey"),
  },
  {
    field: "closeSurvey",
    document: `mutation ($input: SurveyActionInput!) { closeSurvey(input: $input) { problems { code } } }`,
    arrange: async (world) => ({ input: { key: uuidv7(), id: await survey(world, "OPEN"), rev: 1 } }),
    ...WRITES,
    reached: done("closeSurvey"),
  },
  {
    field: "deleteSurveyDraft",
    document: `mutation ($input: SurveyActionInput!) { deleteSurveyDraft(input: $input) { problems { code } } }`,
    arrange: async (world) => ({ input: { key: uuidv7(), id: await survey(world, "DRAFT"), rev: 1 } }),
    ...WRITES,
    reached: done("deleteSurveyDraft"),
  },
];
