export { OwnTargetsCard } from "./OwnTargetsCard";
export { TargetsCard } from "./TargetsCard";
export { TargetTalliesCard } from "./TargetTalliesCard";
