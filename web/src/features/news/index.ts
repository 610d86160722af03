/** What other features may use of the news. */
export { ActionFailed } from "./ActionFailed";
export { NewsCards } from "./NewsCards";
export { NudgeButton } from "./NudgeButton";
export { NudgesCard } from "./NudgesCard";
