/** What other features may use of the pilots. */
export { PilotNotices } from "./PilotNotices";
export { TemplatePilots } from "./TemplatePilots";
