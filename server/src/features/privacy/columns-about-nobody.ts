/** What a table of a chapter's rows begins with. */
export const tenant = "organization_id chapter_id";

/** The tables of sums, settings and what is published, where no column is about anybody. */
export const COLUMNS_ABOUT_NOBODY = {
  standing: {
    purpose: null,
    none: `${tenant} template_id about_member period_report major month on_time late taken_over waived cancelled emptied reach_key`,
  },
  standing_unclosed: {
    purpose: null,
    none: `${tenant} template_id about_member period_report major month due_on miss_on n reach_key`,
  },
  answer_sum: {
    purpose: null,
    none: `${tenant} template_id about_member period_report major month field_key option_key persons n total reach_key`,
  },
  standing_check: { purpose: null, none: "organization_id checked_on cells differing sample" },
  published_release: { purpose: null, none: "organization_id template_id snapshot_on months cells readable" },
  published_count: { purpose: null, none: "organization_id snapshot_on template_id unit_kind unit_id measure value" },
  peer_group: { purpose: null, none: "organization_id quarter_on chapter_id at_least below" },
  published_journey: { purpose: null, none: "organization_id snapshot_on unit_kind unit_id measure value" },
  membership_stay: { purpose: null, none: `${tenant} past from_month came to_month ended n` },
  published_membership: { purpose: null, none: "organization_id snapshot_on unit_kind unit_id measure value" },
  trigger_log: { purpose: null, none: `${tenant} day template_id version_id outcome n` },
  trigger_week: { purpose: null, none: "organization_id week template_id outcome persons n counted_on" },
  core_tally: { purpose: null, none: "organization_id workshop_id round candidate_id name dots voters" },
  quiet_period: { purpose: null, none: "organization_id id from_day to_day name" },
  year_date: {
    purpose: null,
    none: "organization_id id kind name from_day to_day concerns counties source checked_on rev",
  },
  annual_rule: {
    purpose: null,
    none: "organization_id last_month last_day notice_days papers_days voting_age agenda source rev",
  },
  role_cap: { purpose: null, none: "role cap" },
  schema_migration: { purpose: null, none: "id applied_at" },
} as const;
