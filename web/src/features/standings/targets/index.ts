export { OwnTargetsCard } from "./OwnTargetsCard";
export { TargetsCard } from "./TargetsCard";
