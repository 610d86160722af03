export { BurdenResolver } from "./burden.resolver.js";
export { capReasonOf, countAboveCap } from "./cap.js";
export { capMinutesOf, chapterHours } from "./chapter-hours.js";
export type { ChapterHours, Hours } from "./chapter-hours.js";
export { costOf, costsAsJson, mediansOf, readCosts } from "./costs.js";
export type { Cost } from "./costs.js";
export { publishedPerMonth, secondsOf } from "./published-hours.js";
