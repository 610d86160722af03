export { SurveysNow } from "./SurveysNow";
export { AllSurveysNow } from "./AllSurveysNow";
