export { PublicLayout } from "./PublicFrame";
export { useFragmentToken } from "./useFragmentToken";
