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

/**
 * The texts of every visit: what a chapter reads on its pages. What national and regional desks read, and what is seldom
 * opened, is in `more.ts`. The source of the type: a key added here must be added to nynorsk and English, or the types fail.
 */
const catalogue = {
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

export type Catalogue = typeof catalogue;

export default catalogue;
