import { accounts } from "./accounts";
import { app } from "./app";
import { audit } from "./audit";
import { diff } from "./diff";
import { meetings } from "./meetings";
import { organization } from "./organization";
import { reminders } from "./reminders";
import { standings } from "./standings";
import { templates } from "./templates";
import { touchpoints } from "./touchpoints";
import { ui } from "./ui";

/** The source of the type: a key added here must be added to nynorsk and English, or the types fail. */
const catalogue = {
  accounts,
  app,
  audit,
  diff,
  meetings,
  organization,
  reminders,
  standings,
  templates,
  touchpoints,
  ui,
};

export type Catalogue = typeof catalogue;

export default catalogue;
