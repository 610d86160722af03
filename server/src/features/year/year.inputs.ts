import { containsNationalId, daysBetween, YEAR_DATE_CONCERNS, YEAR_DATE_KINDS, countyOf } from "@varde/domain";
import type { Language, LocalDate, YearDateConcerns, YearDateKind } from "@varde/domain";
import { Field, Int } from "type-graphql";
import { z } from "zod";
import { say } from "../../kernel/errors/say.js";
import { ChangeInput, KeyedInput } from "../../kernel/graphql/mutation-inputs.js";
import { Input } from "../../kernel/graphql/output.js";
import { LocalDateScalar, LocalizedTextInput } from "../../kernel/graphql/shared-types.js";
import { YEAR_TEXTS } from "./year.texts.js";
import { YearDateConcernsEnum, YearDateKindEnum } from "./year.type.js";

@Input("A day of the organization's: `id` is made by the client, `rev` 0 for a new one.")
export class SaveYearDateInput extends ChangeInput {
  @Field(() => YearDateKindEnum, { description: "What it is." })
  kind!: YearDateKind;
  @Field(() => LocalizedTextInput, { description: "Its name, at most 80 characters in each language." })
  name!: LocalizedTextInput;
  @Field(() => LocalDateScalar, { description: "The first day." })
  fromDay!: LocalDate;
  @Field(() => LocalDateScalar, { description: "The last day; the first for one day." })
  toDay!: LocalDate;
  @Field(() => YearDateConcernsEnum, { description: "Whom it concerns." })
  concerns!: YearDateConcerns;
  @Field(() => [String], { description: "The counties it concerns, by code; none is the whole country." })
  counties!: string[];
  @Field(() => String, { description: "Where it is from, at most 200 characters." })
  source!: string;
  @Field(() => Boolean, { description: "Whether it has been held against its source." })
  checked!: boolean;
}

@Input("Takes a day away.")
export class DeleteYearDateInput extends ChangeInput {}

@Input("Takes in what is usually in a year, to be checked.")
export class SuggestYearDatesInput extends KeyedInput {
  @Field(() => Int, { description: "From last year to three years ahead." })
  year!: number;
}

@Input("What the statutes say of annual meetings.")
export class SaveAnnualRuleInput extends KeyedInput {
  @Field(() => Int, { description: "The `rev` the change is based on; 0 while nobody has set it." })
  rev!: number;
  @Field(() => Int, { description: "The month of the last day, 1-12." })
  lastMonth!: number;
  @Field(() => Int, { description: "The last day, 1-31; 31 is the last of the month." })
  lastDay!: number;
  @Field(() => Int, { description: "Days before it that the notice is sent, 1-120." })
  noticeDays!: number;
  @Field(() => Int, { description: "Days before it that the papers are sent, at most those of the notice." })
  papersDays!: number;
  @Field(() => Int, { description: "How old one has to be to vote, 0-30." })
  votingAge!: number;
  @Field(() => [String], {
    nullable: true,
    description: "The standard agenda, at most 40 cases; null for the app's own.",
  })
  agenda?: string[] | null;
  @Field(() => String, { description: "Where it is from, at most 200 characters." })
  source!: string;
}

// a database takes neither NUL nor half of a pair, and no control sign is anything one wrote
const clean = (text: string): string =>
  text
    .replace(/\p{Cc}|\p{Cs}/gu, " ")
    .trim()
    .normalize("NFC");

/** What the year's forms must hold, with the sentences in the asker's language. */
export function yearRules(language: Language) {
  const words = (text: keyof typeof YEAR_TEXTS) => say(language, YEAR_TEXTS[text]);
  const line = (most: number) =>
    z
      .string()
      .max(20_000)
      .transform(clean)
      .pipe(
        z
          .string()
          .max(most)
          .refine((text) => !containsNationalId(text), words("nationalId")),
      );
  const other = line(80).nullish();
  const day = z.string().refine((on) => on >= "2000-01-01" && on <= "2100-12-31", words("unlikelyDay"));
  return {
    date: z
      .object({
        id: z.uuid(),
        rev: z.int().min(0),
        kind: z.enum(YEAR_DATE_KINDS),
        name: z
          .object({ nb: line(80).refine((text) => text !== "", words("name")), nn: other, en: other })
          .transform(({ nb, nn, en }) => ({ nb, ...(nn && { nn }), ...(en && { en }) })),
        fromDay: day,
        toDay: day,
        concerns: z.enum(YEAR_DATE_CONCERNS),
        counties: z
          .array(z.string())
          .max(15)
          .refine(
            (codes) => new Set(codes).size === codes.length && codes.every((code) => countyOf(code) !== null),
            words("counties"),
          ),
        source: line(200).refine((text) => text !== "", words("source")),
        checked: z.boolean(),
      })
      .refine(({ fromDay, toDay }) => toDay >= fromDay && daysBetween(fromDay, toDay) <= 120, {
        path: ["toDay"],
        message: words("order"),
      }),
    rule: z
      .object({
        rev: z.int().min(0),
        lastMonth: z.int().min(1).max(12),
        lastDay: z.int().min(1).max(31),
        noticeDays: z.int().min(1).max(120),
        papersDays: z.int().min(1).max(120),
        votingAge: z.int().min(0).max(30),
        agenda: z
          .array(line(160))
          .max(40)
          .nullish()
          .transform((cases) => {
            const written = cases?.filter((one) => one !== "") ?? [];
            return written.length > 0 ? written : null;
          }),
        source: line(200),
      })
      .refine(({ noticeDays, papersDays }) => papersDays <= noticeDays, {
        path: ["papersDays"],
        message: words("papersFirst"),
      }),
  };
}
