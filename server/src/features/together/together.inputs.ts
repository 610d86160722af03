import { containsNationalId } from "@varde/domain";
import type { Language } from "@varde/domain";
import { Field, ID } from "type-graphql";
import { z } from "zod";
import { say } from "../../kernel/errors/say.js";
import { ChangeInput, KeyedInput } from "../../kernel/graphql/mutation-inputs.js";
import { Input } from "../../kernel/graphql/output.js";
import { TOGETHER_TEXTS } from "./together.texts.js";

@Input("Who takes a touchpoint on.")
export class AssignTouchpointInput extends ChangeInput {
  @Field(() => ID, { nullable: true, description: "A seat of the own board that holds now; null lets it go." })
  seatId?: string | null;
}

@Input("What one says to the rest of the board about a touchpoint.")
export class CommentOnTouchpointInput extends KeyedInput {
  @Field(() => ID, { description: "The comment's id, made by the client." })
  id!: string;
  @Field(() => ID, { description: "The touchpoint." })
  touchpointId!: string;
  @Field(() => String, { description: "1-500 characters, never about anybody's health." })
  text!: string;
}

@Input("Removes an own comment.")
export class RemoveCommentInput extends KeyedInput {
  @Field(() => ID, { description: "The comment." })
  id!: string;
}

@Input("Says that one has a touchpoint's page open, for two minutes at a time.")
export class LookAtTouchpointInput extends KeyedInput {
  @Field(() => ID, { description: "The touchpoint." })
  id!: string;
  @Field(() => Boolean, { nullable: true, description: "True: the page is closed now." })
  leaving?: boolean | null;
}

export function commentRules(language: Language) {
  const words = (text: keyof typeof TOGETHER_TEXTS) => say(language, TOGETHER_TEXTS[text]);
  return z.object({
    id: z.uuid(),
    text: z
      .string()
      .transform((text) => text.trim().normalize("NFC"))
      .pipe(
        z
          .string()
          .min(1, words("empty"))
          .max(500, words("tooLong"))
          .refine((text) => !containsNationalId(text), words("nationalId")),
      ),
  });
}
