export { useLive, useLiveTouchpoint } from "./useLive";
