export { PictureButtons, weeksPicture } from "./take-out";
export { TargetsCard } from "./targets";
