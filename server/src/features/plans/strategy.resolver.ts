import { Arg, Ctx, Int, Mutation, Query, Resolver } from "type-graphql";
import { Needs } from "../../kernel/access/policy.js";
import type { Context } from "../../kernel/graphql/context.js";
import { AppError } from "../../kernel/errors/app-error.js";
import type { Connection } from "../../kernel/graphql/output.js";
import { once } from "../../kernel/mutation.js";
import {
  MoveStrategyGoalInput,
  RemoveStrategyGoalInput,
  SavePlanTemplateInput,
  SaveStrategyGoalInput,
} from "./plan.inputs.js";
import {
  chapterPlans,
  goalById,
  goalsBeside,
  moveStrategyGoal,
  planTally,
  readPlanTemplate,
  removeStrategyGoal,
  savePlanTemplate,
  saveStrategyGoal,
  strategyGoals,
} from "./strategy.service.js";
import {
  ChapterPlan,
  ChapterPlanConnection,
  PlanTally,
  PlanTemplate,
  PlanTemplatePayload,
  StrategyGoal,
  StrategyGoalPayload,
  StrategyGoalsPayload,
} from "./strategy.type.js";

const YEAR = { description: "The year." } as const;
const checked = (year: number): number => {
  if (year < 2000 || year > 2100) throw new AppError("BAD_REQUEST");
  return year;
};

@Resolver()
export class StrategyResolver {
  @Needs("PLAN_READ")
  @Query(() => ChapterPlanConnection, {
    description: "The open chapters in the asker's reach by name, and whether each has an action plan of a year.",
  })
  async chapterPlans(
    @Ctx() context: Context,
    @Arg("year", () => Int, YEAR) year: number,
    @Arg("first", () => Int, { defaultValue: 100, description: "How many, 1-100." }) first: number,
    @Arg("after", () => String, { nullable: true, description: "Those after this cursor." }) after: string | null,
  ): Promise<Connection<ChapterPlan>> {
    return chapterPlans(await context.work(), checked(year), first, after);
  }

  @Needs("PLAN_READ")
  @Query(() => PlanTally, { description: "How many chapters in the asker's reach have which kind of plan of a year." })
  async planTally(@Ctx() context: Context, @Arg("year", () => Int, YEAR) year: number): Promise<PlanTally> {
    return planTally(await context.work(), checked(year));
  }

  @Needs("PLAN_READ")
  @Query(() => [StrategyGoal], { description: "What the organization wants in a year, in order." })
  async strategyGoals(@Ctx() context: Context, @Arg("year", () => Int, YEAR) year: number): Promise<StrategyGoal[]> {
    return strategyGoals(await context.work(), checked(year));
  }

  @Needs("PLAN_READ")
  @Query(() => PlanTemplate, {
    nullable: true,
    description: "The plan that a chapter may begin from; null before there is one.",
  })
  async planTemplate(@Ctx() context: Context): Promise<PlanTemplate | null> {
    return readPlanTemplate(await context.work());
  }

  @Needs("STRATEGY_WRITE")
  @Mutation(() => StrategyGoalPayload, { description: "Writes a strategy goal, or a new one last of its year." })
  async saveStrategyGoal(
    @Ctx() context: Context,
    @Arg("input", () => SaveStrategyGoalInput, { description: "The goal." }) input: SaveStrategyGoalInput,
  ): Promise<StrategyGoalPayload> {
    return once(
      context,
      "saveStrategyGoal",
      input,
      (work) => saveStrategyGoal(work, context.language, input),
      async (work, id) => ({ goal: id === null ? null : await goalById(work, id) }),
    );
  }

  @Needs("STRATEGY_WRITE")
  @Mutation(() => StrategyGoalsPayload, { description: "Moves a strategy goal among those of its year." })
  async moveStrategyGoal(
    @Ctx() context: Context,
    @Arg("input", () => MoveStrategyGoalInput, { description: "Which, and where to." }) input: MoveStrategyGoalInput,
  ): Promise<StrategyGoalsPayload> {
    return once(
      context,
      "moveStrategyGoal",
      input,
      (work) => moveStrategyGoal(work, context.language, input),
      async (work, id) => ({ goals: id === null ? [] : await goalsBeside(work, id) }),
    );
  }

  @Needs("STRATEGY_WRITE")
  @Mutation(() => StrategyGoalPayload, { description: "Takes a strategy goal away." })
  async removeStrategyGoal(
    @Ctx() context: Context,
    @Arg("input", () => RemoveStrategyGoalInput, { description: "Which." }) input: RemoveStrategyGoalInput,
  ): Promise<StrategyGoalPayload> {
    return once(
      context,
      "removeStrategyGoal",
      input,
      (work) => removeStrategyGoal(work, context.language, input),
      async (work, id) => ({ goal: id === null ? null : await goalById(work, id) }),
    );
  }

  @Needs("STRATEGY_WRITE")
  @Mutation(() => PlanTemplatePayload, { description: "Writes the plan that chapters may begin from." })
  async savePlanTemplate(
    @Ctx() context: Context,
    @Arg("input", () => SavePlanTemplateInput, { description: "What it shall say." }) input: SavePlanTemplateInput,
  ): Promise<PlanTemplatePayload> {
    return once(
      context,
      "savePlanTemplate",
      input,
      (work) => savePlanTemplate(work, context.language, input),
      async (work) => ({ template: await readPlanTemplate(work) }),
    );
  }
}
