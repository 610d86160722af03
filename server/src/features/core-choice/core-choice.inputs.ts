import { containsNationalId } from "@varde/domain";
import type { CoreScore, Language } from "@varde/domain";
import { Field, ID, Int } from "type-graphql";
import { z } from "zod";
import { ChangeInput, KeyedInput } from "../../kernel/graphql/mutation-inputs.js";
import { Input } from "../../kernel/graphql/output.js";
import { plain } from "../news/index.js";
import { CoreScoreEnum, WorkshopActEnum } from "./core-choice.type.js";
import type { WorkshopAct } from "./core-choice.type.js";

@Input("An idea that is not a template yet, as a candidate for a year.")
export class AddCoreIdeaInput extends KeyedInput {
  @Field(() => ID, { description: "Its id, made by the client." }) id!: string;
  @Field(() => Int, { description: "The year." }) year!: number;
  @Field(() => String, { description: "In a few words, at most 80 characters." }) text!: string;
}

@Input("An idea to take away.")
export class RemoveCoreIdeaInput extends KeyedInput {
  @Field(() => ID, { description: "The idea." }) id!: string;
  @Field(() => Int, { description: "The year it is a candidate of." }) year!: number;
}

@Input("A score given by hand, with a reason; or none, and the computed one holds again.")
export class SetCoreScoreInput extends KeyedInput {
  @Field(() => Int, { description: "The year." }) year!: number;
  @Field(() => ID, { description: "The template or the idea." }) candidateId!: string;
  @Field(() => CoreScoreEnum, { description: "What is scored." }) kind!: CoreScore;
  @Field(() => Int, { nullable: true, description: "0-100; null for the computed one." }) score?: number | null;
  @Field(() => String, { nullable: true, description: "Why, and from where: which question of which survey." })
  reason?: string | null;
}

@Input("A vote to open.")
export class OpenCoreWorkshopInput extends KeyedInput {
  @Field(() => ID, { description: "Its id, made by the client." }) id!: string;
  @Field(() => Int, { description: "The year." }) year!: number;
  @Field(() => [ID], { description: "What is voted on: 2-20 candidates." }) candidateIds!: string[];
  @Field(() => Int, { description: "Dots each has, 3-10." }) dots!: number;
  @Field(() => Int, { description: "Most on one." }) mostOnOne!: number;
}

@Input("Leads a workshop on.")
export class LeadCoreWorkshopInput extends ChangeInput {
  @Field(() => WorkshopActEnum, { description: "What happens." }) act!: WorkshopAct;
  @Field(() => [ID], { nullable: true, description: "With NEXT: who is in the next round." }) candidateIds?:
    | string[]
    | null;
}

@Input("One of the few.")
export class CoreChosenInput {
  @Field(() => ID, { description: "The template." }) templateId!: string;
  @Field(() => String, { description: "Why, at most 300 characters." }) why!: string;
}

@Input("The few of a year.")
export class FreezeCoreChoiceInput extends KeyedInput {
  @Field(() => ID, { description: "The choice's id, made by the client." }) id!: string;
  @Field(() => Int, { description: "The year." }) year!: number;
  @Field(() => [CoreChosenInput], { description: "In order." }) chosen!: CoreChosenInput[];
  @Field(() => String, { nullable: true, description: "Why it is worth more than every chapter can manage." })
  effortReason?: string | null;
  @Field(() => Boolean, { description: "Whether the chapters' boards are told." }) tell!: boolean;
}

@Input("All dots on one candidate.")
export class LaidDotsInput {
  @Field(() => ID, { description: "The candidate." }) id!: string;
  @Field(() => Int, { description: "How many." }) dots!: number;
}

@Input("All the dots of one phone, as they lie after a tap.")
export class LayDotsInput extends KeyedInput {
  @Field(() => String, { description: "The workshop's code." }) code!: string;
  @Field(() => String, { description: "What the phone keeps: 64 hex digits." }) token!: string;
  @Field(() => Int, { description: "The round they are for." }) round!: number;
  @Field(() => Int, { description: "The ballot's `rev` this builds on." }) rev!: number;
  @Field(() => [LaidDotsInput], { description: "Where they lie; what is left out has none." }) laid!: LaidDotsInput[];
}

const year = z.number().int().min(2000).max(2200);
const reason = (language: Language) => plain(language, 300, true);

export const ideaRules = (language: Language) => z.object({ id: z.uuid(), year, text: plain(language, 80, false) });
export const scoreRules = (language: Language) =>
  z.object({ year, score: z.number().int().min(0).max(100), reason: reason(language) });
export const workshopRules = z.object({
  id: z.uuid(),
  year,
  dots: z.number().int().min(3).max(10),
  mostOnOne: z.number().int().min(1).max(10),
});
export const freezeRules = (language: Language) =>
  z.object({
    id: z.uuid(),
    year,
    chosen: z
      .array(z.object({ templateId: z.string(), why: reason(language) }))
      .min(1)
      .max(10),
    effortReason: z
      .string()
      .trim()
      .max(300)
      .refine((text) => !containsNationalId(text))
      .nullish()
      .transform((text) => text || null),
  });
