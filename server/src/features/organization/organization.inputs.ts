import { countyOf, lockScreenWords } from "@varde/domain";
import type { Language } from "@varde/domain";
import { Field, ID } from "type-graphql";
import { z } from "zod";
import { say } from "../../kernel/errors/say.js";
import { ChangeInput, KeyedInput } from "../../kernel/graphql/mutation-inputs.js";
import { Input } from "../../kernel/graphql/output.js";
import { LocalDateScalar } from "../../kernel/graphql/shared-types.js";
import { tellingShortName, UNIT_TEXTS } from "./organization.texts.js";

@Input("A new region.")
export class CreateRegionInput extends KeyedInput {
  @Field(() => ID, { description: "Its id, made by the client." }) id!: string;
  @Field(() => String, { description: "Its name, at most 80 characters." }) name!: string;
  @Field(() => LocalDateScalar, { description: "First day it exists." }) openedOn!: string;
}

@Input("A region's new name.")
export class UpdateRegionInput extends ChangeInput {
  @Field(() => String, { description: "Its name, at most 80 characters." }) name!: string;
}

@Input("Closes a region that has no chapters.")
export class CloseRegionInput extends ChangeInput {
  @Field(() => LocalDateScalar, { description: "First day it no longer exists; today or before." }) closedOn!: string;
}

@Input("A new chapter.")
export class CreateChapterInput extends KeyedInput {
  @Field(() => ID, { description: "Its id, made by the client." }) id!: string;
  @Field(() => String, { description: "Full name, at most 120 characters." }) name!: string;
  @Field(() => String, { description: "Neutral name that may stand on a lock screen, at most 40 characters." })
  shortName!: string;
  @Field(() => String, { description: "The county's two digits." }) county!: string;
  @Field(() => [String], { description: "The municipalities it covers, at most 60." }) municipalities!: string[];
  @Field(() => ID, { nullable: true, description: "The region it belongs to from the first day." })
  regionId?: string | null;
  @Field(() => LocalDateScalar, { description: "First day it exists." }) openedOn!: string;
}

@Input("A chapter's names and place.")
export class UpdateChapterInput extends ChangeInput {
  @Field(() => String, { description: "Full name, at most 120 characters." }) name!: string;
  @Field(() => String, { description: "Neutral name that may stand on a lock screen, at most 40 characters." })
  shortName!: string;
  @Field(() => String, { description: "The county's two digits." }) county!: string;
  @Field(() => [String], { description: "The municipalities it covers, at most 60." }) municipalities!: string[];
}

@Input("Moves a chapter to another region, or to none.")
export class MoveChapterInput extends ChangeInput {
  @Field(() => ID, { nullable: true, description: "The region it moves to; null for none." }) regionId?: string | null;
  @Field(() => LocalDateScalar, { description: "First day in the new one, back to where the present one began." })
  from!: string;
}

@Input("Closes a chapter: its open tasks are cancelled and its board's seats end.")
export class CloseChapterInput extends ChangeInput {
  @Field(() => LocalDateScalar, { description: "First day it no longer exists; today or before." }) closedOn!: string;
}

/** One line of text: trimmed, composed, without control characters. */
export const line = (language: Language, most: number) =>
  z
    .string()
    .transform((text) => text.trim().normalize("NFC").replaceAll(/ +/g, " "))
    .pipe(
      z
        .string()
        .min(1, say(language, UNIT_TEXTS.empty))
        .max(most)
        .refine((text) => !/[\p{Cc}\p{Zl}\p{Zp}]/u.test(text), say(language, UNIT_TEXTS.controlSigns)),
    );

const aheadOf = (today: string): string => `${Number(today.slice(0, 4)) + 1}${today.slice(4)}`;

const openingDay = (language: Language, today: string) =>
  z.string().refine((day) => day >= "1900-01-01" && day <= aheadOf(today), say(language, UNIT_TEXTS.dayTooFar));
const closingDay = (language: Language, today: string) =>
  z.string().refine((day) => day <= today, say(language, UNIT_TEXTS.notAhead));

export const createRegionRules = (language: Language, today: string) =>
  z.object({ id: z.uuid(), name: line(language, 80), openedOn: openingDay(language, today) });
export const updateRegionRules = (language: Language) => z.object({ name: line(language, 80) });
export const closeRules = (language: Language, today: string) => z.object({ closedOn: closingDay(language, today) });
export const moveRules = (language: Language, today: string) =>
  z.object({
    from: openingDay(language, today),
    regionId: z
      .string()
      .nullish()
      .transform((id) => id ?? null),
  });

/** `direct`: the members without a chapter have no county. */
export const chapterRules = (language: Language, direct: boolean) =>
  z.object({
    name: line(language, 120),
    shortName: line(language, 40).superRefine((text, context) => {
      const words = lockScreenWords(text);
      if (words.length > 0)
        context.addIssue({ code: "custom", message: say(language, tellingShortName(words)), path: [] });
    }),
    county: z
      .string()
      .refine((code) => (direct && code === "") || countyOf(code) !== null, say(language, UNIT_TEXTS.county)),
    municipalities: z
      .array(line(language, 60))
      .max(60)
      .transform((names) => [...new Set(names)]),
  });
export type ChapterFacts = z.infer<ReturnType<typeof chapterRules>>;

export const createChapterRules = (language: Language, today: string) =>
  chapterRules(language, false).extend({
    id: z.uuid(),
    openedOn: openingDay(language, today),
    regionId: z
      .string()
      .nullish()
      .transform((id) => id ?? null),
  });
