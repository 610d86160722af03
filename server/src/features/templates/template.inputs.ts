import { Field, ID, Int } from "type-graphql";
import { z } from "zod";
import { IDEMPOTENCY_KEY, KeyedInput } from "../../kernel/graphql/mutation-inputs.js";
import { Input } from "../../kernel/graphql/output.js";
import { LocalDateScalar } from "../../kernel/graphql/shared-types.js";
import { TemplateDefinitionInput } from "./definition.inputs.js";
import { CatchUpEnum } from "./template.type.js";
import type { CatchUp } from "./template.type.js";

@Input("A new template, blank or from the library.")
export class CreateTemplateInput extends KeyedInput {
  @Field(() => ID, { description: "The template's id, made by the client." })
  id!: string;
  @Field(() => String, {
    description: "Its name in bokmål; its key is derived from it. Empty takes the library's name.",
  })
  name!: string;
  @Field(() => String, { nullable: true, description: "The library template to copy; none for a blank one." })
  libraryKey?: string | null;
}

@Input("The whole content of a draft, as it shall be.")
export class SaveDraftInput extends KeyedInput {
  @Field(() => ID, { description: "The template." })
  templateId!: string;
  @Field(() => ID, { description: "The draft." })
  versionId!: string;
  @Field(() => Int, { description: "The `rev` it builds on." })
  rev!: number;
  @Field(() => TemplateDefinitionInput, { description: "The content; may be incomplete." })
  definition!: TemplateDefinitionInput;
}

@Input("A draft of the next version, copied from the published one.")
export class CreateDraftInput extends KeyedInput {
  @Field(() => ID, { description: "The template." })
  templateId!: string;
  @Field(() => ID, { description: "The draft's id, made by the client." })
  versionId!: string;
}

@Input("Throws a draft away; a template that has nothing else goes with it.")
export class DiscardDraftInput extends KeyedInput {
  @Field(() => ID, { description: "The template." })
  templateId!: string;
  @Field(() => ID, { description: "The draft." })
  versionId!: string;
  @Field(() => Int, { description: "The `rev` one has seen." })
  rev!: number;
}

@Input("Makes a draft the version in force, which never changes again.")
export class PublishDraftInput extends KeyedInput {
  @Field(() => ID, { description: "The template." })
  templateId!: string;
  @Field(() => ID, { description: "The draft." })
  versionId!: string;
  @Field(() => Int, { description: "The `rev` one has seen." })
  rev!: number;
  @Field(() => String, { nullable: true, description: "What is new, for those who read the versions." })
  notes?: string | null;
}

@Input("Which roll-out to preview. No chapters and no regions: all chapters.")
export class RolloutPreviewInput {
  @Field(() => ID, { description: "The template; its published version." })
  templateId!: string;
  @Field(() => LocalDateScalar, { description: "From which day touchpoints are made." })
  effectiveFrom!: string;
  @Field(() => [ID], { nullable: true, description: "Only these chapters." })
  chapterIds?: string[] | null;
  @Field(() => [ID], { nullable: true, description: "Only chapters that are in these regions today." })
  regionIds?: string[] | null;
}

@Input("Rolls the published version out. No chapters and no regions: all chapters, also those opened later.")
export class RollOutInput extends RolloutPreviewInput {
  @Field(() => ID, IDEMPOTENCY_KEY)
  key!: string;
  @Field(() => ID, { description: "The roll-out's id, made by the client." })
  id!: string;
  @Field(() => ID, { description: "The version seen in the preview." })
  versionId!: string;
  @Field(() => CatchUpEnum, {
    defaultValue: "SKIP",
    description: "Only SKIP so far: nothing that was due before is made.",
  })
  catchUp!: CatchUp;
}

@Input("The organization's core set, whole and in order.")
export class SetCoreSetInput extends KeyedInput {
  @Field(() => [ID], { description: "Published templates, the first first; empty for none." })
  templateIds!: string[];
}

export const createTemplateRules = z.object({
  id: z.uuid(),
  name: z.string().trim().max(120),
  libraryKey: z.string().max(40).nullish(),
});
export const notesRules = z.object({ notes: z.string().trim().max(2000).nullish() });
