/** What other features may show of what waits. */
export { QueueCard } from "./QueueCard";
