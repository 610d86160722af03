import { TYPICAL } from "./chapter-plan.js";
import type { ChapterPlan } from "./chapter-plan.js";

/** The built-in chapter of the members without one, run by national. */
export const DIRECT: ChapterPlan[] = [
  {
    ...TYPICAL,
    key: "direkte",
    place: "direktemedlemmer",
    county: "",
    municipalities: [],
    postcodes: ["2849", "6800", "8656", "9900"],
    region: "",
    size: 45,
    openedYear: 2009,
    gatherings: 0.3,
    weekday: 2,
    venues: ["På nett"],
    board: 2,
    direct: true,
  },
];
