import { isAboutMember } from "@varde/domain";
import { LIBRARY } from "../features/templates/library/library.js";
import { MHU_CHAPTERS } from "./chapters/youth.js";
import type { RolledOut } from "./conduct.js";
import { addChapter, addOrganization, addRegion, chapterId, liveChapter } from "./federation.js";
import type { Frame } from "./frame.js";
import type { Counter } from "./members.js";
import { names } from "./names.js";
import { addAnnualReports } from "./annual-reports.js";
import { addBoardMessages } from "./board-messages.js";
import { addCoreChoice } from "./core-choice.js";
import { addGoodExample, addPractices } from "./practices.js";
import { addJourneyMaps } from "./journey-map.js";
import { addGrantReturns } from "./grant-returns.js";
import { addYearDates } from "./year-dates.js";
import { addPlans } from "./plans.js";
import { addRequests } from "./requests.js";
import { addSurveys } from "./surveys.js";
import { People } from "./people.js";
import type { DemoRows } from "./rows.js";
import { draft, publish, reword } from "./templates.js";
import type { TemplateOptions } from "./templates.js";
import { clearerTalk, soonerTalk } from "./welcome-talk.js";

const YOUNG: [number, number, number][] = [
  [13, 16, 9],
  [17, 25, 55],
  [26, 30, 26],
  [31, 35, 10],
];
function publishLibrary(options: TemplateOptions): RolledOut[] {
  const { frame } = options;
  const rolledOut: RolledOut[] = [];
  let position = 0;
  for (const { key, core, definition } of LIBRARY) {
    const corePosition = core ? ++position : null;
    // members have been greeted for longer than what is told day by day
    const from = isAboutMember(definition.trigger) ? frame.before : frame.start;
    const published = publish(options, { key, definition, corePosition, rolledOutFrom: core ? from : null });
    if (published === null) continue;
    const made = { ...published, from: frame.start };
    if (key !== "ip-02") {
      rolledOut.push(made);
      continue;
    }
    const clearer = clearerTalk(definition);
    rolledOut.push(
      reword(options, made, frame.minorFrom, clearer, "Tydeligere om hvor praten tas. Takk til MHU Tromsø."),
    );
    draft(options, key, soonerTalk(clearer), "Kortere frist og invitasjon til neste treff.");
  }
  return rolledOut;
}

/** Three times as many in three years, counted from the first day of the history. */
function setMemberGoal(rows: DemoRows, { start, today }: Frame, organization: string): void {
  const there = rows.member.filter(
    ({ organization_id: of, joined_chapter_on: came, left_on: left }) =>
      of === organization && came <= start && (left === null || left > start),
  );
  const row = rows.organization.find(({ id }) => id === organization)!;
  row.member_goal = 3900;
  row.member_goal_on = `${Number(today.slice(0, 4)) + 3}-12-31`;
  row.member_goal_start = there.length;
  row.member_goal_start_on = start;
}

/** The youth organization: 15 chapters in three regions, the library published and its core five rolled out. */
export function addYouth(rows: DemoRows, frame: Frame, counter: Counter): void {
  const organization = addOrganization(rows, frame, {
    key: "mhu",
    name: "Mental Helse Ungdom (demo)",
    short_name: "MHU (demo)",
    sender_name: "MHU",
    region_term: "region",
    max_age: 36,
  });
  const pool = names(20_260_101);
  const people = new People({ rows, frame, organization, host: "mhu", prefix: "", names: pool });
  const nora = people.seat({ name: "Nora Lind", role: "NATIONAL_ADMIN", key: "national-admin" });
  people.seat({ name: "Henrik Moe", role: "NATIONAL_ADMIN", key: "national-admin-2" });
  people.seat({ name: "Ingrid Dahl", role: "NATIONAL_EDITOR", key: "national-editor" });
  for (const [key, name, coordinator] of [
    ["ost", "Region øst", "Tuva Sand"],
    ["vest", "Region vest", "Sindre Vik"],
    ["nord", "Region nord", "Maja Berg"],
  ] as const) {
    const region = addRegion(rows, organization, key, name);
    const language = key === "vest" ? "nn" : "nb";
    people.seat({ name: coordinator, role: "REGION_COORDINATOR", unit: { region }, key: `region-${key}`, language });
  }
  const templates = publishLibrary({ rows, frame, organization, by: nora.id });
  const given: Record<string, string[]> = {
    asker: ["Amina Strand", "Jonas Eide", "Silje Haug"],
    drammen: ["Oda Krogh", "Elias Bakke"],
    tromso: ["Ronja Nilsen", "Mikkel Hansen"],
    direkte: ["Ingrid Dahl"],
  };
  for (const plan of MHU_CHAPTERS) {
    const named = plan.direct
      ? { name: "Mental Helse Ungdom direktemedlemmer", shortName: "MHU direkte" }
      : { name: `Mental Helse Ungdom ${plan.place}`, shortName: `MHU ${plan.place}` };
    const chapter = addChapter(rows, frame, organization, plan, named);
    const board = people.board(plan, chapter, given[plan.key]);
    const host = board[1]?.holder_name ?? "Nora Lind";
    const asker = plan.key === "asker";
    const waiting = asker
      ? {
          waiting: [
            { name: "Sara", daysAgo: 1 },
            { name: "Emil", daysAgo: 6 },
          ],
        }
      : {};
    const seats = rows.seat.filter(({ chapter_id: id }) => id === chapter.id);
    liveChapter({
      rows,
      frame,
      plan,
      chapter,
      seats,
      host,
      templates,
      upToDate: asker,
      names: pool,
      counter,
      ages: YOUNG,
      ...waiting,
    });
  }
  setMemberGoal(rows, frame, organization);
  addPractices(rows, frame, organization, nora.id);
  addGoodExample(rows, frame, organization);
  addJourneyMaps(rows, frame, organization, nora.id);
  addYearDates(rows, frame, organization);
  addGrantReturns(rows, frame, organization, nora.id);
  addRequests(rows, frame, organization);
  addBoardMessages(rows, frame, organization, nora.id);
  addSurveys(rows, frame, organization, nora.id);
  addCoreChoice(rows, frame, organization, nora.id);
  addAnnualReports(rows, frame, organization);
  addPlans(rows, frame, organization, nora.id);
  const mentor = (key: string, chapter: string, name: string): void => {
    const unit = { chapter: chapterId(organization, chapter) };
    people.seat({ name, role: "MENTOR", unit, key, from: frame.elected });
  };
  mentor("mentor", "skien", "Live Myhre");
  // one person with two seats: on a board, and mentor of the smallest chapter
  mentor("mentor-alta", "alta", "Mikkel Hansen");
  mentor("mentor-fredrikstad", "fredrikstad", "Jens Solli");
}
