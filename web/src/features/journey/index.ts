/** What other features may use of the journey. */
export { JourneyCard } from "./JourneyCard";
export { JourneyFigure } from "./JourneyFigure";
