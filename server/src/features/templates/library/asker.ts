import type { TemplateDefinition } from "@varde/domain";
import { BOARD_WORK, CONTACT } from "./asker-duties.js";
import { CHRISTMAS, MEMBER_MEETINGS, SUMMER } from "./asker-gatherings.js";
import { PARTICIPATION, POLITICS } from "./asker-influence.js";

/**
 * The seven activities of the action plan of a Mental Helse chapter (Asker, 2024) as templates: purpose = mål, steps = tiltak,
 * target texts = resultatmål. All are about the chapter's own duties, none about one member.
 */
export type PlanTemplate = { key: string; definition: TemplateDefinition };

/** In the order of the plan. */
export const ASKER_PLAN: PlanTemplate[] = [
  { key: "hp-1-medlemskontakt", definition: CONTACT },
  { key: "hp-2-politisk-arbeid", definition: POLITICS },
  { key: "hp-3-brukermedvirkning", definition: PARTICIPATION },
  { key: "hp-4-sommerarrangement", definition: SUMMER },
  { key: "hp-5-julearrangement", definition: CHRISTMAS },
  { key: "hp-6-medlemsmoter", definition: MEMBER_MEETINGS },
  { key: "hp-7-styrearbeid", definition: BOARD_WORK },
];
