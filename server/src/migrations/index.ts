import type { Migration } from "./migration.js";
import { createOrganizations } from "./202611220100-create-organizations.js";
import { createAccounts } from "./202611220110-create-accounts.js";
import { createAccess } from "./202611220120-create-access.js";
import { createTemplates } from "./202611220130-create-templates.js";
import { createMembers } from "./202611220140-create-members.js";
import { createTouchpoints } from "./202611220150-create-touchpoints.js";
import { createStandings } from "./202611220160-create-standings.js";
import { createTrail } from "./202611220170-create-trail.js";
import { createBulkWork } from "./202611220180-create-bulk-work.js";
import { createReminders } from "./202611220190-create-reminders.js";
import { widenVersions } from "./202611230100-widen-versions.js";
import { createMessagesAndSettings } from "./202611230110-create-messages-and-settings.js";
import { createAdaptations } from "./202611230120-create-adaptations.js";
import { createPractices } from "./202611230130-create-practices.js";
import { createPilots } from "./202611230140-create-pilots.js";
import { measureBurden } from "./202611230150-measure-burden.js";
import { widenMembers } from "./202611240100-widen-members.js";
import { findMembers } from "./202611240110-find-members.js";
import { createTriggers } from "./202611240130-create-triggers.js";
import { recordParticipation } from "./202611240150-record-participation.js";
import { createLifeEvents } from "./202611240140-create-life-events.js";
import { releaseOverTime } from "./202611270100-release-over-time.js";
import { measureMembership } from "./202611270110-measure-membership.js";
import { mergeMembers } from "./202611240141-merge-members.js";
import { createImports } from "./202611240120-create-imports.js";
import { workImports } from "./202611240145-work-imports.js";
import { createPrivacy } from "./202611240160-create-privacy.js";
import { eachOfUs } from "./202611250105-each-of-us.js";
import { widenTouchpoints } from "./202611250100-widen-touchpoints.js";
import { undoNotes } from "./202611250190-undo-notes.js";
import { showHelp } from "./202611250180-show-help.js";
import { sendNudges } from "./202611250160-send-nudges.js";
import { lastChance } from "./202611250107-last-chance.js";
import { workTogether } from "./202611250110-work-together.js";
import { createOutreach } from "./202611250170-create-outreach.js";
import { widenReminders } from "./202611250140-widen-reminders.js";
import { createRequests } from "./202611250120-create-requests.js";
import { deliverWork } from "./202611250130-deliver-work.js";
import { createCalendarFeed } from "./202611250145-create-calendar-feed.js";
import { followUp } from "./202611260120-follow-up.js";
import { keepMembership } from "./202611260110-keep-membership.js";
import { keepExports } from "./202611270150-keep-exports.js";
import { followGoals } from "./202611270130-follow-goals.js";
import { countReading } from "./202611280124-count-reading.js";
import { findInTrail } from "./202611280122-find-in-trail.js";
import { sealAudit } from "./202611280120-seal-audit.js";
import { widenSettings } from "./202611280130-widen-settings.js";
import { countBoardSeats } from "./202611270160-count-board-seats.js";
import { secondFactors } from "./202611280100-second-factors.js";
import { cutPeerGroups } from "./202611270120-cut-peer-groups.js";
import { secondApprover } from "./202611280115-second-approver.js";
import { myAccount } from "./202611280110-my-account.js";
import { askGoodExamples } from "./202611270140-ask-good-examples.js";

/** In order; a new migration goes last. */
import { handOver } from "./202611280140-hand-over.js";
import { takeOver } from "./202611290100-take-over.js";
import { passkeys } from "./202611290130-passkeys.js";
import { requiredFactors } from "./202611290135-required-factors.js";
import { stepUp } from "./202611290140-step-up.js";
import { oidc } from "./202611290145-oidc.js";
import { safePeople } from "./202611290150-safe-people.js";
import { integrationTokens } from "./202611290170-integration-tokens.js";
import { seatsLeft } from "./202611290180-seats-left.js";
import { lookUp } from "./202611290190-look-up.js";
import { createSurveys } from "./202611300100-create-surveys.js";
import { journeyMap } from "./202611300130-journey-map.js";
import { coreChoice } from "./202611300140-core-choice.js";
import { publishSurveyResults } from "./202611300150-publish-survey.js";
import { actionPlan } from "./202612010100-action-plan.js";
import { strategy } from "./202612010110-strategy.js";
import { countMembers } from "./202612010150-count-members.js";
import { year } from "./202612010130-year.js";
import { grantReturn } from "./202612010160-grant-return.js";
import { holdPapers } from "./202612010170-hold-papers.js";
import { tellOfReturns } from "./202612010180-tell-of-returns.js";
import { coreLimit } from "./202612020120-core-limit.js";
import { orderGoals } from "./202612020130-order-goals.js";
import { stirCounts } from "./202612020150-stir-counts.js";
import { titlesWithPapers } from "./202612020155-titles-with-papers.js";
import { fullByDoubling } from "./202612020170-full-by-doubling.js";
import { keepTexts } from "./202612020110-keep-texts.js";
import { oneClock } from "./202612020140-one-clock.js";
import { annualReport } from "./202612010140-annual-report.js";
export const MIGRATIONS: readonly Migration[] = [
  createOrganizations,
  createAccounts,
  createAccess,
  createTemplates,
  createMembers,
  createTouchpoints,
  createStandings,
  createTrail,
  createBulkWork,
  createReminders,
  widenVersions,
  createMessagesAndSettings,
  createAdaptations,
  createPractices,
  createPilots,
  measureBurden,
  widenMembers,
  findMembers,
  createImports,
  createTriggers,
  createLifeEvents,
  mergeMembers,
  workImports,
  recordParticipation,
  createPrivacy,
  widenTouchpoints,
  eachOfUs,
  lastChance,
  workTogether,
  createRequests,
  deliverWork,
  widenReminders,
  createCalendarFeed,
  sendNudges,
  createOutreach,
  showHelp,
  undoNotes,
  keepMembership,
  followUp,
  releaseOverTime,
  measureMembership,
  cutPeerGroups,
  followGoals,
  askGoodExamples,
  keepExports,
  countBoardSeats,
  secondFactors,
  myAccount,
  secondApprover,
  sealAudit,
  findInTrail,
  countReading,
  widenSettings,
  handOver,
  takeOver,
  passkeys,
  requiredFactors,
  stepUp,
  oidc,
  safePeople,
  integrationTokens,
  seatsLeft,
  lookUp,
  createSurveys,
  journeyMap,
  coreChoice,
  publishSurveyResults,
  actionPlan,
  strategy,
  year,
  annualReport,
  countMembers,
  grantReturn,
  holdPapers,
  tellOfReturns,
  keepTexts,
  coreLimit,
  orderGoals,
  oneClock,
  stirCounts,
  titlesWithPapers,
  fullByDoubling,
];
