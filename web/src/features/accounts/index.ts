export { PublicLayout } from "./PublicFrame";
