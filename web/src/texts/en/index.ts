import { accounts } from "./accounts";
import { adaptations } from "./adaptations";
import { app } from "./app";
import { calendar } from "./calendar";
import { lifeEvents } from "./lifeEvents";
import { meetings } from "./meetings";
import { members } from "./members";
import { news } from "./news";
import { organization } from "./organization";
import { participation } from "./participation";
import { practices } from "./practices";
import { privacy } from "./privacy";
import { requests } from "./requests";
import { together } from "./together";
import { touchpoints } from "./touchpoints";
import { ui } from "./ui";
import { workday } from "./workday";
import type { Catalogue } from "../nb";

const catalogue: Catalogue = {
  accounts,
  adaptations,
  app,
  calendar,
  lifeEvents,
  meetings,
  members,
  news,
  organization,
  participation,
  practices,
  privacy,
  requests,
  together,
  touchpoints,
  ui,
  workday,
};

export default catalogue;
