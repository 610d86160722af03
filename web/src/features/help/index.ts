/** What other features may use of the help. */
export { HelpButton } from "./HelpButton";
export { useHelpTexts } from "./useHelpTexts";
