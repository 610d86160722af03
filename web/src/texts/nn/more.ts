import { annualMeeting } from "./annualMeeting";
import { annualReport } from "./annualReport";
import { audit } from "./audit";
import { boards } from "./boards";
import { calendarPage } from "./calendarPage";
import { coreChoice } from "./coreChoice";
import { diff } from "./diff";
import { editor } from "./editor";
import { exportOrders } from "./exportOrders";
import { factors } from "./factors";
import { federation } from "./federation";
import { funnel } from "./funnel";
import { followUp } from "./followUp";
import { goodExamples } from "./goodExamples";
import { grantReturn } from "./grantReturn";
import { grantCount } from "./grantCount";
import { identities } from "./identities";
import { improve } from "./improve";
import { imports } from "./imports";
import { integrations } from "./integrations";
import { journey } from "./journey";
import { journeyMap } from "./journeyMap";
import { kept } from "./kept";
import { library } from "./library";
import { lookUp } from "./lookUp";
import { membership } from "./membership";
import { myAccount } from "./myAccount";
import { national } from "./national";
import { offline } from "./offline";
import { peers } from "./peers";
import { pilots } from "./pilots";
import { planImport } from "./planImport";
import { plans } from "./plans";
import { reminders } from "./reminders";
import { requestsPage } from "./requestsPage";
import { rollout } from "./rollout";
import { safePeople } from "./safePeople";
import { settings } from "./settings";
import { standings } from "./standings";
import { surveyResults } from "./surveyResults";
import { surveys } from "./surveys";
import { takeOut } from "./takeOut";
import { targets } from "./targets";
import { templates } from "./templates";
import { testMessages } from "./testMessages";
import { triggers } from "./triggers";
import { versions } from "./versions";
import { year } from "./year";
import type { MoreTexts } from "../nb/more";

const more: MoreTexts = {
  annualMeeting,
  annualReport,
  audit,
  boards,
  calendarPage,
  coreChoice,
  diff,
  editor,
  exportOrders,
  factors,
  federation,
  funnel,
  followUp,
  goodExamples,
  grantReturn,
  grantCount,
  identities,
  improve,
  imports,
  integrations,
  journey,
  journeyMap,
  kept,
  library,
  lookUp,
  membership,
  myAccount,
  national,
  offline,
  peers,
  pilots,
  planImport,
  plans,
  reminders,
  requestsPage,
  rollout,
  safePeople,
  settings,
  standings,
  surveyResults,
  surveys,
  takeOut,
  targets,
  templates,
  testMessages,
  triggers,
  versions,
  year,
};

export default more;
