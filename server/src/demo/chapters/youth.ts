import type { ChapterPlan } from "./chapter-plan.js";
import { DIRECT } from "./direct.js";
import { EAST } from "./east.js";
import { NORTH } from "./north.js";
import { WEST } from "./west.js";

/** Fifteen chapters, from 238 members to 8, and the built-in one of the direct members: 1,300 members in all. */
export const MHU_CHAPTERS: ChapterPlan[] = [...EAST, ...WEST, ...NORTH, ...DIRECT];
