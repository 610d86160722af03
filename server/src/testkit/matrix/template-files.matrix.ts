import { randomUUID } from "node:crypto";
import { emptyDefinition } from "@varde/domain";
import type { MatrixLine, MatrixWorld } from "./line.js";

const definition = emptyDefinition("Sommertreff");

async function template({ seed, federation }: MatrixWorld) {
  const [templateId, versionId] = [randomUUID(), randomUUID()];
  const organization_id = federation.organizationId;
  await seed.rows("touchpoint_template", { organization_id, id: templateId, key: `f${seed.unique()}` });
  await seed.rows("template_version", {
    organization_id,
    id: versionId,
    template_id: templateId,
    definition,
    about_member: false,
  });
  return { templateId, versionId };
}

const NATIONAL: Pick<MatrixLine, "otherwise" | "except"> = {
  otherwise: "FORBIDDEN",
  except: { none: "UNAUTHENTICATED", editor: "OK", admin: "OK", foreignAdmin: "NOT_FOUND" },
};
const imported = (data: Record<string, unknown>) => (data["importTemplate"] as { template: object | null }).template;

/** Templates as files: national's, and of the own organization. */
export const templateFilesMatrix: MatrixLine[] = [
  {
    field: "templateFile",
    document: `query ($templateId: ID!, $versionId: ID!) { templateFile(templateId: $templateId, versionId: $versionId) { name } }`,
    arrange: template,
    ...NATIONAL,
  },
  {
    field: "importTemplate",
    document: `mutation ($input: ImportTemplateInput!) { importTemplate(input: $input) { template { id } problems { code } } }`,
    arrange: async ({ federation }) => ({
      input: {
        key: randomUUID(),
        id: randomUUID(),
        file: JSON.stringify({
          format: "varde.touchpoint-template",
          formatVersion: 1,
          organizationId: federation.organizationId,
          template: { key: "sommertreff", definition },
        }),
      },
    }),
    ...NATIONAL,
    // the file is another organization's: refused with a sentence, and nothing is made
    reached: (data) => imported(data) !== null,
  },
  {
    field: "createTemplate",
    of: "a copy",
    document: `mutation ($input: CreateTemplateInput!) { createTemplate(input: $input) { template { id } problems { code } } }`,
    arrange: async (world) => ({
      input: { key: randomUUID(), id: randomUUID(), name: "", copyOf: (await template(world)).templateId },
    }),
    ...NATIONAL,
  },
];
