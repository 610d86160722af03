/** What other features may use of the tasks: how a task looks, without what is sent. */
export { ContactButtons } from "./ContactButtons";
export { DutyView } from "./DutyView";
export { EachView, PartsCard, type PartData } from "./EachView";
export type { MessageData } from "./MessagesCard";
export { OutcomeView } from "./OutcomeView";
export { ReportView } from "./ReportView";
export { StartTaskDialog } from "./StartTaskDialog";
export { TaskRow } from "./TaskRow";
export type { CrisisContactData } from "./SafeFrame";
export { TaskView, type ShownTask } from "./TaskView";
