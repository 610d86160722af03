import type { NonEmptyArray } from "type-graphql";
import { ACCOUNT_RESOLVERS } from "./accounts/index.js";
import { ORGANIZATION_RESOLVERS } from "./organization/index.js";
import { SAFE_PEOPLE_RESOLVERS } from "./safe-people/index.js";
import { TEMPLATE_RESOLVERS } from "./templates/index.js";
import { PRACTICE_RESOLVERS } from "./practices/index.js";
import { ADAPTATION_RESOLVERS } from "./adaptations/index.js";
import { MEETING_RESOLVERS } from "./meetings/index.js";
import { MEMBER_RESOLVERS } from "./members/index.js";
import { PARTICIPATION_RESOLVERS } from "./participation/index.js";
import { JOURNEY_RESOLVERS } from "./journey/index.js";
import { JOURNEY_MAP_RESOLVERS } from "./journey-map/index.js";
import { GRANT_COUNT_RESOLVERS } from "./grant-count/index.js";
import { MEMBERSHIP_RESOLVERS } from "./membership/index.js";
import { LIFE_RESOLVERS } from "./life-events/index.js";
import { TOUCHPOINT_RESOLVERS } from "./touchpoints/index.js";
import { HANDOVER_RESOLVERS } from "./handover/index.js";
import { OFFLINE_RESOLVERS } from "./offline/index.js";
import { TOGETHER_RESOLVERS } from "./together/index.js";
import { REQUEST_RESOLVERS } from "./requests/index.js";
import { STANDINGS_RESOLVERS } from "./standings/index.js";
import { PILOT_RESOLVERS } from "./pilots/index.js";
import { HELP_RESOLVERS } from "./help/index.js";
import { AUDIT_RESOLVERS } from "./audit/index.js";
import { NEWS_RESOLVERS } from "./news/index.js";
import { TEST_MESSAGE_RESOLVERS } from "./test-messages/index.js";
import { TRIGGER_RESOLVERS } from "./triggers/index.js";
import { IMPORT_RESOLVERS } from "./imports/index.js";
import { OUTREACH_RESOLVERS } from "./outreach/index.js";
import { LOOK_UP_RESOLVERS } from "./look-up/index.js";
import { PRIVACY_RESOLVERS } from "./privacy/index.js";
import { FOLLOW_UP_RESOLVERS } from "./follow-up/index.js";
import { GOOD_EXAMPLE_RESOLVERS } from "./good-examples/index.js";
import { REMINDER_RESOLVERS } from "./reminders/index.js";
import { CORE_CHOICE_RESOLVERS } from "./core-choice/index.js";
import { IMPROVE_RESOLVERS } from "./improve/index.js";
import { CALENDAR_RESOLVERS } from "./calendar/index.js";
import { INTEGRATION_RESOLVERS } from "./integrations/index.js";
import { PLAN_RESOLVERS } from "./plans/index.js";
import { GRANT_RETURN_RESOLVERS } from "./grant-return/index.js";
import { ANNUAL_REPORT_RESOLVERS } from "./annual-report/index.js";
import { SURVEY_RESOLVERS } from "./surveys/index.js";
import { ANNUAL_MEETING_RESOLVERS } from "./annual-meeting/index.js";
import { YEAR_RESOLVERS } from "./year/index.js";

/** What the features give the server. A feature is added here and nowhere else. */
export const RESOLVERS: NonEmptyArray<Function> = [
  ...ACCOUNT_RESOLVERS,
  ...ORGANIZATION_RESOLVERS,
  ...SAFE_PEOPLE_RESOLVERS,
  ...TEMPLATE_RESOLVERS,
  ...PRACTICE_RESOLVERS,
  ...ADAPTATION_RESOLVERS,
  ...MEETING_RESOLVERS,
  ...MEMBER_RESOLVERS,
  ...PARTICIPATION_RESOLVERS,
  ...JOURNEY_RESOLVERS,
  ...MEMBERSHIP_RESOLVERS,
  ...GRANT_COUNT_RESOLVERS,
  ...LIFE_RESOLVERS,
  ...TOUCHPOINT_RESOLVERS,
  ...HANDOVER_RESOLVERS,
  ...OFFLINE_RESOLVERS,
  ...TOGETHER_RESOLVERS,
  ...REQUEST_RESOLVERS,
  ...STANDINGS_RESOLVERS,
  ...JOURNEY_MAP_RESOLVERS,
  ...PILOT_RESOLVERS,
  ...AUDIT_RESOLVERS,
  ...HELP_RESOLVERS,
  ...NEWS_RESOLVERS,
  ...TEST_MESSAGE_RESOLVERS,
  ...TRIGGER_RESOLVERS,
  ...PRIVACY_RESOLVERS,
  ...LOOK_UP_RESOLVERS,
  ...IMPORT_RESOLVERS,
  ...OUTREACH_RESOLVERS,
  ...REMINDER_RESOLVERS,
  ...CALENDAR_RESOLVERS,
  ...INTEGRATION_RESOLVERS,
  ...FOLLOW_UP_RESOLVERS,
  ...GOOD_EXAMPLE_RESOLVERS,
  ...ANNUAL_REPORT_RESOLVERS,
  ...SURVEY_RESOLVERS,
  ...CORE_CHOICE_RESOLVERS,
  ...PLAN_RESOLVERS,
  ...YEAR_RESOLVERS,
  ...IMPROVE_RESOLVERS,
  ...GRANT_RETURN_RESOLVERS,
  ...ANNUAL_MEETING_RESOLVERS,
];
