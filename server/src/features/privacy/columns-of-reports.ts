import { tenant } from "./columns-about-nobody.js";

/** The tables of a chapter's annual reports: see `personal-columns.ts`. */
export const COLUMNS_OF_REPORTS = {
  annual_report: {
    purpose: "WORK",
    text: "reopened_because",
    holder: "started_by started_at",
    none: `${tenant} id year language state version rev`,
  },
  annual_report_section: {
    purpose: "WORK",
    text: "body taken",
    holder: "written_by written_at",
    none: `${tenant} report_id section rev`,
  },
  annual_report_version: {
    purpose: "WORK",
    text: "content because",
    holder: "finished_by finished_at",
    none: `${tenant} report_id version edition year hash`,
  },
  // who is in a photo is written nowhere: it is found by looking, and taken away at any time
  annual_report_photo: {
    purpose: "REPORT_PHOTOS",
    text: "image hash alt",
    holder: "consented_by consented_on created_at",
    none: `${tenant} report_id id width height minors published rev`,
  },
} as const;
