import { TriggerResolver } from "./trigger.resolver.js";

export { TRIGGER_JOBS, evaluateTriggers, publishTriggerWeeks } from "./evaluate-triggers.js";

export const TRIGGER_RESOLVERS = [TriggerResolver] as const;
