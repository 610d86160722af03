import { Arg, Ctx, ID, Int, Mutation, Query, Resolver } from "type-graphql";
import { Needs } from "../../kernel/access/policy.js";
import type { Context } from "../../kernel/graphql/context.js";
import {
  AdoptActionPlanInput,
  ChangeAdoptedPlanInput,
  ReplacePlanRowsInput,
  SaveActionPlanInput,
  SeenPlanInput,
  StartActionPlanInput,
} from "./plan.inputs.js";
import {
  adoptActionPlan,
  changeAdoptedPlan,
  discardActionPlan,
  replacePlanRows,
  saveActionPlan,
  startActionPlan,
  undoPlanChange,
} from "./plan.service.js";
import { ActionPlan, ActionPlanPayload, ActionPlanYear, PlanChoices, PlanWords } from "./plan.type.js";
import { comparedPlans, planChoices, planOfYear, planVersion, planYears } from "./plan-reading.service.js";
import { changePlan } from "./change.js";

const CHAPTER = { nullable: true, description: "The chapter; the asker's own when left out." } as const;

@Resolver()
export class PlanResolver {
  @Needs("PLAN_READ")
  @Query(() => ActionPlan, { nullable: true, description: "A chapter's plan of a year; null where there is none." })
  async actionPlan(
    @Ctx() context: Context,
    @Arg("year", () => Int, { description: "The year." }) year: number,
    @Arg("chapterId", () => ID, CHAPTER) chapterId: string | null,
  ): Promise<ActionPlan | null> {
    return planOfYear(await context.work(), year, chapterId);
  }

  @Needs("PLAN_READ")
  @Query(() => [ActionPlanYear], { description: "The years a chapter has a plan of, newest first." })
  async actionPlanYears(
    @Ctx() context: Context,
    @Arg("chapterId", () => ID, CHAPTER) chapterId: string | null,
  ): Promise<ActionPlanYear[]> {
    return planYears(await context.work(), chapterId);
  }

  @Needs("PLAN_READ")
  @Query(() => [ActionPlan], {
    description: "The plans of some chapters of a year, one to twelve, by name. Those without a plan are left out.",
  })
  async comparePlans(
    @Ctx() context: Context,
    @Arg("year", () => Int, { description: "The year." }) year: number,
    @Arg("chapterIds", () => [ID], { description: "The chapters, at most twelve." }) chapterIds: string[],
  ): Promise<ActionPlan[]> {
    return comparedPlans(await context.work(), year, chapterIds);
  }

  @Needs("PLAN_READ")
  @Query(() => PlanWords, { description: "What a version of a plan says, as it was adopted." })
  async actionPlanVersion(
    @Ctx() context: Context,
    @Arg("planId", () => ID, { description: "The plan." }) planId: string,
    @Arg("number", () => Int, { description: "Its number." }) number: number,
  ): Promise<PlanWords> {
    return planVersion(await context.work(), planId, number);
  }

  @Needs("PLAN_WRITE")
  @Query(() => PlanChoices, { description: "What a row of the own chapter's plan can be bound to." })
  async planChoices(@Ctx() context: Context): Promise<PlanChoices> {
    return planChoices(await context.work());
  }

  @Needs("PLAN_WRITE")
  @Mutation(() => ActionPlanPayload, { description: "Begins the own chapter's plan of a year as a draft." })
  async startActionPlan(
    @Ctx() context: Context,
    @Arg("input", () => StartActionPlanInput, { description: "Which year, and from what." })
    input: StartActionPlanInput,
  ): Promise<ActionPlanPayload> {
    return changePlan(context, "startActionPlan", input, startActionPlan);
  }

  @Needs("PLAN_WRITE")
  @Mutation(() => ActionPlanPayload, { description: "Writes what stands around the table of a plan." })
  async saveActionPlan(
    @Ctx() context: Context,
    @Arg("input", () => SaveActionPlanInput, { description: "The texts." }) input: SaveActionPlanInput,
  ): Promise<ActionPlanPayload> {
    return changePlan(context, "saveActionPlan", input, saveActionPlan);
  }

  @Needs("PLAN_WRITE")
  @Mutation(() => ActionPlanPayload, { description: "Writes all the words of a plan anew." })
  async replacePlanRows(
    @Ctx() context: Context,
    @Arg("input", () => ReplacePlanRowsInput, { description: "The words." }) input: ReplacePlanRowsInput,
  ): Promise<ActionPlanPayload> {
    return changePlan(context, "replacePlanRows", input, replacePlanRows);
  }

  @Needs("PLAN_WRITE")
  @Mutation(() => ActionPlanPayload, { description: "Adopts a plan: freezes what was read as a version." })
  async adoptActionPlan(
    @Ctx() context: Context,
    @Arg("input", () => AdoptActionPlanInput, { description: "Where, when and by whom." }) input: AdoptActionPlanInput,
  ): Promise<ActionPlanPayload> {
    return changePlan(context, "adoptActionPlan", input, adoptActionPlan);
  }

  @Needs("PLAN_WRITE")
  @Mutation(() => ActionPlanPayload, { description: "Opens an adopted plan, for a reason, for a new version." })
  async changeAdoptedPlan(
    @Ctx() context: Context,
    @Arg("input", () => ChangeAdoptedPlanInput, { description: "Why." }) input: ChangeAdoptedPlanInput,
  ): Promise<ActionPlanPayload> {
    return changePlan(context, "changeAdoptedPlan", input, changeAdoptedPlan);
  }

  @Needs("PLAN_WRITE")
  @Mutation(() => ActionPlanPayload, { description: "Gives up a change: the words are what was adopted last." })
  async undoPlanChange(
    @Ctx() context: Context,
    @Arg("input", () => SeenPlanInput, { description: "Which." }) input: SeenPlanInput,
  ): Promise<ActionPlanPayload> {
    return changePlan(context, "undoPlanChange", input, undoPlanChange);
  }

  @Needs("PLAN_WRITE")
  @Mutation(() => ActionPlanPayload, { description: "Takes a draft away that was never adopted." })
  async discardActionPlan(
    @Ctx() context: Context,
    @Arg("input", () => SeenPlanInput, { description: "Which." }) input: SeenPlanInput,
  ): Promise<ActionPlanPayload> {
    return changePlan(context, "discardActionPlan", input, discardActionPlan);
  }
}
