import { containsNationalId } from "@varde/domain";
import type { Language } from "@varde/domain";
import { Field, ID, Int } from "type-graphql";
import { z } from "zod";
import { say } from "../../kernel/errors/say.js";
import { KeyedInput } from "../../kernel/graphql/mutation-inputs.js";
import { Input } from "../../kernel/graphql/output.js";
import { LocalDateScalar, LocalizedTextInput } from "../../kernel/graphql/shared-types.js";
import { SAFE_PEOPLE_TEXTS } from "./safe-people.texts.js";

const MOST_WORDS = 4000;

@Input("What is asked of those who see persons.")
export class SetSafePeopleInput extends KeyedInput {
  @Field(() => Int, { description: "The organization's `rev` the change is based on." }) rev!: number;
  @Field(() => Boolean, { description: "Whether papers are asked for." }) required!: boolean;
  @Field(() => Int, { description: "Years a certificate is good for, 1-5." }) attestYears!: number;
  @Field(() => LocalizedTextInput, {
    description:
      "The declaration, at most 4000 characters a language. A new wording is to be accepted anew by everybody.",
  })
  words!: LocalizedTextInput;
}

@Input("A police certificate was shown.")
export class RecordAttestInput extends KeyedInput {
  @Field(() => ID, { description: "The seat whose holder showed it." }) id!: string;
  @Field(() => LocalDateScalar, { nullable: true, description: "The day; null takes the record back." })
  shownOn?: string | null;
}

@Input("The holder accepts the declaration.")
export class AcceptDeclarationInput extends KeyedInput {
  @Field(() => Int, { description: "The wording that was read." }) version!: number;
}

export const safePeopleRules = (language: Language) => {
  const words = z
    .string()
    .transform((text) => text.replaceAll(/\r\n?/g, "\n").trim())
    .refine((text) => text.length <= MOST_WORDS, say(language, SAFE_PEOPLE_TEXTS.tooLong))
    .refine((text) => !containsNationalId(text), say(language, SAFE_PEOPLE_TEXTS.nationalId));
  return z.object({
    attestYears: z.int().refine((n) => n >= 1 && n <= 5, say(language, SAFE_PEOPLE_TEXTS.years)),
    words: z.object({
      nb: words.refine((text) => text.length > 0, say(language, SAFE_PEOPLE_TEXTS.words)),
      nn: words.nullish().transform((text) => text ?? ""),
      en: words.nullish().transform((text) => text ?? ""),
    }),
  });
};
