import { tenant } from "./columns-about-nobody.js";

/** The tables of a chapter's action plans: see `personal-columns.ts`. */
export const COLUMNS_OF_PLANS = {
  action_plan: {
    purpose: "WORK",
    text: "title intro closing adopted_place change_reason",
    holder: "started_by started_at",
    none: `${tenant} id year state adopted_on adopted_by rev`,
  },
  action_plan_row: {
    purpose: "WORK",
    text: "activity aim measures result_aim responsible learnt",
    holder: "responsible_seat_id",
    none: `${tenant} plan_id id position nr due_on status template_id measure target goal_id origin_id removed_at rev`,
  },
  action_plan_version: {
    purpose: "WORK",
    text: "content place reason",
    holder: "frozen_by frozen_at",
    none: `${tenant} plan_id number hash adopted_on adopted_by`,
  },
  strategy_goal: {
    purpose: "WORK",
    text: "text why",
    holder: "written_by written_at",
    none: "organization_id id year position rev",
  },
  plan_template: { purpose: "WORK", text: "content", holder: "written_by written_at", none: "organization_id rev" },
  // a board's own words for its annual meeting; who stands for election may be in it
  annual_kit: { purpose: "WORK", text: "notice agenda", none: `${tenant} meeting_id papers rev` },
} as const;
