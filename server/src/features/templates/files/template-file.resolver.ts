import { Arg, Ctx, ID, Mutation, Query, Resolver } from "type-graphql";
import { Needs } from "../../../kernel/access/policy.js";
import type { Context } from "../../../kernel/graphql/context.js";
import { once } from "../../../kernel/mutation.js";
import { findTemplate } from "../read-templates.js";
import { TemplatePayload } from "../template.type.js";
import { exportTemplate, importTemplate } from "./template-file.service.js";
import { ImportTemplateInput, TemplateFile } from "./template-file.type.js";

@Resolver()
export class TemplateFileResolver {
  @Needs("TEMPLATE_WRITE")
  @Query(() => TemplateFile, { description: "One version of a template as a file." })
  async templateFile(
    @Ctx() context: Context,
    @Arg("templateId", () => ID, { description: "The template." }) templateId: string,
    @Arg("versionId", () => ID, { description: "The version, a draft too." }) versionId: string,
  ): Promise<TemplateFile> {
    const { baseUrl } = context.installation;
    return exportTemplate(await context.work(), context.language, baseUrl, { templateId, versionId });
  }

  @Needs("TEMPLATE_WRITE")
  @Mutation(() => TemplatePayload, {
    description:
      "Makes a new template with a draft from a file of the same organization. Each problem has its line; with any, nothing is made.",
  })
  async importTemplate(
    @Ctx() context: Context,
    @Arg("input", () => ImportTemplateInput, { description: "The file." }) input: ImportTemplateInput,
  ): Promise<TemplatePayload> {
    return once(
      context,
      "importTemplate",
      input,
      (work) => importTemplate(work, context.language, input),
      async (work, id) => ({ template: id === null ? null : await findTemplate(work, context.language, id) }),
    );
  }
}
