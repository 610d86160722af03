export * from "./calendar.js";
export * from "./definition.js";
export * from "./national-id.js";
export * from "./period.js";
export * from "./report.js";
export * from "./schedule.js";
export * from "./status.js";
