import { accounts } from "./accounts";
import { adaptations } from "./adaptations";
import { app } from "./app";
import { audit } from "./audit";
import { diff } from "./diff";
import { editor } from "./editor";
import { library } from "./library";
import { meetings } from "./meetings";
import { news } from "./news";
import { organization } from "./organization";
import { pilots } from "./pilots";
import { practices } from "./practices";
import { reminders } from "./reminders";
import { rollout } from "./rollout";
import { settings } from "./settings";
import { standings } from "./standings";
import { templates } from "./templates";
import { testMessages } from "./testMessages";
import { touchpoints } from "./touchpoints";
import { ui } from "./ui";
import { versions } from "./versions";
import type { Catalogue } from "../nb";

const catalogue: Catalogue = {
  accounts,
  adaptations,
  app,
  audit,
  diff,
  editor,
  library,
  meetings,
  news,
  organization,
  pilots,
  practices,
  reminders,
  rollout,
  settings,
  standings,
  templates,
  testMessages,
  touchpoints,
  ui,
  versions,
};

export default catalogue;
