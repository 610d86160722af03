export { TRIGGER_JOBS, evaluateTriggers, evaluateTriggersSoon, publishTriggerWeeks } from "./evaluate-triggers.js";
