export { CoreCompared } from "./CoreCompared";
export { OverTime } from "./OverTime";
export { PeersCard } from "./PeersCard";
export { useGroupWords } from "./useGroupWords";
