import { z } from "zod";
import type { Language } from "@varde/domain";
import { audit } from "../../../kernel/audit.js";
import { AppError } from "../../../kernel/errors/app-error.js";
import { checkInput } from "../../../kernel/errors/check-input.js";
import { Refusal } from "../../../kernel/errors/refusal.js";
import type { Work } from "../../../kernel/db/unit-of-work.js";
import { seated } from "../../../kernel/graphql/context.js";
import type { Done } from "../../../kernel/mutation.js";
import { insertTemplate } from "../drafts.service.js";
import { readTemplate } from "../read-templates.js";
import { readTemplateFile } from "./read-file.js";
import { SCHEMA_PATH } from "./template-file.rules.js";
import type { ImportTemplateInput, TemplateFile } from "./template-file.type.js";
import { writeTemplateFile } from "./write-file.js";

/** One version of a template as a file. Throws NOT_FOUND. */
export async function exportTemplate(
  work: Work,
  language: Language,
  baseUrl: string,
  input: { templateId: string; versionId: string },
): Promise<TemplateFile> {
  const { organizationId } = seated(work);
  const template = await readTemplate(work, language, input.templateId);
  const version = template.versions.find(({ id }) => id === input.versionId);
  if (!version) throw new AppError("NOT_FOUND");
  const schemaUrl = new URL(SCHEMA_PATH, baseUrl).href;
  const { key } = template;
  const { definition, number: versionNumber } = version;
  return {
    name: `${key}-${versionNumber}.json`,
    content: writeTemplateFile({ schemaUrl, organizationId, exportedAt: new Date(), key, versionNumber, definition }),
    schemaUrl,
  };
}

const importRules = z.object({ id: z.uuid(), file: z.string() });

/** Makes a new template with a draft from a file; the file is taken whole or refused whole. */
export async function importTemplate(work: Work, language: Language, input: ImportTemplateInput): Promise<Done> {
  const { id, file } = checkInput(importRules, input, language);
  const read = readTemplateFile(language, seated(work).organizationId, file);
  if ("problems" in read) throw new Refusal(read.problems);
  const { key, definition } = read.content.template;
  await insertTemplate(work, language, { id, key, definition });
  await audit(work, { action: "TEMPLATE_IMPORTED", subjectType: "TouchpointTemplate", subjectId: id });
  return { id, rev: 1 };
}
