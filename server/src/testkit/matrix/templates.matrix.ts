import { randomUUID } from "node:crypto";
import { emptyDefinition } from "@varde/domain";
import type { TemplateDefinition } from "@varde/domain";
import type { MatrixLine, MatrixWorld, Verdict } from "./line.js";

const definition: TemplateDefinition = {
  ...emptyDefinition("Sommertreff"),
  purpose: { nb: "Samle medlemmene." },
  trigger: { kind: "PERIOD", period: "YEAR" },
};
const today = () => new Date().toISOString().slice(0, 10);

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
