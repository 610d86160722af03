import { PlanPrintResolver } from "./print/plan-print.resolver.js";
import { PlanResolver } from "./plan.resolver.js";
import { PlanRowResolver } from "./row.resolver.js";
import { StrategyResolver } from "./strategy.resolver.js";

export { lockedPlan, writablePlan } from "./change-plan.js";
export { planRules, PlanWordsInput } from "./plan.inputs.js";
export { replacePlanText, startActionPlan } from "./plan.service.js";
export { ActionPlan, ActionPlanPayload, PlanWords } from "./plan.type.js";
export { planTable } from "./import/http.js";
export { contentOf, hashOf, planById, planRow, plansOf } from "./read-plans.js";

export const PLAN_RESOLVERS = [PlanResolver, PlanRowResolver, PlanPrintResolver, StrategyResolver] as const;
