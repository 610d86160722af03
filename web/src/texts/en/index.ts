import { accounts } from "./accounts";
import { adaptations } from "./adaptations";
import { app } from "./app";
import { audit } from "./audit";
import { diff } from "./diff";
import { editor } from "./editor";
import { imports } from "./imports";
import { journey } from "./journey";
import { library } from "./library";
import { lifeEvents } from "./lifeEvents";
import { meetings } from "./meetings";
import { members } from "./members";
import { news } from "./news";
import { organization } from "./organization";
import { participation } from "./participation";
import { pilots } from "./pilots";
import { practices } from "./practices";
import { privacy } from "./privacy";
import { reminders } from "./reminders";
import { rollout } from "./rollout";
import { settings } from "./settings";
import { standings } from "./standings";
import { templates } from "./templates";
import { testMessages } from "./testMessages";
import { touchpoints } from "./touchpoints";
import { triggers } from "./triggers";
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
  imports,
  journey,
  library,
  lifeEvents,
  meetings,
  members,
  news,
  organization,
  participation,
  pilots,
  practices,
  privacy,
  reminders,
  rollout,
  settings,
  standings,
  templates,
  testMessages,
  touchpoints,
  triggers,
  ui,
  versions,
};

export default catalogue;
