import type { ChapterPlan } from "./chapter-plan.js";

const adult = { growth: 0.12, onTime: 0.7, late: 0.18, gatherings: 0.7, board: 3 as const };

/** Three chapters of the mother organization. */
export const MH_CHAPTERS: ChapterPlan[] = [
  {
    ...adult,
    key: "asker",
    place: "Asker",
    county: "32",
    municipalities: ["Asker"],
    postcodes: ["1383", "3430", "3440"],
    region: "akershus",
    size: 52,
    openedYear: 1996,
    onTime: 0.9,
    late: 0.06,
    gatherings: 0.9,
    weekday: 3,
    venues: ["Spikkestad kultursenter", "Frivilligsentralen"],
  },
  {
    ...adult,
    key: "baerum",
    place: "Bærum",
    county: "32",
    municipalities: ["Bærum"],
    postcodes: ["1337", "1344"],
    region: "akershus",
    size: 47,
    openedYear: 1998,
    weekday: 2,
    venues: ["Frivilligsentralen"],
  },
  {
    ...adult,
    key: "lier",
    place: "Lier",
    county: "33",
    municipalities: ["Lier"],
    postcodes: ["3400", "3410"],
    region: "buskerud",
    size: 31,
    openedYear: 2003,
    onTime: 0.58,
    gatherings: 0.5,
    weekday: 1,
    venues: ["Bygdehuset"],
  },
];
