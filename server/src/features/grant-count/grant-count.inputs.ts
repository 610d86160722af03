import { containsNationalId } from "@varde/domain";
import type { FeePayer, Language } from "@varde/domain";
import { Field, ID, Int } from "type-graphql";
import { z } from "zod";
import { say } from "../../kernel/errors/say.js";
import { KeyedInput } from "../../kernel/graphql/mutation-inputs.js";
import { Input } from "../../kernel/graphql/output.js";
import { LocalDateScalar } from "../../kernel/graphql/shared-types.js";
import { FeePayerEnum } from "../members/index.js";
import { GRANT_COUNT_TEXTS } from "./grant-count.texts.js";

/** So many members can be written about at once. */
export const MOST_MEMBERS = 100;
/** øre: more is a slip of the keys */
export const MOST_AMOUNT = 1_000_000;

@Input("What is known of some members, for counting them. What is left out stays as it is.")
export class GrantFactsInput extends KeyedInput {
  @Field(() => Int, { description: "The year of the fee." }) year!: number;
  @Field(() => [ID], { description: "Of whom, 1-100 members of the own chapter." }) memberIds!: string[];
  @Field(() => Int, { nullable: true, description: "Year of birth, of one member who has none." })
  birthYear?: number | null;
  @Field(() => LocalDateScalar, { nullable: true, description: "The day they paid." }) paidOn?: string | null;
  @Field(() => Int, { nullable: true, description: "What each of them paid, or their family, in øre." })
  amount?: number | null;
  @Field(() => FeePayerEnum, { nullable: true, description: "Who paid." }) paidBy?: FeePayer | null;
  @Field(() => Boolean, { nullable: true, description: "The amount is a family's, paid together." })
  family?: boolean | null;
  @Field(() => ID, { nullable: true, description: "The type of membership." }) typeId?: string | null;
}

@Input("The rules of a year.")
export class SetGrantRulesInput extends KeyedInput {
  @Field(() => Int, { description: "The basis year." }) year!: number;
  @Field(() => Int, { description: "The `rev` the change is based on; 0 where nobody has changed them." }) rev!: number;
  @Field(() => Int, { description: "Under this age on the year's last day, 18-40." }) underAge!: number;
  @Field(() => Int, { description: "From this age one has to have paid oneself, 15-40." }) selfPayAge!: number;
  @Field(() => Int, { description: "The least paid, in øre." }) minAmount!: number;
  @Field(() => Int, { description: "The least paid by a family together, in øre; no less than by one." })
  minFamilyAmount!: number;
  @Field(() => LocalDateScalar, { description: "The first day one can have paid: in the year before, or 1 January." })
  prepaidFrom!: string;
  @Field(() => LocalDateScalar, { description: "The last day one can have paid: in the year or the one after." })
  lastPaidOn!: string;
  @Field(() => Int, { description: "So many have to count for a chapter to count, 1-100." }) chapterMembers!: number;
  @Field(() => String, { description: "Where the rules were read, at most 300 characters." }) source!: string;
  @Field(() => LocalDateScalar, { description: "When they were read; not ahead of today." }) checkedOn!: string;
}

@Input("A type of membership.")
export class SaveMembershipTypeInput extends KeyedInput {
  @Field(() => ID, { description: "Its id, made by the client when it is new." }) id!: string;
  @Field(() => Int, { description: "The `rev` the change is based on; 0 when it is new." }) rev!: number;
  @Field(() => String, { description: "Its name, as member files have it; at most 60 characters." }) name!: string;
  @Field(() => Boolean, { description: "Who has it has a vote, and can count for grants." }) eligible!: boolean;
  @Field(() => Int, { nullable: true, description: "Its fee a year, in øre." }) fee?: number | null;
  @Field(() => Boolean, { description: "No longer given to anybody." }) archived!: boolean;
}

const line = (language: Language, most: number) =>
  z
    .string()
    .transform((text) => text.normalize("NFC").replace(/\s+/g, " ").trim())
    .pipe(
      z
        .string()
        .min(1, say(language, GRANT_COUNT_TEXTS.empty))
        .max(most, say(language, GRANT_COUNT_TEXTS.tooLong(most)))
        .refine((text) => !/\p{C}/u.test(text) && !containsNationalId(text), say(language, GRANT_COUNT_TEXTS.empty)),
    );
const between = (language: Language, least: number, most: number) =>
  z.int().refine((n) => n >= least && n <= most, say(language, GRANT_COUNT_TEXTS.between(least, most)));
const amount = (language: Language) =>
  z.int().refine((n) => n >= 0 && n <= MOST_AMOUNT, say(language, GRANT_COUNT_TEXTS.amount));

export const membershipTypeRules = (language: Language) =>
  z.object({
    name: line(language, 60),
    eligible: z.boolean(),
    fee: amount(language).nullable(),
    archived: z.boolean(),
  });

export const grantFactsRules = (language: Language, year: number, today: string) =>
  z.object({
    birthYear: between(language, 1900, Number(today.slice(0, 4))).nullable(),
    paidOn: z
      .string()
      .refine((day) => day <= today, say(language, GRANT_COUNT_TEXTS.paidInFuture))
      .refine(
        (day) => day >= `${year - 1}-01-01` && day <= `${year + 1}-12-31`,
        say(language, GRANT_COUNT_TEXTS.paidElsewhen(year)),
      )
      .nullable(),
    amount: amount(language).nullable(),
  });

export const grantRulesRules = (language: Language, year: number, today: string) => {
  const day = (from: string, to: string) =>
    z.string().refine((at) => at >= from && at <= to, say(language, GRANT_COUNT_TEXTS.dayBetween(from, to)));
  return z
    .object({
      underAge: between(language, 18, 40),
      selfPayAge: between(language, 15, 40),
      minAmount: amount(language),
      minFamilyAmount: amount(language),
      prepaidFrom: day(`${year - 1}-01-01`, `${year}-01-01`),
      lastPaidOn: day(`${year}-01-01`, `${year + 1}-12-31`),
      chapterMembers: between(language, 1, 100),
      source: line(language, 300),
      checkedOn: day("2000-01-01", today),
    })
    .refine(({ minAmount, minFamilyAmount }) => minFamilyAmount >= minAmount, {
      path: ["minFamilyAmount"],
      message: say(language, GRANT_COUNT_TEXTS.familyLess),
    });
};
