import { Field, ID, Int } from "type-graphql";
import { z } from "zod";
import { IDEMPOTENCY_KEY, KeyedInput } from "../../kernel/graphql/mutation-inputs.js";
import { Input } from "../../kernel/graphql/output.js";
import { LocalDateScalar } from "../../kernel/graphql/shared-types.js";
import { TemplateDefinitionInput } from "./definition.inputs.js";
import { CatchUpEnum, SizeClassEnum } from "./template.type.js";
import type { CatchUp, SizeClass } from "./template.type.js";

@Input("A new template, blank or from the library.")
export class CreateTemplateInput extends KeyedInput {
  @Field(() => ID, { description: "The template's id, made by the client." })
  id!: string;
  @Field(() => String, {
    description: "Its name in bokmål; its key is derived from it. Empty takes the library's, or «Kopi av …».",
  })
  name!: string;
  @Field(() => String, { nullable: true, description: "The library template to copy; none for a blank one." })
  libraryKey?: string | null;
  @Field(() => ID, { nullable: true, description: "The organization's own template to copy, in its newest version." })
  copyOf?: string | null;
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

@Input("A draft of the next version, copied from the published one or from one that is named.")
export class CreateDraftInput extends KeyedInput {
  @Field(() => ID, { description: "The template." })
  templateId!: string;
  @Field(() => ID, { description: "The draft's id, made by the client." })
  versionId!: string;
  @Field(() => ID, { nullable: true, description: "The version to copy; none for the newest published one." })
  fromVersionId?: string | null;
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
  @Field(() => Boolean, {
    defaultValue: false,
    description: "Begin a new series also where only wording changed; the other way round is not possible.",
  })
  asMajor!: boolean;
}

@Input("Which roll-out to preview. Nothing chosen: all chapters.")
export class RolloutPreviewInput {
  @Field(() => ID, { description: "The template; its published version." })
  templateId!: string;
  @Field(() => LocalDateScalar, { description: "From which day touchpoints are made." })
  effectiveFrom!: string;
  @Field(() => [ID], { nullable: true, description: "Only these chapters." })
  chapterIds?: string[] | null;
  @Field(() => [ID], { nullable: true, description: "Only chapters that are in these regions today." })
  regionIds?: string[] | null;
  @Field(() => [SizeClassEnum], { nullable: true, description: "Only chapters of these sizes today." })
  sizeClasses?: SizeClass[] | null;
  @Field(() => CatchUpEnum, { defaultValue: "SKIP", description: "What happens with what was due before." })
  catchUp!: CatchUp;
}

@Input("Rolls the published version out. No chapters and no regions: all chapters, also those opened later.")
export class RollOutInput extends RolloutPreviewInput {
  @Field(() => ID, IDEMPOTENCY_KEY)
  key!: string;
  @Field(() => ID, { description: "The roll-out's id, made by the client." })
  id!: string;
  @Field(() => ID, { description: "The version seen in the preview." })
  versionId!: string;
  @Field(() => String, {
    nullable: true,
    description: "Why chapters may go above the cap, 10-500 characters; asked for when any does.",
  })
  capReason?: string | null;
}

@Input("Takes a roll-out back: chapters return to the version they had, or to none.")
export class WithdrawRolloutInput extends KeyedInput {
  @Field(() => ID, { description: "The template." })
  templateId!: string;
  @Field(() => ID, { description: "The roll-out." })
  rolloutId!: string;
  @Field(() => Int, { description: "The `rev` one has seen." })
  rev!: number;
  @Field(() => String, { description: "Why, 3-500 characters; kept." })
  reason!: string;
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
  copyOf: z.string().max(40).nullish(),
});
export const notesRules = z.object({ notes: z.string().trim().max(2000).nullish() });
export const withdrawRules = z.object({ reason: z.string().trim().min(3).max(500) });
