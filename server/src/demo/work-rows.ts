import type { Answers, LocalDate } from "@varde/domain";
import type { Instant, OfChapter } from "./row-parts.js";

/** Times and places only: nothing about those who came. */
export type MeetingRow = OfChapter & {
  id: string;
  kind: "GATHERING" | "MEMBER_MEETING" | "BOARD_MEETING" | "ANNUAL_MEETING";
  title: string | null;
  held_on: LocalDate;
  starts_at: string;
  place: string;
  host: string | null;
  link: string | null;
  attendance: number | null;
  cancelled_at: Instant | null;
  created_at: Instant;
  rev: number;
};

/** One obligation as stored: facts, never a status. */
export type TouchpointRow = OfChapter & {
  id: string;
  template_id: string;
  version_id: string;
  major: number;
  about_member: boolean;
  period_report: boolean;
  member_id: string | null;
  occurrence: string;
  opens_on: LocalDate;
  due_on: LocalDate;
  miss_on: LocalDate;
  first_due_on: LocalDate;
  late_allowed: boolean;
  started_at: Instant | null;
  closed_at: Instant | null;
  closed_by: string | null;
  emptied_at: Instant | null;
  waived_at: Instant | null;
  cancelled_at: Instant | null;
  cancelled_because: "MEMBER_LEFT" | null;
  outcome: "REACHED" | "NO_ANSWER" | "WRONG_NUMBER" | "DECLINES_CONTACT" | null;
  attempts: number;
  answers: Answers;
  steps_done: string[];
  assignee_seat_id: string | null;
  meeting_id: string | null;
  report_seconds: number | null;
  unlinked_on: LocalDate | null;
  created_at: Instant;
  rev: number;
};
