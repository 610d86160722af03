export { TargetsCard } from "./targets";
