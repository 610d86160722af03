export { ComparisonTakeOut } from "./ComparisonTakeOut";
export { ReportButton } from "./ReportButton";
export { funnelPicture } from "./funnel-picture";
export { PictureButtons } from "./PictureButtons";
export { tilePicture } from "./tile-picture";
