/** What other features may use of the meetings. */
export { useMeetingWords } from "./meeting-words";
