/** What other features may use of the journey. */
export { JourneyCard } from "./JourneyCard";
