export { PictureButtons, weeksPicture } from "./take-out";
export { TargetsCard } from "./targets";
export { OnTimeOf } from "./ComparisonTable";
export { outcomeOf } from "./outcome-of";
export { usePeriodName } from "./usePeriodName";
