/** The tables by which the core set of a year is chosen: see `personal-columns.ts`. */
export const COLUMNS_OF_CHOICE = {
  core_idea: { purpose: "WORK", text: "text", holder: "added_by added_at", none: "organization_id id year" },
  core_score: {
    purpose: "WORK",
    text: "reason",
    holder: "scored_by scored_at",
    none: "organization_id year candidate_id kind score",
  },
  core_workshop: {
    purpose: "WORK",
    secret: "code",
    holder: "opened_by opened_at",
    none: "organization_id id year dots most_on_one candidates round state ends_at rev",
  },
  core_ballot: { purpose: "WORK", secret: "token_hash", none: "organization_id workshop_id dots rev" },
  core_choice: {
    purpose: "WORK",
    text: "chosen effort_reason",
    holder: "chosen_by chosen_at",
    none: "organization_id id year minutes limit_minutes",
  },
} as const;
