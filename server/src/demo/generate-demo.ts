import type { LocalDate, TemplateDefinition } from "@varde/domain";
import { ASKER_PLAN } from "../features/templates/library/asker.js";
import { LIBRARY } from "../features/templates/library/library.js";
import { MH_CHAPTERS, MHU_CHAPTERS } from "./chapter-plans.js";
import type { RolledOut } from "./conduct.js";
import { addChapter, addOrganization, addRegion, chapterId, liveChapter } from "./federation.js";
import { frameOf } from "./frame.js";
import type { Frame } from "./frame.js";
import type { Counter } from "./members.js";
import { names } from "./names.js";
import { People } from "./people.js";
import { noRows } from "./rows.js";
import type { DemoRows } from "./rows.js";
import { draft, publish, reword } from "./templates.js";
import type { TemplateOptions } from "./templates.js";

export type DemoOptions = { today: LocalDate; seed?: string };

const YOUNG: [number, number, number][] = [
  [13, 16, 9],
  [17, 25, 55],
  [26, 30, 26],
  [31, 35, 10],
];
const ADULT: [number, number, number][] = [
  [19, 35, 14],
  [36, 55, 38],
  [56, 80, 48],
];

/** IP-02 with a clearer third step: the wording of version 1.1. */
function clearerTalk(definition: TemplateDefinition): TemplateDefinition {
  const text = {
    nb: "Ta praten der medlemmet vil: telefon, video eller over en kaffe (10–15 min)",
    nn: "Ta praten der medlemmen vil: telefon, video eller over ein kaffi (10–15 min)",
    en: "Have the talk where the member likes: phone, video or over a coffee (10–15 min)",
  };
  return {
    ...definition,
    steps: definition.steps.map((step) => (step.key === "talk" ? { ...step, text } : step)),
  };
}

/** The next IP-02: the talk within ten days, and one more step. */
function soonerTalk(definition: TemplateDefinition): TemplateDefinition {
  const text = {
    nb: "Inviter til neste treff med dato og sted",
    nn: "Inviter til neste treff med dato og stad",
    en: "Invite to the next meeting with date and place",
  };
  return {
    ...definition,
    schedule: { ...definition.schedule, dueAfterDays: 5 },
    steps: [...definition.steps, { key: "invite", text }],
  };
}

function publishLibrary(options: TemplateOptions): RolledOut[] {
  const { frame } = options;
  const rolledOut: RolledOut[] = [];
  let position = 0;
  for (const { key, core, definition } of LIBRARY) {
    const corePosition = core ? ++position : null;
    const made = publish(options, { key, definition, corePosition, rolledOutFrom: core ? frame.start : null });
    if (made === null) continue;
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

function addYouth(rows: DemoRows, frame: Frame, counter: Counter): void {
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
  const mentor = (key: string, chapter: string, name: string): void => {
    const unit = { chapter: chapterId(organization, chapter) };
    people.seat({ name, role: "MENTOR", unit, key, from: frame.elected });
  };
  mentor("mentor", "skien", "Live Myhre");
  // one person with two seats: on a board, and mentor of the smallest chapter
  mentor("mentor-alta", "alta", "Mikkel Hansen");
  mentor("mentor-fredrikstad", "fredrikstad", "Jens Solli");
}

/** The mother organization: three chapters with the activities of the plan, rolled out this year. */
function addMother(rows: DemoRows, frame: Frame, counter: Counter): void {
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

/**
 * The demo's two federations as rows, decided by the seed and the day alone. Pure: nothing is read or written.
 * E-mail addresses and phone numbers are plain in the rows and lead nowhere.
 */
export function generateDemo({ today, seed = "varde" }: DemoOptions): DemoRows {
  const rows = noRows();
  const frame = frameOf(today, seed);
  let n = 100;
  const counter = { next: () => ++n };
  addYouth(rows, frame, counter);
  addMother(rows, frame, counter);
  return rows;
}
