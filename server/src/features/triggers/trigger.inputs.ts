import { daysBetween } from "@varde/domain";
import type { Language } from "@varde/domain";
import { Field, ID } from "type-graphql";
import { z } from "zod";
import { say } from "../../kernel/errors/say.js";
import { KeyedInput } from "../../kernel/graphql/mutation-inputs.js";
import { Input } from "../../kernel/graphql/output.js";
import { LocalDateScalar } from "../../kernel/graphql/shared-types.js";
import { TRIGGER_TEXTS } from "./trigger.texts.js";

const MOST_DAYS = 92;

@Input("Days on which nothing is to begin by itself.")
export class AddQuietPeriodInput extends KeyedInput {
  @Field(() => ID, { description: "Its id, made by the client." }) id!: string;
  @Field(() => String, { description: "What it is called, at most 60 characters." }) name!: string;
  @Field(() => LocalDateScalar, { description: "First day." }) fromDay!: string;
  @Field(() => LocalDateScalar, { description: "Last day, at most three months later." }) toDay!: string;
}

@Input("Quiet weeks to remove.")
export class RemoveQuietPeriodInput extends KeyedInput {
  @Field(() => ID, { description: "Which." }) id!: string;
}

export const quietPeriodRules = (language: Language, today: string) =>
  z
    .object({
      id: z.uuid(),
      name: z
        .string()
        .transform((text) => text.trim().normalize("NFC"))
        .pipe(z.string().regex(/^\P{C}{1,60}$/u, say(language, TRIGGER_TEXTS.name))),
      fromDay: z.string(),
      toDay: z.string().refine((day) => day >= today, say(language, TRIGGER_TEXTS.over)),
    })
    .refine(({ fromDay, toDay }) => toDay >= fromDay, { path: ["toDay"], error: say(language, TRIGGER_TEXTS.order) })
    .refine(({ fromDay, toDay }) => daysBetween(fromDay, toDay) <= MOST_DAYS, {
      path: ["toDay"],
      error: say(language, TRIGGER_TEXTS.tooLong),
    });
