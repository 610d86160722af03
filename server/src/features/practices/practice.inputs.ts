import { containsNationalId } from "@varde/domain";
import type { Language } from "@varde/domain";
import { Field, ID } from "type-graphql";
import { z } from "zod";
import { say } from "../../kernel/errors/say.js";
import { ChangeInput, KeyedInput } from "../../kernel/graphql/mutation-inputs.js";
import { Input } from "../../kernel/graphql/output.js";
import { PRACTICE_TEXTS } from "./practice.texts.js";

@Input("How the own chapter did it, for national to show to others.")
export class SuggestPracticeInput extends KeyedInput {
  @Field(() => ID, { description: "Its id, made by the client." })
  id!: string;
  @Field(() => ID, { description: "The template it is about." })
  templateId!: string;
  @Field(() => String, { description: "What the chapter did, 20-600 characters, about no one person." })
  text!: string;
}

@Input("Shows a suggestion to the organization, or declines it.")
export class DecidePracticeInput extends ChangeInput {
  @Field(() => Boolean, { description: "True shows it; false declines it." })
  show!: boolean;
  @Field(() => String, {
    nullable: true,
    description: "Why it is declined; the chapter reads it. At most 300 characters.",
  })
  reason?: string | null;
}

@Input("Takes a suggestion or a shown practice away.")
export class WithdrawPracticeInput extends ChangeInput {
  @Field(() => String, { nullable: true, description: "Why; the chapter reads it. At most 300 characters." })
  reason?: string | null;
}

const clean = (text: string): string => text.trim().normalize("NFC");

export function suggestRules(language: Language) {
  const words = (text: keyof typeof PRACTICE_TEXTS) => say(language, PRACTICE_TEXTS[text]);
  return z.object({
    id: z.uuid(),
    text: z
      .string()
      .transform(clean)
      .pipe(
        z
          .string()
          .min(20, words("tooShort"))
          .max(600, words("tooLong"))
          .refine((text) => !containsNationalId(text), words("nationalId")),
      ),
  });
}

/** A reason, or null where nothing is written. */
export function reasonRules(language: Language) {
  const words = (text: keyof typeof PRACTICE_TEXTS) => say(language, PRACTICE_TEXTS[text]);
  return z.object({
    reason: z
      .string()
      .nullish()
      .transform((text) => clean(text ?? ""))
      .pipe(
        z
          .string()
          .max(300, words("reasonTooLong"))
          .refine((text) => !containsNationalId(text), words("nationalId")),
      )
      .transform((text) => text || null),
  });
}
