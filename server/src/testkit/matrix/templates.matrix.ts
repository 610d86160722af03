import { randomUUID } from "node:crypto";
import { emptyDefinition, osloDate } from "@varde/domain";
import type { TemplateDefinition } from "@varde/domain";
import type { MatrixLine, MatrixWorld, Verdict } from "./line.js";

const definition: TemplateDefinition = {
  ...emptyDefinition("Sommertreff"),
  purpose: { nb: "Samle medlemmene." },
  trigger: { kind: "PERIOD", period: "YEAR" },
};
const today = () => osloDate(new Date());

/** A template of the federation's own organization with one version in the state. */
async function template({ seed, federation }: MatrixWorld, state: "DRAFT" | "PUBLISHED") {
  const [templateId, versionId] = [randomUUID(), randomUUID()];
  const organization_id = federation.organizationId;
  await seed.rows("touchpoint_template", { organization_id, id: templateId, key: `m${seed.unique()}` });
  await seed.rows("template_version", {
    organization_id,
    id: versionId,
    template_id: templateId,
    state,
    definition,
    about_member: false,
    published_at: state === "DRAFT" ? null : new Date(),
  });
  return { templateId, versionId };
}

// of the organization's own: national, and nobody else; another organization's national finds nothing
const NATIONAL: Pick<MatrixLine, "otherwise" | "except"> = {
  otherwise: "FORBIDDEN",
  except: { none: "UNAUTHENTICATED", editor: "OK", admin: "OK", foreignAdmin: "NOT_FOUND" },
};
const ofOwn = (foreignAdmin: Verdict): Pick<MatrixLine, "otherwise" | "except"> => ({
  ...NATIONAL,
  except: { ...NATIONAL.except, foreignAdmin },
});

// the chapter's own board
const BOARD: Pick<MatrixLine, "otherwise" | "except"> = {
  otherwise: "FORBIDDEN",
  except: { none: "UNAUTHENTICATED", leader: "OK", board: "OK" },
};

/** A question to the own chapter's board, after a roll-out to it; the roll-out's id. */
async function catchUp(world: MatrixWorld): Promise<string> {
  const { seed, federation } = world;
  const { organizationId, chapters, admin } = federation;
  const { templateId, versionId } = await template(world, "PUBLISHED");
  const own = { organizationId, templateId, versionId };
  const rolloutId = await seed.rollout(own, admin.seatId, { chapterIds: [chapters.own] });
  const days = { opens_on: "2026-01-01", due_on: "2026-01-20", miss_on: "2026-01-30" };
  await seed.rows("catch_up", {
    organization_id: organizationId,
    chapter_id: chapters.own,
    rollout_id: rolloutId,
    template_id: templateId,
    version_id: versionId,
    occurrences: JSON.stringify([{ occurrence: "2026-01", ...days, period_report: false }]),
    asked_on: "2026-02-01",
  });
  return rolloutId;
}

const mutation = (field: string, type: string, selection: string) =>
  `mutation ($input: ${type}!) { ${field}(input: $input) { ${selection} problems { code } } }`;

export const templatesMatrix: MatrixLine[] = [
  {
    field: "templates",
    document: `query { templates { nodes { id } } }`,
    arrange: async (world) => ({ target: (await template(world, "DRAFT")).templateId }),
    ...NATIONAL,
    reached: (data, { target }) =>
      (data as { templates: { nodes: { id: string }[] } }).templates.nodes.some(({ id }) => id === target),
  },
  {
    field: "template",
    document: `query ($id: ID!) { template(id: $id) { id draft { id } } }`,
    arrange: async (world) => ({ id: (await template(world, "DRAFT")).templateId }),
    ...NATIONAL,
  },
  {
    field: "templateLibrary",
    document: `query { templateLibrary { key } }`,
    arrange: async () => ({}),
    ...ofOwn("OK"),
  },
  {
    field: "rolloutPreview",
    document: `query ($input: RolloutPreviewInput!) { rolloutPreview(input: $input) { newTouchpoints } }`,
    arrange: async (world) => ({
      input: { templateId: (await template(world, "PUBLISHED")).templateId, effectiveFrom: today() },
    }),
    ...NATIONAL,
  },
  {
    field: "simulateTemplate",
    document: `query ($templateId: ID!, $versionId: ID!) { simulateTemplate(templateId: $templateId, versionId: $versionId) { state total } }`,
    arrange: async (world) => ({ ...(await template(world, "DRAFT")) }),
    ...NATIONAL,
  },
  {
    field: "createTemplate",
    document: mutation("createTemplate", "CreateTemplateInput", "template { id }"),
    arrange: async () => ({ input: { key: randomUUID(), id: randomUUID(), name: "Sommertreff" } }),
    // one's own organization: there is no other to make it in
    ...ofOwn("OK"),
  },
  {
    field: "saveDraft",
    document: mutation("saveDraft", "SaveDraftInput", "template { id }"),
    arrange: async (world) => ({
      input: { key: randomUUID(), ...(await template(world, "DRAFT")), rev: 1, definition },
    }),
    ...NATIONAL,
  },
  {
    field: "createDraft",
    document: mutation("createDraft", "CreateDraftInput", "template { id }"),
    arrange: async (world) => ({
      input: {
        key: randomUUID(),
        templateId: (await template(world, "PUBLISHED")).templateId,
        versionId: randomUUID(),
      },
    }),
    ...NATIONAL,
  },
  {
    field: "discardDraft",
    document: mutation("discardDraft", "DiscardDraftInput", "template { id }"),
    arrange: async (world) => ({ input: { key: randomUUID(), ...(await template(world, "DRAFT")), rev: 1 } }),
    ...NATIONAL,
  },
  {
    field: "publishDraft",
    document: mutation("publishDraft", "PublishDraftInput", "template { id }"),
    arrange: async (world) => ({ input: { key: randomUUID(), ...(await template(world, "DRAFT")), rev: 1 } }),
    ...NATIONAL,
  },
  {
    field: "rollOut",
    document: mutation("rollOut", "RollOutInput", "rollout { id }"),
    arrange: async (world) => ({
      input: { key: randomUUID(), id: randomUUID(), ...(await template(world, "PUBLISHED")), effectiveFrom: today() },
    }),
    ...NATIONAL,
  },
  {
    field: "catchUps",
    document: `query { catchUps { rolloutId } }`,
    arrange: async (world) => ({ target: await catchUp(world) }),
    ...BOARD,
    except: { ...BOARD.except, siblingLeader: "NOT_FOUND", foreignLeader: "NOT_FOUND" },
    reached: (data, { target }) =>
      (data as { catchUps: { rolloutId: string }[] }).catchUps.some(({ rolloutId }) => rolloutId === target),
  },
  {
    field: "answerCatchUp",
    document: mutation("answerCatchUp", "AnswerCatchUpInput", "catchUps { rolloutId }"),
    arrange: async (world) => ({
      input: { key: randomUUID(), rolloutId: await catchUp(world), rev: 1, take: true },
    }),
    ...BOARD,
    except: { ...BOARD.except, siblingLeader: "NOT_FOUND", foreignLeader: "NOT_FOUND" },
  },
  {
    field: "withdrawRollout",
    document: mutation("withdrawRollout", "WithdrawRolloutInput", "cancelled"),
    arrange: async (world) => {
      const { templateId, versionId } = await template(world, "PUBLISHED");
      const rolloutId = randomUUID();
      const { organizationId: organization_id, admin } = world.federation;
      await world.seed.rows("rollout", {
        organization_id,
        id: rolloutId,
        template_id: templateId,
        version_id: versionId,
        ring: "ALL",
        all_chapters: true,
        effective_from: today(),
        catch_up: "SKIP",
        created_by: admin.seatId,
      });
      return { input: { key: randomUUID(), templateId, rolloutId, rev: 1, reason: "Feil lag" } };
    },
    ...NATIONAL,
  },
  {
    field: "setCoreSet",
    document: mutation("setCoreSet", "SetCoreSetInput", "templates { id }"),
    arrange: async (world) => ({
      input: { key: randomUUID(), templateIds: [(await template(world, "PUBLISHED")).templateId] },
    }),
    ...NATIONAL,
  },
];
