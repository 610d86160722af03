export { BoardsNotice } from "./BoardsNotice";
/** What other features may use of the organization. */
export { StaleNumbers } from "./StaleNumbers";
