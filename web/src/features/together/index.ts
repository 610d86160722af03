export { Onlookers } from "./Onlookers";
export { Overtaken } from "./Overtaken";
export { TogetherCard } from "./TogetherCard";
