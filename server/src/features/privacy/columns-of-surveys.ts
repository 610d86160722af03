import { tenant } from "./columns-about-nobody.js";

/** What surveys among members keep. Part of `PERSONAL_COLUMNS`. */
export const COLUMNS_OF_SURVEYS = {
  survey: {
    purpose: "SURVEY",
    holder: "created_by created_at opened_by opened_at closed_by closed_at",
    none: "organization_id id definition state opens_on closes_on compared_survey_id rev results_on",
  },
  survey_link: { purpose: null, none: `${tenant} survey_id code` },
  // whose it is stands nowhere: no column of these points at anybody, and no time does
  survey_waiting: { purpose: "SURVEY", text: "sealed", none: `${tenant} survey_id id` },
  survey_spent: { purpose: null, none: "organization_id survey_id ticket_hash" },
  survey_count: { purpose: null, none: `${tenant} survey_id region_id question cell n` },
  survey_result: { purpose: null, none: `${tenant} survey_id region_id question line n cells` },
  survey_progress: { purpose: null, none: `${tenant} survey_id at_least counted_on` },
  survey_text: {
    purpose: "SURVEY",
    text: "text",
    holder: "hidden_by",
    none: "organization_id survey_id id question rev",
  },
} as const;
