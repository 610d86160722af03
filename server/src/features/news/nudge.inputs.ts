import type { Language } from "@varde/domain";
import { Field, ID } from "type-graphql";
import { z } from "zod";
import { KeyedInput } from "../../kernel/graphql/mutation-inputs.js";
import { Input } from "../../kernel/graphql/output.js";
import { plain } from "./news.inputs.js";
import { NudgeAnswerEnum } from "./nudge.type.js";
import type { NudgeAnswer } from "./nudge.type.js";

@Input("A kind word to one board.")
export class SendNudgeInput extends KeyedInput {
  @Field(() => ID, { description: "Its id, made by the client." }) id!: string;
  @Field(() => ID, { description: "The chapter." }) chapterId!: string;
  @Field(() => String, { description: "Plain text, at most 600 characters." }) body!: string;
}

@Input("What the board answers to a nudge.")
export class AnswerNudgeInput extends KeyedInput {
  @Field(() => ID, { description: "The message." }) id!: string;
  @Field(() => NudgeAnswerEnum, { description: "The answer; a later one takes its place." }) answer!: NudgeAnswer;
}

export const nudgeRules = (language: Language) => z.object({ id: z.uuid(), body: plain(language, 600, true) });
