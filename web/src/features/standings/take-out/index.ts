export { ComparisonTakeOut } from "./ComparisonTakeOut";
export { ReportButton } from "./ReportButton";
