/** What other features may use of the papers. */
export { PapersCard } from "./PapersCard";
