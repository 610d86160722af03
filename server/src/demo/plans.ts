import { addDays } from "@varde/domain";
import type { LocalDate, PlanMeasure, PlanRowStatus, PlanRowText, PlanText } from "@varde/domain";
import { hashOf } from "../features/plans/index.js";
import { MHU_CHAPTERS } from "./chapters/youth.js";
import { chapterId } from "./federation.js";
import { at } from "./frame.js";
import type { Frame } from "./frame.js";
import { annualMeetingOn } from "./meetings.js";
import { demoId } from "./random.js";
import type { ActionPlanRow } from "./plan-rows.js";
import type { ChapterRow, DemoRows } from "./rows.js";

type Line = Omit<PlanRowText, "nr"> & {
  responsible: string;
  /** month and day of the plan's year */
  due: string | null;
  goal?: "find" | "welcome";
  template?: string;
  measure?: PlanMeasure;
  target?: number;
  status: PlanRowStatus;
  learnt: string;
  last: [PlanRowStatus, string];
};

const INTRO =
  "Vi er et lag for unge som vil ha et sted å høre til. Vi møtes jevnlig, tar imot nye ved døra, og sier fra når unge ikke får hjelpen de trenger.";
const LINES: Line[] = [
  {
    activity: "Treff for medlemmer",
    aim: "Et trygt sted å møtes, også for den som kommer alene.",
    measures: "Arrangere åpne kvelder med spill, mat og prat. En vert møter nye ved døra.",
    resultAim: "Minst åtte treff i året.",
    responsible: "Styret",
    due: "12-15",
    goal: "welcome",
    measure: "GATHERING",
    target: 8,
    status: "UNDER_WAY",
    learnt: "",
    last: ["DONE", "Faste dager gjorde at flere kom."],
  },
  {
    activity: "Velkomst av nye",
    aim: "Alle nye skal bli sett den første uka.",
    measures: "Sende en personlig melding og invitere til neste treff.",
    resultAim: "Alle nye medlemmer får svar innen sju dager.",
    responsible: "Nestleder",
    due: null,
    goal: "welcome",
    template: "ip-01",
    status: "UNDER_WAY",
    learnt: "",
    last: ["PARTLY", "I sommer var det ingen som hadde ansvaret. Nå er det fordelt."],
  },
  {
    activity: "Synlig på skolene",
    aim: "Unge i kommunen vet at laget finnes.",
    measures: "Besøke ungdomsskoler og videregående med stand og en kort prat.",
    resultAim: "Fire skoler innen høstferien.",
    responsible: "Aktivitetsansvarlig",
    due: "10-01",
    goal: "find",
    status: "PARTLY",
    learnt: "To skoler sa ja. Avtal med helsesykepleier allerede i januar.",
    last: ["NOT_DONE", "Vi spurte for sent på året."],
  },
  {
    activity: "Styrearbeid",
    aim: "Et styre som har det bra og blir sittende.",
    measures: "Ha jevnlige styremøter, og delta på kurs og samlinger.",
    resultAim: "Seks styremøter.",
    responsible: "Leder",
    due: "12-31",
    measure: "BOARD_MEETING",
    target: 6,
    status: "UNDER_WAY",
    learnt: "",
    last: ["DONE", "Korte møter hver måned fungerte bedre enn få og lange."],
  },
  {
    activity: "Påvirke kommunen",
    aim: "Unge stemmer blir hørt når tilbud planlegges.",
    measures: "Ta kontakt med ungdomsrådet og utvalget for oppvekst.",
    resultAim: "Kommunen kjenner til hva unge mener.",
    responsible: "",
    due: null,
    status: "NOT_BEGUN",
    learnt: "",
    last: ["NOT_DONE", ""],
  },
];
const GOALS = [
  ["find", "Flere unge finner oss", "Få vet at det finnes et lag der de bor."],
  ["welcome", "Alle nye blir møtt", "Den første måneden avgjør om noen blir."],
  ["open", "Treff som er lette å komme til for alle", "Lokaler uten trinn, og noen som kan hente."],
] as const;
const WITHOUT = new Set(["alta", "skien"]);
const DRAFTS = new Set(["drammen", "bodo"]);

const textOf = ({ activity, aim, measures, resultAim }: Line, i: number): PlanRowText => ({
  nr: String(i + 1),
  activity,
  aim,
  measures,
  resultAim,
});

function addPlan(
  rows: DemoRows,
  chapter: ChapterRow,
  on: LocalDate,
  lines: readonly Line[],
  state: ActionPlanRow["state"],
  last: boolean,
): void {
  const own = { organization_id: chapter.organization_id, chapter_id: chapter.id };
  const leader = rows.seat.find(({ chapter_id: of, role }) => of === chapter.id && role === "CHAPTER_LEADER")!;
  const year = Number(on.slice(0, 4));
  const id = demoId("plan", chapter.id, String(year));
  const rowId = (line: Line, of: number): string => demoId("plan-row", chapter.id, String(of), line.activity);
  const adopted = state === "ADOPTED";
  const place = MHU_CHAPTERS.find(({ key }) => chapterId(chapter.organization_id, key) === chapter.id)!.place;
  const around = {
    title: `Handlingsplan for ${chapter.name} ${year}`,
    intro: INTRO,
    closing: adopted ? `${place}, ${Number(on.slice(8))}. februar ${year}` : "",
  };
  rows.action_plan.push({
    ...own,
    id,
    year,
    state,
    ...around,
    adopted_place: adopted ? place : null,
    adopted_on: adopted ? on : null,
    adopted_by: adopted ? "ANNUAL_MEETING" : null,
    started_by: leader.id,
    started_at: at(addDays(on, -20), 17),
    rev: 3,
  });
  for (const [i, line] of lines.entries())
    rows.action_plan_row.push({
      ...own,
      plan_id: id,
      id: rowId(line, year),
      position: i + 1,
      nr: String(i + 1),
      activity: line.activity,
      aim: line.aim,
      measures: line.measures,
      result_aim: line.resultAim,
      responsible: line.responsible,
      due_on: line.due === null ? null : `${year}-${line.due}`,
      status: last ? line.last[0] : line.status,
      learnt: last ? line.last[1] : line.learnt,
      template_id: line.template === undefined ? null : demoId("template", chapter.organization_id, line.template),
      measure: line.measure ?? null,
      target: line.target ?? null,
      goal_id: line.goal && !last ? demoId("goal", chapter.organization_id, String(year), line.goal) : null,
      origin_id: last || lines !== LINES ? null : rowId(line, year - 1),
      rev: 1,
    });
  if (!adopted) return;
  const content = { ...around, rows: lines.map((line, i) => ({ id: rowId(line, year), ...textOf(line, i) })) };
  rows.action_plan_version.push({
    ...own,
    plan_id: id,
    number: 1,
    content,
    hash: hashOf(content),
    place,
    adopted_on: on,
    adopted_by: "ANNUAL_MEETING",
    frozen_by: leader.id,
    frozen_at: at(on, 19),
  });
}

/** The goals of the year the boards were elected in, the plan to begin from, and most chapters' plans; one chapter's of the year before too. */
export function addPlans(rows: DemoRows, { elected }: Frame, organization: string, by: string): void {
  const year = Number(elected.slice(0, 4));
  const written = at(`${year - 1}-11-20`, 10);
  const from = { organization_id: organization, written_by: by, rev: 1 };
  for (const [i, [key, text, why]] of GOALS.entries())
    rows.strategy_goal.push({
      ...from,
      id: demoId("goal", organization, String(year), key),
      year,
      text,
      why,
      written_at: at(`${year - 1}-11-20`, 10),
      position: i + 1,
    });
  const content: PlanText = {
    title: "Handlingsplan",
    intro: INTRO,
    rows: LINES.slice(0, 4).map(textOf),
    closing: "",
  };
  rows.plan_template.push({ ...from, content, written_at: written });
  const chapters = rows.chapter.filter(({ organization_id: of }) => of === organization);
  for (const [i, its] of MHU_CHAPTERS.entries()) {
    const { key, direct } = its;
    if (direct || WITHOUT.has(key)) continue;
    const chapter = chapters.find(({ id }) => id === chapterId(organization, key))!;
    const asker = key === "asker";
    if (asker) addPlan(rows, chapter, annualMeetingOn(its, year - 1), LINES, "ADOPTED", true);
    const lines = asker ? LINES : LINES.filter((_, at) => (at + i) % 4 !== 0);
    addPlan(rows, chapter, annualMeetingOn(its, year), lines, DRAFTS.has(key) ? "DRAFT" : "ADOPTED", false);
  }
}
