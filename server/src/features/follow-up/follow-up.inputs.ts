import { addDays } from "@varde/domain";
import type { Language, LocalDate } from "@varde/domain";
import { Field, ID, Int } from "type-graphql";
import { z } from "zod";
import { say } from "../../kernel/errors/say.js";
import { ChangeInput, KeyedInput } from "../../kernel/graphql/mutation-inputs.js";
import { Input } from "../../kernel/graphql/output.js";
import { LocalDateScalar } from "../../kernel/graphql/shared-types.js";
import { plain } from "../news/index.js";
import { FOLLOW_UP_TEXTS } from "./follow-up.texts.js";
import { ContactWayEnum } from "./follow-up.type.js";
import type { ContactWay } from "./follow-up.type.js";

@Input("A contact one has had with a board.")
export class WriteContactInput extends KeyedInput {
  @Field(() => ID, { description: "Its id, made by the client." }) id!: string;
  @Field(() => ID, { description: "The chapter." }) chapterId!: string;
  @Field(() => LocalDateScalar, { description: "The day: today or in the last year." }) on!: string;
  @Field(() => ContactWayEnum, { description: "How." }) how!: ContactWay;
  @Field(() => String, {
    nullable: true,
    description: "Plain text, at most 300 characters; never about a member or anyone's health.",
  })
  note?: string | null;
  @Field(() => LocalDateScalar, { nullable: true, description: "When one means to be in touch again." })
  nextOn?: string | null;
}

@Input("A contact, mended by whoever wrote it.")
export class ChangeContactInput extends ChangeInput {
  @Field(() => ID, { description: "The chapter." }) chapterId!: string;
  @Field(() => LocalDateScalar, { description: "The day: today or in the last year." }) on!: string;
  @Field(() => ContactWayEnum, { description: "How." }) how!: ContactWay;
  @Field(() => String, { nullable: true, description: "As when it is written." }) note?: string | null;
  @Field(() => LocalDateScalar, { nullable: true, description: "When one means to be in touch again." })
  nextOn?: string | null;
}

@Input("A contact to take away.")
export class RemoveContactInput extends KeyedInput {
  @Field(() => ID, { description: "The contact." }) id!: string;
  @Field(() => ID, { description: "The chapter." }) chapterId!: string;
  @Field(() => Int, { description: "The `rev` one saw." }) rev!: number;
}

/** A day, a way, and what may be left out; `today` is Oslo's. */
export const contactRules = (language: Language, today: LocalDate) =>
  z.object({
    on: z
      .string()
      .refine((day) => day <= today && day >= addDays(today, -365), say(language, FOLLOW_UP_TEXTS.dayAhead)),
    note: z
      .string()
      .nullish()
      .transform((text) => (text?.trim() ? text : null))
      .pipe(plain(language, 300, true).nullable()),
    nextOn: z
      .string()
      .nullish()
      .transform((day) => day ?? null)
      .refine(
        (day) => day === null || (day >= today && day <= addDays(today, 366)),
        say(language, FOLLOW_UP_TEXTS.nextBefore),
      ),
  });
