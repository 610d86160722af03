import { containsNationalId } from "@varde/domain";
import type { Language } from "@varde/domain";
import { Field, ID } from "type-graphql";
import { z } from "zod";
import { say } from "../../kernel/errors/say.js";
import { KeyedInput } from "../../kernel/graphql/mutation-inputs.js";
import { Input } from "../../kernel/graphql/output.js";
import { LookUpReasonEnum } from "./look-up.type.js";
import type { LookUpReason } from "./look-up.type.js";
import { LOOK_UP_TEXTS } from "./look-up.texts.js";

const MOST_WORDS = 200;
const LONGEST_SEARCH = 120;

@Input("Whom to look up, and why.")
export class LookUpMemberInput extends KeyedInput {
  @Field(() => String, {
    description: "The whole of what the member gave: e-mail address, mobile number or member number. Never kept.",
  })
  search!: string;
  @Field(() => LookUpReasonEnum, { description: "Why." })
  reason!: LookUpReason;
  @Field(() => String, {
    description: "Why, in words that the chapter's leader reads and the member may ask for; at most 200 characters.",
  })
  words!: string;
}

@Input("What a chapter's leader has seen.")
export class SeeLookUpsInput extends KeyedInput {
  @Field(() => [ID], { description: "The look-ups." })
  ids!: string[];
}

const clean = (text: string): string =>
  text
    .normalize("NFC")
    .replace(/[\s\p{C}]+/gu, " ")
    .trim();

export const lookUpRules = (language: Language) => {
  const noNationalId = (text: string): boolean => !containsNationalId(text);
  const nationalId = say(language, LOOK_UP_TEXTS.nationalId);
  return z.object({
    search: z
      .string()
      .max(LONGEST_SEARCH)
      .transform(clean)
      // a name, or a part of one, finds nobody
      .refine((text) => /[@\d]/.test(text), say(language, LOOK_UP_TEXTS.whole))
      .refine(noNationalId, nationalId),
    words: z
      .string()
      .transform(clean)
      .refine((text) => text.length > 0, say(language, LOOK_UP_TEXTS.why))
      .refine((text) => text.length <= MOST_WORDS, say(language, LOOK_UP_TEXTS.tooLong))
      .refine(noNationalId, nationalId),
  });
};
