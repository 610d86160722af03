import { grantReturnMatrix } from "./grant-return.matrix.js";
import { accountsMatrix } from "./accounts.matrix.js";
import { offlineMatrix } from "./offline.matrix.js";
import { organizationMatrix } from "./organization.matrix.js";
import { surveysMatrix } from "./surveys.matrix.js";
import { adaptationsMatrix } from "./adaptations.matrix.js";
import { calendarMatrix } from "./calendar.matrix.js";
import { goodExamplesMatrix } from "./good-examples.matrix.js";
import { handoverMatrix } from "./handover.matrix.js";
import { journeyMapMatrix } from "./journey-map.matrix.js";
import { helpMatrix } from "./help.matrix.js";
import { annualReportMatrix } from "./annual-report.matrix.js";
import { auditMatrix } from "./audit.matrix.js";
import { coreChoiceMatrix } from "./core-choice.matrix.js";
import { exportsMatrix } from "./exports.matrix.js";
import { followUpMatrix } from "./follow-up.matrix.js";
import { improveMatrix } from "./improve.matrix.js";
import { importsMatrix } from "./imports.matrix.js";
import { integrationsMatrix } from "./integrations.matrix.js";
import { lifeEventsMatrix } from "./life-events.matrix.js";
import type { MatrixLine } from "./line.js";
import { lookUpMatrix } from "./look-up.matrix.js";
import { grantCountMatrix } from "./grant-count.matrix.js";
import { membersMatrix } from "./members.matrix.js";
import { meetingsMatrix } from "./meetings.matrix.js";
import { plansMatrix } from "./plans.matrix.js";
import { practicesMatrix } from "./practices.matrix.js";
import { newsMatrix } from "./news.matrix.js";
import { outreachMatrix } from "./outreach.matrix.js";
import { participationMatrix } from "./participation.matrix.js";
import { pilotsMatrix } from "./pilots.matrix.js";
import { privacyMatrix } from "./privacy.matrix.js";
import { remindersMatrix } from "./reminders.matrix.js";
import { requestsMatrix } from "./requests.matrix.js";
import { safePeopleMatrix } from "./safe-people.matrix.js";
import { settingsMatrix } from "./settings.matrix.js";
import { standingsMatrix } from "./standings.matrix.js";
import { targetsMatrix } from "./targets.matrix.js";
import { templateFilesMatrix } from "./template-files.matrix.js";
import { templatesMatrix } from "./templates.matrix.js";
import { togetherMatrix } from "./together.matrix.js";
import { touchpointsMatrix } from "./touchpoints.matrix.js";
import { triggersMatrix } from "./triggers.matrix.js";
import { annualMeetingMatrix } from "./annual-meeting.matrix.js";
import { yearMatrix } from "./year.matrix.js";

/** Operation x caller → verdict, a line for every root field; a root field without one turns the suite red. */
export const MATRIX: readonly MatrixLine[] = [
  ...accountsMatrix,
  ...organizationMatrix,
  ...templatesMatrix,
  ...templateFilesMatrix,
  ...practicesMatrix,
  ...adaptationsMatrix,
  ...meetingsMatrix,
  ...membersMatrix,
  ...grantCountMatrix,
  ...participationMatrix,
  ...lifeEventsMatrix,
  ...touchpointsMatrix,
  ...requestsMatrix,
  ...togetherMatrix,
  ...offlineMatrix,
  ...triggersMatrix,
  ...standingsMatrix,
  ...targetsMatrix,
  ...pilotsMatrix,
  ...journeyMapMatrix,
  ...auditMatrix,
  ...handoverMatrix,
  ...helpMatrix,
  ...newsMatrix,
  ...safePeopleMatrix,
  ...settingsMatrix,
  ...improveMatrix,
  ...importsMatrix,
  ...privacyMatrix,
  ...lookUpMatrix,
  ...outreachMatrix,
  ...remindersMatrix,
  ...calendarMatrix,
  ...followUpMatrix,
  ...goodExamplesMatrix,
  ...exportsMatrix,
  ...integrationsMatrix,
  ...surveysMatrix,
  ...coreChoiceMatrix,
  ...plansMatrix,
  ...yearMatrix,
  ...grantReturnMatrix,
  ...annualMeetingMatrix,
  ...annualReportMatrix,
];
