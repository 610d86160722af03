import { Arg, Ctx, ID, Int, Mutation, Query, Resolver } from "type-graphql";
import { burdenSeconds } from "@varde/domain";
import { Needs } from "../../kernel/access/policy.js";
import type { Context } from "../../kernel/graphql/context.js";
import type { Connection } from "../../kernel/graphql/output.js";
import { once } from "../../kernel/mutation.js";
import { setCoreSet } from "./core-set.service.js";
import { createDraft, createTemplate, discardDraft, saveDraft } from "./drafts.service.js";
import { LIBRARY } from "./library/library.js";
import { publishDraft } from "./publish.service.js";
import { findTemplate, listTemplates, readCoreSet, readTemplate } from "./read-templates.js";
import {
  CreateDraftInput,
  CreateTemplateInput,
  DiscardDraftInput,
  PublishDraftInput,
  SaveDraftInput,
  SetCoreSetInput,
} from "./template.inputs.js";
import {
  CoreSetPayload,
  LibraryTemplate,
  TemplatePayload,
  TouchpointTemplate,
  TouchpointTemplateConnection,
} from "./template.type.js";

const show =
  (context: Context) =>
  async (
    work: Awaited<ReturnType<Context["work"]>>,
    id: string | null,
  ): Promise<{ template: TouchpointTemplate | null }> => ({
    template: id === null ? null : await findTemplate(work, context.language, id),
  });

@Resolver()
export class TemplateResolver {
  @Needs("TEMPLATE_WRITE")
  @Query(() => TouchpointTemplateConnection, {
    description: "The organization's templates, the core set first. For those who write them: drafts are in it.",
  })
  async templates(
    @Ctx() context: Context,
    @Arg("first", () => Int, { defaultValue: 100, description: "How many, 1-100." }) first: number,
    @Arg("after", () => String, { nullable: true, description: "Cursor to go on after." }) after?: string | null,
  ): Promise<Connection<TouchpointTemplate>> {
    return listTemplates(await context.work(), context.language, { first, after });
  }

  @Needs("TEMPLATE_WRITE")
  @Query(() => TouchpointTemplate, { description: "One template with its versions and roll-outs." })
  async template(
    @Ctx() context: Context,
    @Arg("id", () => ID, { description: "The template." }) id: string,
  ): Promise<TouchpointTemplate> {
    return readTemplate(await context.work(), context.language, id);
  }

  @Needs("TEMPLATE_WRITE")
  @Query(() => [LibraryTemplate], { description: "Built-in templates one may begin with." })
  templateLibrary(
    @Arg("key", () => String, { nullable: true, description: "Only the one of this key." }) only?: string | null,
  ): LibraryTemplate[] {
    return LIBRARY.filter((one) => !only || one.key === only).map(({ key, core, definition }) => {
      const { name, purpose, stage } = definition;
      return { key, core, name, purpose, stage, definition, burdenSeconds: burdenSeconds(definition).total };
    });
  }

  @Needs("TEMPLATE_WRITE")
  @Mutation(() => TemplatePayload, {
    description: "Makes a template with a first draft: blank, from the library, or a copy of an own one.",
  })
  createTemplate(
    @Ctx() context: Context,
    @Arg("input", () => CreateTemplateInput, { description: "What to make." }) input: CreateTemplateInput,
  ): Promise<TemplatePayload> {
    return once(
      context,
      "createTemplate",
      input,
      (work) => createTemplate(work, context.language, input),
      show(context),
    );
  }

  @Needs("TEMPLATE_WRITE")
  @Mutation(() => TemplatePayload, {
    description: "Keeps a draft's content; refuses when somebody changed it meanwhile.",
  })
  saveDraft(
    @Ctx() context: Context,
    @Arg("input", () => SaveDraftInput, { description: "The content." }) input: SaveDraftInput,
  ): Promise<TemplatePayload> {
    return once(context, "saveDraft", input, (work) => saveDraft(work, context.language, input), show(context));
  }

  @Needs("TEMPLATE_WRITE")
  @Mutation(() => TemplatePayload, { description: "Begins the next version as a copy of the published one." })
  createDraft(
    @Ctx() context: Context,
    @Arg("input", () => CreateDraftInput, { description: "Of which template." }) input: CreateDraftInput,
  ): Promise<TemplatePayload> {
    return once(context, "createDraft", input, (work) => createDraft(work, context.language, input), show(context));
  }

  @Needs("TEMPLATE_WRITE")
  @Mutation(() => TemplatePayload, { description: "Throws a draft away; a template never published goes with it." })
  discardDraft(
    @Ctx() context: Context,
    @Arg("input", () => DiscardDraftInput, { description: "Which draft." }) input: DiscardDraftInput,
  ): Promise<TemplatePayload> {
    return once(context, "discardDraft", input, (work) => discardDraft(work, context.language, input), show(context));
  }

  @Needs("TEMPLATE_WRITE")
  @Mutation(() => TemplatePayload, { description: "Makes a draft the version in force; it never changes again." })
  publishDraft(
    @Ctx() context: Context,
    @Arg("input", () => PublishDraftInput, { description: "Which draft." }) input: PublishDraftInput,
  ): Promise<TemplatePayload> {
    return once(context, "publishDraft", input, (work) => publishDraft(work, context.language, input), show(context));
  }

  @Needs("TEMPLATE_WRITE")
  @Mutation(() => CoreSetPayload, { description: "Chooses the organization's core set, whole and in order." })
  setCoreSet(
    @Ctx() context: Context,
    @Arg("input", () => SetCoreSetInput, { description: "The set." }) input: SetCoreSetInput,
  ): Promise<CoreSetPayload> {
    return once(
      context,
      "setCoreSet",
      input,
      (work) => setCoreSet(work, context.language, input),
      async (work) => ({ templates: await readCoreSet(work, context.language) }),
    );
  }
}
