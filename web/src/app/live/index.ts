export { useLive, useLiveFetch, useLiveTouchpoint } from "./useLive";
