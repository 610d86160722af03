export * from "./calendar.js";
export * from "./definition.js";
export * from "./period.js";
