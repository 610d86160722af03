/** What other features may use of a handover. */
export { FirstTasks } from "./FirstTasks";
