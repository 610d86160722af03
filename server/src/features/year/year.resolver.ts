import { Arg, Ctx, Int, Mutation, Query, Resolver } from "type-graphql";
import { Needs, StepUp } from "../../kernel/access/policy.js";
import type { Work } from "../../kernel/db/unit-of-work.js";
import { AppError } from "../../kernel/errors/app-error.js";
import type { Context } from "../../kernel/graphql/context.js";
import { SheetEnum } from "../../kernel/graphql/shared-types.js";
import { once } from "../../kernel/mutation.js";
import type { Done } from "../../kernel/mutation.js";
import type { Sheet } from "../../kernel/print/block.js";
import { readYear } from "./read-year.js";
import {
  deleteYearDate,
  saveAnnualRule,
  saveYearDate,
  suggestYearDates,
  yearSettings,
} from "./year-settings.service.js";
import { DeleteYearDateInput, SaveAnnualRuleInput, SaveYearDateInput, SuggestYearDatesInput } from "./year.inputs.js";
import { yearPosterFile } from "./year-poster.js";
import { YearPosterFile, YearSettings, YearSettingsPayload, YearWheel } from "./year.type.js";

const YEAR = { nullable: true, description: "The year, 2000-2100; this one when left out." } as const;
const INPUT = { description: "What to change." };

function yearOf(work: Work, year: number | null): number {
  const asked = year ?? Number(work.today.slice(0, 4));
  if (asked < 2000 || asked > 2100) throw new AppError("BAD_REQUEST");
  return asked;
}

const settled = <Input extends { key: string }>(
  context: Context,
  operation: string,
  input: Input,
  year: (work: Work) => number,
  act: (work: Work) => Promise<Done>,
): Promise<YearSettingsPayload> =>
  once(context, operation, input, act, async (work) => ({ settings: await yearSettings(work, year(work)) }));

const thisYear = (work: Work): number => Number(work.today.slice(0, 4));
/** The year of a day; this one for a day that no calendar of ours has. */
const yearOn = (day: string) => (work: Work) => {
  const year = Number(day.slice(0, 4));
  return year >= 2000 && year <= 2100 ? year : thisYear(work);
};

@Resolver()
export class YearResolver {
  @Needs("PLAN_READ")
  @Query(() => YearWheel, {
    description: "A year: meetings, duties, the plan's days, the organization's and its deadlines. No person is in it.",
  })
  async yearWheel(@Ctx() context: Context, @Arg("year", () => Int, YEAR) year: number | null): Promise<YearWheel> {
    const work = await context.work();
    return readYear(work, yearOf(work, year));
  }

  @Needs("PLAN_READ")
  @Query(() => YearPosterFile, {
    description: "The same year on paper to pin up: the wheel, and all that is in it as a list. A PDF.",
  })
  async yearPoster(
    @Ctx() context: Context,
    @Arg("sheet", () => SheetEnum, { description: "The paper." }) sheet: Sheet,
    @Arg("year", () => Int, YEAR) year: number | null,
  ): Promise<YearPosterFile> {
    const work = await context.work();
    return yearPosterFile(work, yearOf(work, year), sheet, context.language);
  }

  @Needs("SETTINGS_WRITE")
  @Query(() => YearSettings, { description: "The days of a year as national sets them, and what the statutes say." })
  async yearSettings(
    @Ctx() context: Context,
    @Arg("year", () => Int, YEAR) year: number | null,
  ): Promise<YearSettings> {
    const work = await context.work();
    return yearSettings(work, yearOf(work, year));
  }

  @Needs("SETTINGS_WRITE")
  @StepUp()
  @Mutation(() => YearSettingsPayload, { description: "Writes a day of the organization's year." })
  saveYearDate(
    @Ctx() context: Context,
    @Arg("input", () => SaveYearDateInput, INPUT) input: SaveYearDateInput,
  ): Promise<YearSettingsPayload> {
    return settled(context, "saveYearDate", input, yearOn(input.fromDay), (work) =>
      saveYearDate(work, input, context.language),
    );
  }

  @Needs("SETTINGS_WRITE")
  @StepUp()
  @Mutation(() => YearSettingsPayload, { description: "Takes a day out of the organization's year." })
  deleteYearDate(
    @Ctx() context: Context,
    @Arg("input", () => DeleteYearDateInput, INPUT) input: DeleteYearDateInput,
  ): Promise<YearSettingsPayload> {
    return settled(context, "deleteYearDate", input, thisYear, (work) => deleteYearDate(work, input, context.language));
  }

  @Needs("SETTINGS_WRITE")
  @StepUp()
  @Mutation(() => YearSettingsPayload, {
    description: "Takes in what is usually in a year, each as a suggestion to be checked.",
  })
  suggestYearDates(
    @Ctx() context: Context,
    @Arg("input", () => SuggestYearDatesInput, INPUT) input: SuggestYearDatesInput,
  ): Promise<YearSettingsPayload> {
    return settled(context, "suggestYearDates", input, yearOn(String(input.year)), (work) =>
      suggestYearDates(work, input, context.language),
    );
  }

  @Needs("SETTINGS_WRITE")
  @StepUp()
  @Mutation(() => YearSettingsPayload, { description: "Sets what the statutes say of annual meetings." })
  saveAnnualRule(
    @Ctx() context: Context,
    @Arg("input", () => SaveAnnualRuleInput, INPUT) input: SaveAnnualRuleInput,
  ): Promise<YearSettingsPayload> {
    return settled(context, "saveAnnualRule", input, thisYear, (work) => saveAnnualRule(work, input, context.language));
  }
}
