export { PictureButtons, weeksPicture } from "./take-out";
export { framedPicture, type Frame, type Ink, type Measure, type Picture, type Shape } from "./take-out/picture";
export { TargetsCard } from "./targets";
export { OnTimeOf } from "./ComparisonTable";
export { outcomeOf } from "./outcome-of";
export { usePeriodName } from "./usePeriodName";
export { useWatch } from "./orders/useWatch";
