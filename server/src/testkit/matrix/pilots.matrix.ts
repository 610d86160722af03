import { randomUUID } from "node:crypto";
import { addDays, emptyDefinition, osloDate } from "@varde/domain";
import type { TemplateDefinition } from "@varde/domain";
import type { MatrixLine, MatrixWorld } from "./line.js";

const definition: TemplateDefinition = {
  ...emptyDefinition("Sommertreff"),
  purpose: { nb: "Samle medlemmene." },
  trigger: { kind: "PERIOD", period: "YEAR" },
};
const today = osloDate(new Date());

async function version({ seed, federation }: MatrixWorld, state: "DRAFT" | "PILOT") {
  const [templateId, versionId] = [randomUUID(), randomUUID()];
  const organization_id = federation.organizationId;
  await seed.rows("touchpoint_template", { organization_id, id: templateId, key: `p${seed.unique()}` });
  await seed.rows("template_version", {
    organization_id,
    id: versionId,
    template_id: templateId,
    state,
    definition,
    about_member: false,
    piloted_at: state === "PILOT" ? new Date() : null,
  });
  return { templateId, versionId };
}

/** A pilot in the own chapter, over or still going. */
async function pilot(world: MatrixWorld, over: boolean): Promise<string> {
  const { seed, federation } = world;
  const { organizationId, admin, chapters } = federation;
  const ids = await version(world, "PILOT");
  const rolloutId = await seed.rollout({ organizationId, ...ids }, admin.seatId, {
    chapterIds: [chapters.own],
    ring: "PILOT",
    effective_from: addDays(today, -30),
  });
  const id = randomUUID();
  await seed.rows("pilot", {
    organization_id: organizationId,
    id,
    template_id: ids.templateId,
    version_id: ids.versionId,
    rollout_id: rolloutId,
    chosen: "CHOSEN",
    eligible: 3,
    starts_on: addDays(today, -30),
    ends_on: over ? today : addDays(today, 30),
    first_ends_on: addDays(today, 30),
    started_by: admin.seatId,
  });
  return id;
}

// national's, and nobody else's
const NATIONAL: Pick<MatrixLine, "otherwise" | "except"> = {
  otherwise: "FORBIDDEN",
  except: { none: "UNAUTHENTICATED", editor: "OK", admin: "OK", foreignAdmin: "NOT_FOUND" },
};
const change = (field: string, type: string, over: boolean, more: () => object): MatrixLine => ({
  field,
  document: `mutation ($input: ${type}!) { ${field}(input: $input) { pilot { id } problems { code } } }`,
  arrange: async (world) => ({ input: { key: randomUUID(), id: await pilot(world, over), rev: 1, ...more() } }),
  ...NATIONAL,
});
const listed =
  (field: string): NonNullable<MatrixLine["reached"]> =>
  (data, { id }) => {
    const found = data[field] as { nodes: { id: string }[] } | { pilotId: string }[];
    return "nodes" in found ? found.nodes.some((node) => node.id === id) : found.some(({ pilotId }) => pilotId === id);
  };

export const pilotsMatrix: MatrixLine[] = [
  {
    field: "pilots",
    document: `query { pilots(first: 100) { nodes { id } } }`,
    arrange: async (world) => ({ id: await pilot(world, false) }),
    ...NATIONAL,
    reached: listed("pilots"),
  },
  {
    field: "pilot",
    document: `query ($id: ID!) { pilot(id: $id) { id answers { why } } }`,
    arrange: async (world) => ({ id: await pilot(world, false) }),
    ...NATIONAL,
  },
  {
    field: "pilotScoreboard",
    document: `query ($id: ID!) { pilotScoreboard(pilotId: $id) { asOf measures { measure verdict } } }`,
    arrange: async (world) => ({ id: await pilot(world, false) }),
    ...NATIONAL,
  },
  {
    field: "pilotPreview",
    document: `query ($input: PilotPreviewInput!) { pilotPreview(input: $input) { seed chapters { chapterId } } }`,
    arrange: async (world) => ({ input: { ...(await version(world, "DRAFT")), random: {}, startsOn: today } }),
    ...NATIONAL,
  },
  {
    field: "startPilot",
    document: `mutation ($input: StartPilotInput!) { startPilot(input: $input) { pilot { id } problems { code } } }`,
    arrange: async (world) => ({
      input: {
        ...(await version(world, "DRAFT")),
        key: randomUUID(),
        id: randomUUID(),
        rev: 1,
        chapterIds: [world.federation.chapters.own],
        startsOn: today,
        endsOn: addDays(today, 60),
      },
    }),
    ...NATIONAL,
  },
  change("extendPilot", "ExtendPilotInput", false, () => ({ endsOn: addDays(today, 60) })),
  change("closePilot", "ClosePilotInput", false, () => ({})),
  change("decidePilot", "DecidePilotInput", true, () => ({ decision: "DROP", reason: "Ingen forskjell å se." })),
  {
    field: "pilotQuestions",
    document: `query { pilotQuestions { pilotId } }`,
    arrange: async (world) => ({ id: await pilot(world, true) }),
    otherwise: "FORBIDDEN",
    // other boards are asked about pilots of their own
    except: {
      none: "UNAUTHENTICATED",
      leader: "OK",
      board: "OK",
      siblingLeader: "NOT_FOUND",
      foreignLeader: "NOT_FOUND",
    },
    reached: listed("pilotQuestions"),
  },
  {
    field: "answerPilot",
    document: `mutation ($input: AnswerPilotInput!) { answerPilot(input: $input) { question { pilotId } problems { code } } }`,
    arrange: async (world) => ({
      input: { key: randomUUID(), pilotId: await pilot(world, true), rev: 0, verdict: "KEEP", why: "" },
    }),
    otherwise: "FORBIDDEN",
    except: {
      none: "UNAUTHENTICATED",
      leader: "OK",
      board: "OK",
      siblingLeader: "NOT_FOUND",
      foreignLeader: "NOT_FOUND",
    },
  },
];
