/** What other features may use of the tasks. */
export { DefinitionPreview } from "./DefinitionPreview";
export { GuideCard } from "./GuideCard";
export { MessagesCard, type MessageData } from "./MessagesCard";
export { ReportFields } from "./ReportFields";
export { StepsCard } from "./StepsCard";
export { AnswerList } from "./AnswerList";
export { TaskRow, type TaskRowData } from "./TaskRow";
