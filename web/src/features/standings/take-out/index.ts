export { ComparisonTakeOut } from "./ComparisonTakeOut";
export { multiplesPicture } from "./multiples-picture";
export { comparisonPicture, type PictureLine } from "./picture";
export { TakeOut } from "./TakeOut";
export { ReportButton } from "./ReportButton";
export { funnelPicture } from "./funnel-picture";
export { PictureButtons } from "./PictureButtons";
export { tilePicture } from "./tile-picture";
export { weeksPicture } from "./weeks-picture";
