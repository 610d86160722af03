import { COLUMNS_ABOUT_NOBODY, tenant } from "./columns-about-nobody.js";
import { COLUMNS_OF_CHOICE } from "./columns-of-choice.js";
import { COLUMNS_OF_GRANTS } from "./columns-of-grants.js";
import { COLUMNS_OF_REPORTS } from "./columns-of-reports.js";
import { COLUMNS_OF_PLANS } from "./columns-of-plans.js";
import { COLUMNS_OF_SURVEYS } from "./columns-of-surveys.js";
import type { PurposeId } from "./purposes.js";

/** What a column holds. `sealed` is contact data as ciphertext, or its blind index; `text` is written freely and could name somebody. */
export const COLUMN_CLASSES = ["member", "sealed", "holder", "text", "secret", "none"] as const;
export type ColumnClass = (typeof COLUMN_CLASSES)[number];

/** A table's columns by class, names with spaces between; `keeps` is what of it erasure leaves, because a sum rests on it. */
type Line = { purpose: PurposeId | null; keeps?: string } & Partial<Record<ColumnClass, string>>;

/**
 * Every column of every table. A new one has no line and turns a test red: decide what it holds, and for a `member` or
 * `sealed` one see that the copy gives it and that erasure takes it (`keeps` names what may stay, and why a count needs it).
 */
export const PERSONAL_COLUMNS: Readonly<Record<string, Line>> = {
  member: {
    purpose: "REGISTER",
    member:
      "id member_no first_name last_name name_key name_2 name_3 name_4 name_5 birth_year birth_date postcode joined_on joined_chapter_on left_on end_reason moved_to_chapter_id contact_preference contact_again_on preference_set_on preference_before contacts_emptied_on mobile_wrong_on created_at ended_at membership_type_id",
    sealed: "email_ct email_bidx mobile_ct mobile_bidx guardian_ct guardian_bidx",
    none: `${tenant} rev`,
    // months of joining and leaving, and what says that the row is empty
    keeps:
      "id joined_on joined_chapter_on left_on end_reason moved_to_chapter_id created_at ended_at contacts_emptied_on preference_set_on",
  },
  member_fee: { purpose: "REGISTER", member: "member_id year paid_on amount paid_by family", none: tenant },
  attendance: { purpose: "PARTICIPATION", member: "member_id held_on created_at", none: `${tenant} meeting_id` },
  touchpoint: {
    purpose: "FOLLOW_UP",
    member:
      "member_id occurrence opens_on due_on miss_on first_due_on exception_until started_at closed_at emptied_at waived_at cancelled_at cancelled_because outcome attempts answers steps_done meeting_id created_at unlinked_on returns_on note_before noted_at step_times outcome_at last_chance_on last_chance_outcome",
    text: "returned_note",
    holder:
      "closed_by noted_by assignee_seat_id report_seconds returned_at taken_over_by taken_over_at taken_over_seen_at",
    none: `${tenant} id template_id version_id major about_member period_report late_allowed rev reach_key taken_over`,
    // they count a person whom nothing points at any longer
    keeps:
      "opens_on due_on miss_on first_due_on exception_until started_at closed_at emptied_at waived_at cancelled_at cancelled_because outcome attempts answers created_at unlinked_on",
  },
  touchpoint_part: { purpose: "FOLLOW_UP", holder: "seat_id done_at", none: `${tenant} touchpoint_id` },
  touchpoint_request: {
    purpose: "FOLLOW_UP",
    member:
      "member_id kind state reason wanted_days asked_at answer_code until_on until_before decided_at withdrawn_at",
    // of a chapter's own duties only
    text: "words answer",
    holder: "asked_by decided_by",
    none: `${tenant} id touchpoint_id template_id version_id about_member rev reach_key`,
  },
  touchpoint_comment: {
    purpose: "TALK",
    member: "member_id text created_at",
    holder: "written_by",
    none: `${tenant} id touchpoint_id`,
  },
  touchpoint_presence: { purpose: "TALK", holder: "seat_id until", none: `${tenant} touchpoint_id` },
  member_move: {
    purpose: "REGISTER",
    member: "member_id to_chapter_id state proposed_on decided_at",
    holder: "proposed_by decided_by",
    none: `${tenant} id rev`,
  },
  member_merge: {
    purpose: "REGISTER",
    member: "kept_member_id merged_member_id held merged_at undone_at",
    holder: "merged_by",
    none: `${tenant} id rev`,
  },
  member_apart: { purpose: "REGISTER", member: "one_member_id other_member_id", none: tenant },
  import_row: {
    purpose: "REGISTER",
    member:
      "member_id member_no first_name last_name name_key birth_date birth_year postcode joined_on left_on fee_paid fee_paid_on fee_amount fee_paid_by membership_type_id",
    sealed: "email_ct email_bidx mobile_ct mobile_bidx guardian_ct guardian_bidx",
    none: `${tenant} import_id line sealed_for rejected`,
  },
  import_match: {
    purpose: "REGISTER",
    member: "member_id fields",
    none: `${tenant} import_id line kind because other_line seen`,
  },
  import_mapping: { purpose: null, text: "header_key", none: "organization_id scope_id field" },
  import: {
    purpose: "REGISTER",
    text: "columns",
    holder: "created_by applied_by created_at changed_at",
    none: `${tenant} id state fee_year rows_read counts applied notes problem rev`,
  },
  trigger_skip: {
    purpose: "FOLLOW_UP",
    member: "member_id occurrence opens_on due_on reason skipped_on until_day",
    none: `${tenant} id template_id version_id`,
  },
  grant_record: {
    purpose: "GRANTS",
    member: "member_id year name birth_date birth_year paid_on amount paid_by family type_eligible keep_until",
    none: tenant,
    keeps: "member_id year name birth_date birth_year paid_on amount paid_by family type_eligible keep_until",
  },
  erasure_ledger: {
    purpose: "RIGHTS",
    member: "member_id reason erased_at counts",
    holder: "erased_by",
    none: `${tenant} id`,
    keeps: "member_id reason erased_at counts",
  },
  audit: {
    purpose: "TRAIL",
    holder: "actor_seat_id",
    member: "at action subject_id detail",
    none: `${tenant} id subject_type`,
    keeps: "at action subject_id detail",
  },
  audit_seal: { purpose: null, none: "organization_id seq audit_id sealed_at row_hash hash" },
  reading_count: {
    purpose: "TRAIL",
    holder: "seat_id hour pages lists addresses exports told_at",
    none: "organization_id",
  },
  membership_type: { purpose: null, text: "name name_key", none: "organization_id id eligible fee archived_on rev" },
  grant_rules: {
    purpose: null,
    text: "source",
    none: "organization_id year under_age self_pay_age min_amount min_family_amount prepaid_from last_paid_on chapter_members checked_on rev",
  },
  reading_limit: { purpose: null, none: "organization_id points" },
  audit_waiting: { purpose: null, none: "organization_id audit_id" },

  outreach: {
    purpose: "INVITING",
    text: "subject body",
    holder: "sent_by sent_at",
    none: `${tenant} id meeting_id touchpoint_id language`,
  },
  outreach_mail: { purpose: "INVITING", member: "member_id outcome reason at", none: `${tenant} outreach_id` },
  rsvp: {
    purpose: "INVITING",
    text: "name",
    secret: "token_hash",
    none: `${tenant} id meeting_id answer persons`,
  },

  account: {
    purpose: "SEATS",
    holder: "name language digest_enabled digest_days digest_at practised_at created_at stopped_at second_factor",
    sealed: "email_ct email_bidx",
    none: "id",
  },
  seat: {
    purpose: "SEATS",
    holder: "role account_id holder_name valid_from valid_to granted_by last_seen_on created_at",
    none: `${tenant} id unit_kind region_id rev`,
  },
  invitation: {
    purpose: "SEATS",
    sealed: "email_ct",
    holder: "created_at sent_at expires_at accepted_at revoked_at approved_by approved_at",
    secret: "token_hash",
    none: `${tenant} id seat_id needs_second`,
  },
  // the draft holds who is to be invited, and is gone when they are
  handover: {
    purpose: "SEATS",
    sealed: "draft_ct",
    holder: "begun_by changed_at done_by done_at undone_by undone_at",
    none: `${tenant} id state held_on rev`,
  },
  // who looked is told by whoever gives the copy: a name of an office's holder is not the member's
  look_up: {
    purpose: "TRAIL",
    member: "member_id reason words opened_at expires_at",
    holder: "seat_id account_id seen_at",
    none: `${tenant} id`,
  },
  look_up_try: { purpose: "TRAIL", holder: "account_id at", none: "organization_id id" },
  seat_papers: {
    purpose: "SEATS",
    holder: "seat_id attest_shown_on attest_seen_by declaration_version declaration_at",
    none: tenant,
  },
  declaration: { purpose: "SEATS", text: "words", holder: "made_by made_at", none: "organization_id version" },
  handover_seat: {
    purpose: "SEATS",
    holder: "seat_id part end_before end_wanted waits confirmed_by",
    none: `${tenant} handover_id`,
  },
  handover_task: {
    purpose: "SEATS",
    holder: "seat_id seat_before given_at",
    none: `${tenant} handover_id touchpoint_id`,
  },
  session: {
    purpose: "SIGN_IN",
    holder:
      "account_id seat_id created_at idle_until hard_exp revoked_at aal stepup_at device ended_elsewhere by_passkey",
    secret: "token_hash",
    none: "id kind organization_id task idle_seconds",
  },
  sign_in_request: {
    purpose: "SIGN_IN",
    holder: "account_id created_at expires_at consumed_at",
    secret: "browser_hash token_hash",
    none: "id",
  },
  totp: {
    purpose: "SIGN_IN",
    holder: "account_id created_at confirmed_at last_used_at",
    secret: "secret_ct",
    none: "last_step",
  },
  oidc_request: {
    purpose: "SIGN_IN",
    holder: "account_id purpose expires_at consumed_at",
    secret: "state_hash browser_hash",
    none: "id consumed_by",
  },
  oidc_identity: {
    purpose: "SIGN_IN",
    holder: "account_id issuer linked_at last_used_at",
    secret: "subject_bidx",
    none: "id",
  },
  recovery_code: { purpose: "SIGN_IN", holder: "account_id created_at used_at", secret: "code_hash" },
  passkey: {
    purpose: "SIGN_IN",
    holder: "account_id name synced transports created_at last_used_at",
    secret: "credential_id public_key",
    none: "id sign_count",
  },
  passkey_challenge: { purpose: "SIGN_IN", secret: "challenge_hash bound_to", none: "purpose expires_at" },
  idempotency: {
    purpose: "SIGN_IN",
    holder: "account_id operation created_at",
    secret: "request_hash",
    none: "key result_id result_rev",
  },
  rate_limit: { purpose: "SIGN_IN", secret: "key", none: "count window_ends" },
  reminder_log: {
    purpose: "MESSAGES",
    holder: "seat_id account_id reference_date outcome reason at due_at attempts",
    none: "organization_id id rule channel leads chapter_id touchpoint_id",
  },
  calendar_feed: {
    purpose: "WORK",
    holder: "seat_id account_id created_at revoked_at",
    secret: "token_hash",
    none: "organization_id id with_year",
  },
  integration_token: {
    purpose: "SIGN_IN",
    holder: "seat_id created_at last_used_on told_at revoked_at",
    // what the token is for, in the words of whoever made it
    text: "name",
    secret: "token_hash",
    none: `${tenant} id unit_kind region_id scopes expires_at`,
  },
  board_message_mail: {
    purpose: "MESSAGES",
    holder: "account_id outcome reason at",
    none: "organization_id message_id",
  },
  board_message_seen: {
    purpose: "MESSAGES",
    holder: "seat_id seen_at answer answered_at",
    none: `${tenant} message_id`,
  },
  chapter_contact: {
    purpose: "MESSAGES",
    text: "note",
    holder: "written_by writer_name writer_role on_day how next_on created_at",
    none: `${tenant} id rev`,
  },
  overview_visit: {
    purpose: "SIGN_IN",
    holder: "seat_id before_at seen_at before_state seen_state",
    none: "organization_id",
  },
  // figures above the chapter, suppressed as on the page; who ordered them is all there is of a person
  export_order: {
    purpose: "SIGN_IN",
    holder: "seat_id account_id ordered_at expires_at",
    none: "organization_id id kind content each_region language scope_name plan reach state problem done attempt pieces bytes",
  },
  export_piece: { purpose: "SIGN_IN", holder: "seat_id", none: "organization_id order_id attempt n sealed" },
  version_seen: { purpose: "MESSAGES", holder: "seat_id seen_at", none: "organization_id version_id" },
  board_message: {
    purpose: "MESSAGES",
    text: "title body in_languages",
    holder: "sent_by sent_at sender_name sender_role",
    none: "nudge organization_id id template_id chapter_ids chapter_count withdrawn_at rev",
  },
  mailbox_message: { purpose: "MESSAGES", holder: "sent_to sent_at", text: "sent_from subject body html", none: "id" },
  demo_person: { purpose: null, none: "organization_id seat_key seat_id position" },

  meeting: {
    purpose: "WORK",
    text: "title place host link",
    secret: "rsvp_key",
    none: `${tenant} id kind held_on starts_at attendance cancelled_at created_at rev`,
  },
  catch_up: {
    purpose: "WORK",
    holder: "answered_by answered_at",
    none: `${tenant} rollout_id template_id version_id occurrences asked_on taken rev`,
  },
  overlay: {
    purpose: "WORK",
    text: "content",
    holder: "updated_by updated_at",
    none: `${tenant} id template_id version_id due_days_earlier rev`,
  },
  proposal: {
    purpose: "WORK",
    text: "content message reason",
    holder: "proposed_by proposed_at decided_by decided_at",
    none: `${tenant} id template_id version_id state seen_at rev`,
  },
  practice: {
    purpose: "WORK",
    text: "text reason",
    holder: "written_by decided_by decided_at created_at",
    none: `${tenant} id template_id state rev reach_key`,
  },
  // a quote is typed by staff, who are warned about names and health
  journey_map: {
    purpose: "WORK",
    text: "cards feelings",
    holder: "started_by started_at kept_by kept_at",
    none: "organization_id id year state shared rev",
  },
  ...COLUMNS_OF_PLANS,
  ...COLUMNS_OF_REPORTS,
  ...COLUMNS_OF_CHOICE,
  ...COLUMNS_OF_GRANTS,
  good_example: {
    purpose: "WORK",
    holder: "settled_by settled_at",
    none: `${tenant} id template_id numbers_until asked_on state practice_id rev`,
  },
  pilot: {
    purpose: "WORK",
    text: "reason",
    holder: "started_by decided_by decided_at",
    none: "organization_id id template_id version_id rollout_id compared_version_id chosen seed eligible starts_on ends_on first_ends_on created_at decision rev",
  },
  pilot_answer: {
    purpose: "WORK",
    text: "why",
    holder: "answered_by answered_at",
    none: `${tenant} pilot_id verdict rev`,
  },
  rollout: {
    purpose: "WORK",
    text: "cap_reason withdrawn_because",
    holder: "created_by withdrawn_by",
    none: "organization_id id template_id version_id ring all_chapters effective_from catch_up created_at ended_on touchpoint_count rev lifted_count cancelled_count left_count withdrawn_at withdrawn_lifted withdrawn_cancelled withdrawn_left",
  },
  rollout_chapter: { purpose: null, none: `${tenant} rollout_id template_id version_id from_day until_day cut_by` },
  template_version: {
    purpose: "WORK",
    text: "definition notes",
    none: "organization_id id template_id major minor state about_member created_at published_at rev piloted_at closed_at",
  },
  touchpoint_template: { purpose: null, none: "organization_id id key core_position created_at rev" },
  organization: {
    purpose: "WORK",
    text: "name short_name sender_name crisis_contacts suppression_reason",
    none: "id region_term suppression_k min_age self_join_age digital_consent_age grant_age max_age core_set_size demo created_at rev burden_cap_minutes member_goal member_goal_on member_goal_start member_goal_start_on quiet_from quiet_to quiet_days asks_good_examples suppression_before languages main_colour keep_follow_up_months keep_attendance_months keep_invitations_days safe_people attest_years second_factor second_factor_since passkey_only core_limit_minutes",
  },
  region: { purpose: null, none: "organization_id id name opened_on closed_on rev" },
  chapter: {
    purpose: null,
    none: "organization_id id name short_name county municipalities direct_members opened_on closed_on rev attendance_by_name attendance_by_name_since",
  },
  chapter_region: { purpose: null, none: `${tenant} region_id valid_from valid_to` },
  ...COLUMNS_OF_SURVEYS,
  ...COLUMNS_ABOUT_NOBODY,
};

/** The names in a class of a table. */
export const columnsOf = (table: string, of: ColumnClass): string[] =>
  (PERSONAL_COLUMNS[table]?.[of] ?? "").split(" ").filter(Boolean);

/** The class of a column, or null when it has no line. */
export const classOf = (table: string, column: string): ColumnClass | null =>
  COLUMN_CLASSES.find((of) => columnsOf(table, of).includes(column)) ?? null;

/** Whether erasure may leave what the column holds. */
export const isKept = (table: string, column: string): boolean =>
  (PERSONAL_COLUMNS[table]?.keeps ?? "").split(" ").includes(column);
