import type { LocalDate, PlanMeasure, PlanRowStatus, PlanText } from "@varde/domain";
import type { Instant, Owned } from "./row-parts.js";

type OfChapter = Owned & { chapter_id: string };
export type StrategyGoalRow = Owned & {
  id: string;
  year: number;
  text: string;
  why: string;
  position: number;
  written_by: string;
  written_at: Instant;
  rev: number;
};
export type PlanTemplateRow = Owned & { content: PlanText; written_by: string; written_at: Instant; rev: number };
export type ActionPlanRow = OfChapter & {
  id: string;
  year: number;
  state: "DRAFT" | "ADOPTED";
  title: string;
  intro: string;
  closing: string;
  adopted_place: string | null;
  adopted_on: LocalDate | null;
  adopted_by: "ANNUAL_MEETING" | null;
  started_by: string;
  started_at: Instant;
  rev: number;
};
export type ActionPlanRowRow = OfChapter & {
  plan_id: string;
  id: string;
  position: number;
  nr: string;
  activity: string;
  aim: string;
  measures: string;
  result_aim: string;
  responsible: string;
  due_on: LocalDate | null;
  status: PlanRowStatus;
  learnt: string;
  template_id: string | null;
  measure: PlanMeasure | null;
  target: number | null;
  goal_id: string | null;
  origin_id: string | null;
  rev: number;
};
export type ActionPlanVersionRow = OfChapter & {
  plan_id: string;
  number: number;
  content: PlanText;
  hash: string;
  place: string;
  adopted_on: LocalDate;
  adopted_by: "ANNUAL_MEETING";
  frozen_by: string;
  frozen_at: Instant;
};

/** The rows of action plans, in the order in which they can be loaded. */
export type PlanRows = {
  strategy_goal: StrategyGoalRow[];
  plan_template: PlanTemplateRow[];
  action_plan: ActionPlanRow[];
  action_plan_row: ActionPlanRowRow[];
  action_plan_version: ActionPlanVersionRow[];
};
export const noPlanRows = (): PlanRows => ({
  strategy_goal: [],
  plan_template: [],
  action_plan: [],
  action_plan_row: [],
  action_plan_version: [],
});
