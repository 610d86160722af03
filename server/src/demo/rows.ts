import { type AnnualReportRows, noAnnualReportRows } from "./annual-reports.js";
import { noPlanRows, type PlanRows } from "./plan-rows.js";
import type { CoreChoiceRow, CoreIdeaRow, CoreScoreRow } from "./core-choice.js";
import type { LocalDate, MapCard, MapFeeling, SurveyDefinition, TemplateDefinition, YearDate } from "@varde/domain";
import type { Instant, OfChapter, Owned, PaymentPart, RegionRow } from "./row-parts.js";
import type { MeetingRow, TouchpointRow } from "./work-rows.js";

export type { Instant, MeetingRow, OfChapter, RegionRow, TouchpointRow };

export type OrganizationRow = {
  id: string;
  name: string;
  short_name: string;
  sender_name: string;
  region_term: "region" | "county";
  max_age: number | null;
  crisis_contacts: unknown[];
  demo: boolean;
  suppression_k: number;
  min_age: number;
  self_join_age: number;
  digital_consent_age: number;
  grant_age: number;
  core_set_size: number;
  burden_cap_minutes: number;
  member_goal: number | null;
  member_goal_on: LocalDate | null;
  member_goal_start: number | null;
  member_goal_start_on: LocalDate | null;
  created_at: Instant;
  rev: number;
};
export type ChapterRow = Owned & {
  id: string;
  name: string;
  short_name: string;
  county: string;
  municipalities: string[];
  direct_members: boolean;
  attendance_by_name: boolean;
  attendance_by_name_since: LocalDate | null;
  opened_on: LocalDate;
  closed_on: null;
  rev: number;
};

export type ChapterRegionRow = OfChapter & { region_id: string; valid_from: LocalDate; valid_to: LocalDate | null };

/** `email` is plain here; the loader seals it. */
export type AccountRow = { id: string; name: string; email: string; language: "nb" | "nn" | "en"; created_at: Instant };

export type Role =
  | "NATIONAL_ADMIN"
  | "NATIONAL_EDITOR"
  | "REGION_COORDINATOR"
  | "CHAPTER_LEADER"
  | "CHAPTER_BOARD"
  | "MENTOR";

export type SeatRow = Owned & {
  id: string;
  role: Role;
  unit_kind: "ORGANIZATION" | "REGION" | "CHAPTER";
  region_id: string | null;
  chapter_id: string | null;
  account_id: string;
  holder_name: string;
  valid_from: LocalDate;
  valid_to: LocalDate | null;
  granted_by: string | null;
  last_seen_on: LocalDate | null;
  created_at: Instant;
  rev: number;
};

export type DemoPersonRow = Owned & { seat_key: string; seat_id: string; position: number };

export type TemplateRow = Owned & {
  id: string;
  key: string;
  core_position: number | null;
  created_at: Instant;
  rev: number;
};

export type VersionRow = Owned & {
  id: string;
  template_id: string;
  major: number;
  minor: number;
  state: "DRAFT" | "PILOT" | "PUBLISHED" | "CLOSED";
  definition: TemplateDefinition;
  about_member: boolean;
  notes: string | null;
  created_at: Instant;
  piloted_at: Instant | null;
  published_at: Instant | null;
  rev: number;
};

export type RolloutRow = Owned & {
  id: string;
  template_id: string;
  version_id: string;
  ring: "PILOT" | "ALL";
  all_chapters: boolean;
  effective_from: LocalDate;
  catch_up: "SKIP";
  created_by: string;
  created_at: Instant;
  ended_on: LocalDate | null;
  /** duties it made at once */
  touchpoint_count: number;
  rev: number;
};

/** The version a chapter has from a day until another. */
export type RolloutChapterRow = OfChapter & {
  rollout_id: string;
  template_id: string;
  version_id: string;
  from_day: LocalDate;
  until_day: LocalDate | null;
  cut_by: string | null;
};

/** Undecided in the demo. */
export type PilotRow = Owned & {
  id: string;
  template_id: string;
  version_id: string;
  rollout_id: string;
  compared_version_id: string | null;
  chosen: "CHOSEN" | "RANDOM";
  seed: string | null;
  eligible: number;
  starts_on: LocalDate;
  ends_on: LocalDate;
  first_ends_on: LocalDate;
  started_by: string;
  created_at: Instant;
  rev: number;
};

export type PilotAnswerRow = OfChapter & {
  pilot_id: string;
  verdict: "KEEP" | "CHANGE" | "DROP";
  why: string;
  answered_by: string;
  answered_at: Instant;
  rev: number;
};

/** `email` and `mobile` are plain here; the loader seals them. */
export type MemberRow = OfChapter & {
  id: string;
  first_name: string;
  last_name: string;
  birth_year: number;
  email: string | null;
  mobile: string | null;
  postcode: string | null;
  joined_on: LocalDate;
  joined_chapter_on: LocalDate;
  left_on: LocalDate | null;
  contact_preference: "ANY" | "TEXT" | "NOT_NOW" | "NEVER";
  contact_again_on: LocalDate | null;
  rev: number;
};

export type FeeRow = OfChapter & PaymentPart & { member_id: string; year: number; paid_on: LocalDate | null };

/** One who came to a meeting. */
export type AttendanceRow = OfChapter & { meeting_id: string; member_id: string; held_on: LocalDate };

export type PracticeRow = OfChapter & {
  id: string;
  template_id: string;
  text: string;
  written_by: string;
  state: "SUGGESTED" | "SHOWN";
  decided_by: string | null;
  decided_at: Instant | null;
  created_at: Instant;
  rev: number;
};

export type TouchpointRequestRow = OfChapter & {
  id: string;
  touchpoint_id: string;
  template_id: string;
  version_id: string;
  about_member: false;
  kind: "WAIVER" | "EXCEPTION";
  state: "ASKED";
  reason: string;
  words: string | null;
  wanted_days: number | null;
  asked_by: string;
  asked_at: Instant;
  rev: number;
};

export type BoardMessageRow = Owned & {
  id: string;
  title: string;
  body: string;
  chapter_count: number;
  sent_by: string;
  sent_at: Instant;
  rev: number;
};

export type BoardMessageSeenRow = OfChapter & { message_id: string; seat_id: string; seen_at: Instant };

export type MemberMoveRow = OfChapter & {
  id: string;
  member_id: string;
  to_chapter_id: string;
  state: "PROPOSED";
  proposed_by: string;
  proposed_on: LocalDate;
  rev: number;
};

export type GoodExampleRow = {
  organization_id: string;
  chapter_id: string;
  id: string;
  template_id: string;
  numbers_until: LocalDate;
  asked_on: LocalDate;
};

export type SurveyRow = Owned & {
  id: string;
  definition: SurveyDefinition;
  state: "OPEN" | "CLOSED";
  opens_on: LocalDate;
  closes_on: LocalDate;
  compared_survey_id: string | null;
  created_by: string;
  created_at: Instant;
  opened_by: string;
  opened_at: Instant;
  closed_by: null;
  closed_at: Instant | null;
  rev: number;
};
export type SurveyLinkRow = OfChapter & { survey_id: string; code: string };
export type SurveyCountRow = Owned & {
  survey_id: string;
  chapter_id: string | null;
  region_id: string | null;
  question: string;
  cell: string;
  n: number;
};
export type SurveyTextRow = Owned & {
  survey_id: string;
  id: string;
  question: string;
  text: string;
  hidden_by: null;
  rev: number;
};

export type JourneyMapRow = Owned & {
  id: string;
  year: number;
  state: "DRAFT" | "KEPT";
  shared: boolean;
  cards: MapCard[];
  feelings: MapFeeling[];
  started_by: string;
  started_at: Instant;
  kept_by: string | null;
  kept_at: Instant | null;
  rev: number;
};

export type YearDateRow = Pick<YearDate, "kind" | "name" | "concerns" | "counties" | "source"> & {
  organization_id: string;
  id: string;
  from_day: LocalDate;
  to_day: LocalDate;
};

type Returned = { organization_id: string; chapter_id: string; return_id: string };
export type GrantReturnRow = Omit<Returned, "return_id"> & {
  id: string;
  year: number;
  state: "DELIVERED" | "RETURNED" | "APPROVED";
  version: number;
  state_at: Instant;
  rev: number;
};
export type GrantWordsRow = Returned & { words: object };
export type GrantContentRow = Returned & {
  version: number;
  content: string;
  hash: string;
  frozen_at: Instant;
  delivered_at: Instant;
  signed: { name: string; role: string; at: Instant }[];
};
export type GrantDecisionRow = Returned & {
  id: string;
  version: number;
  kind: "RETURNED" | "APPROVED";
  comment: string;
  decided_by: string;
  decided_at: Instant;
};

/** Rows by table, in the order in which they can be loaded. */
export type DemoRows = PlanRows &
  AnnualReportRows & {
    organization: OrganizationRow[];
    region: RegionRow[];
    chapter: ChapterRow[];
    chapter_region: ChapterRegionRow[];
    account: AccountRow[];
    seat: SeatRow[];
    demo_person: DemoPersonRow[];
    touchpoint_template: TemplateRow[];
    template_version: VersionRow[];
    rollout: RolloutRow[];
    rollout_chapter: RolloutChapterRow[];
    pilot: PilotRow[];
    pilot_answer: PilotAnswerRow[];
    member: MemberRow[];
    member_fee: FeeRow[];
    member_move: MemberMoveRow[];
    meeting: MeetingRow[];
    attendance: AttendanceRow[];
    touchpoint: TouchpointRow[];
    practice: PracticeRow[];
    good_example: GoodExampleRow[];
    touchpoint_request: TouchpointRequestRow[];
    board_message: BoardMessageRow[];
    board_message_seen: BoardMessageSeenRow[];
    survey: SurveyRow[];
    survey_link: SurveyLinkRow[];
    survey_count: SurveyCountRow[];
    survey_text: SurveyTextRow[];
    journey_map: JourneyMapRow[];
    core_idea: CoreIdeaRow[];
    core_score: CoreScoreRow[];
    core_choice: CoreChoiceRow[];
    year_date: YearDateRow[];
    grant_return: GrantReturnRow[];
    grant_words: GrantWordsRow[];
    grant_content: GrantContentRow[];
    grant_decision: GrantDecisionRow[];
  };

export function noRows(): DemoRows {
  return {
    organization: [],
    region: [],
    chapter: [],
    chapter_region: [],
    account: [],
    seat: [],
    demo_person: [],
    touchpoint_template: [],
    template_version: [],
    rollout: [],
    rollout_chapter: [],
    pilot: [],
    pilot_answer: [],
    member: [],
    member_fee: [],
    member_move: [],
    meeting: [],
    attendance: [],
    touchpoint: [],
    practice: [],
    good_example: [],
    touchpoint_request: [],
    board_message: [],
    board_message_seen: [],
    survey: [],
    survey_link: [],
    survey_count: [],
    survey_text: [],
    journey_map: [],
    core_idea: [],
    core_score: [],
    core_choice: [],
    year_date: [],
    grant_return: [],
    grant_words: [],
    grant_content: [],
    grant_decision: [],
    ...noPlanRows(),
    ...noAnnualReportRows(),
  };
}
