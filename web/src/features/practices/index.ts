/** What other features may use of the practices. */
export { PracticeCards } from "./PracticeCards";
