import { ASKER_PLAN } from "../features/templates/library/asker.js";
import { MH_CHAPTERS } from "./chapters/mother.js";
import { addChapter, addOrganization, addRegion, liveChapter } from "./federation.js";
import type { Frame } from "./frame.js";
import type { Counter } from "./members.js";
import { names } from "./names.js";
import { People } from "./people.js";
import type { DemoRows } from "./rows.js";
import { publish } from "./templates.js";

const ADULT: [number, number, number][] = [
  [19, 35, 14],
  [36, 55, 38],
  [56, 80, 48],
];

/** The mother organization: three chapters with the activities of the plan, rolled out this year. */
export function addMother(rows: DemoRows, frame: Frame, counter: Counter): void {
  const organization = addOrganization(rows, frame, {
    key: "mh",
    name: "Mental Helse (demo)",
    short_name: "MH (demo)",
    sender_name: "MH",
    region_term: "county",
    max_age: null,
  });
  const pool = names(20_260_202);
  const people = new People({ rows, frame, organization, host: "mh", prefix: "mh-", names: pool });
  const kari = people.seat({ name: "Kari Holm", role: "NATIONAL_ADMIN", key: "national-admin" });
  people.seat({ name: "Per Lunde", role: "NATIONAL_EDITOR", key: "national-editor" });
  const region = addRegion(rows, organization, "akershus", "Akershus");
  addRegion(rows, organization, "buskerud", "Buskerud");
  people.seat({ name: "Anne Tveit", role: "REGION_COORDINATOR", unit: { region }, key: "region-akershus" });
  const year = Number(frame.today.slice(0, 4));
  // in January and February the year that has something to show is the last one
  const from = `${frame.today < `${year}-03-01` ? year - 1 : year}-01-01`;
  const options = { rows, frame, organization, by: kari.id };
  const templates = ASKER_PLAN.flatMap(({ key, definition }, index) => {
    const corePosition = index < 5 ? index + 1 : null;
    return publish(options, { key, definition, corePosition, rolledOutFrom: from }) ?? [];
  });
  for (const plan of MH_CHAPTERS) {
    const named = { name: `Mental Helse ${plan.place}`, shortName: `MH ${plan.place}` };
    const chapter = addChapter(rows, frame, organization, plan, named);
    const board = people.board(plan, chapter, plan.key === "asker" ? ["Bjørn Aas", "Turid Foss"] : []);
    const host = board[0]?.holder_name ?? "Kari Holm";
    const seats = rows.seat.filter(({ chapter_id: id }) => id === chapter.id);
    liveChapter({
      rows,
      frame,
      plan,
      chapter,
      seats,
      host,
      templates,
      upToDate: false,
      names: pool,
      counter,
      ages: ADULT,
    });
  }
}
