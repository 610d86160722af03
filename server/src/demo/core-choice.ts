import { addMonths } from "@varde/domain";
import type { LocalDate, LocalizedText } from "@varde/domain";
import { at } from "./frame.js";
import type { Frame } from "./frame.js";
import { demoId } from "./random.js";
import type { Instant, Owned } from "./row-parts.js";
import type { DemoRows } from "./rows.js";

export type CoreScoreRow = Owned & {
  year: number;
  candidate_id: string;
  kind: "IMPORTANCE";
  score: number;
  reason: string;
  scored_by: string;
  scored_at: Instant;
};
export type CoreIdeaRow = Owned & { id: string; year: number; text: string; added_by: string; added_at: Instant };
export type CoreChoiceRow = Owned & {
  id: string;
  year: number;
  chosen: {
    templateId: string;
    name: LocalizedText;
    why: string;
    importance: number;
    performance: null;
    reach: number;
    effort: number;
    minutes: null;
    dots: number;
  }[];
  minutes: number;
  limit_minutes: number;
  effort_reason: string | null;
  chosen_by: string;
  chosen_at: Instant;
};

/** What members said in the autumn's survey, by the place in the core set. */
const IMPORTANCE = [84, 91, 76, 63, 42] as const;
const WHY = [
  "Åtte av ti husker den første meldingen. Den som får svar fort, kommer.",
  "Det ene punktet flest sier betydde noe for at de ble.",
  "Å bli møtt ved døra er det som mangler der folk ikke kommer igjen.",
  "Laget må møtes for at det skal finnes.",
  "En personlig hilsen koster lite, og halvparten fornyer.",
] as const;
const EFFORT = [35, 20, 15, 40, 10] as const;
const DOTS = [61, 44, 38, 33, 24] as const;
const AUTUMN = 8;

/** The year the demo chooses for: from August on the one that comes. */
const meantOn = (day: LocalDate): number => Number(day.slice(0, 4)) + (Number(day.slice(5, 7)) >= AUTUMN ? 1 : 0);

/** Last year's five with why; of the year that is chosen for, what members said stands, but for one that somebody set. */
export function addCoreChoice(rows: DemoRows, { today }: Frame, organization: string, by: string): void {
  const core = rows.touchpoint_template
    .filter(({ organization_id: of, core_position: place }) => of === organization && place !== null)
    .sort((a, b) => a.core_position! - b.core_position!);
  const year = meantOn(today);
  const nameOf = (id: string) => rows.template_version.find((one) => one.template_id === id)!.definition.name;
  const inAll = ({ nb, nn, en }: ReturnType<typeof nameOf>) => ({ nb, nn: nn || nb, en: en || nb });
  rows.core_choice.push({
    organization_id: organization,
    id: demoId("core-choice", organization),
    year: year - 1,
    chosen: core.map(({ id }, place) => ({
      templateId: id,
      name: inAll(nameOf(id)),
      why: WHY[place]!,
      importance: IMPORTANCE[place]! - 4,
      performance: null,
      reach: 100,
      effort: EFFORT[place]!,
      minutes: null,
      dots: DOTS[place]!,
    })),
    minutes: 168,
    limit_minutes: 240,
    effort_reason: null,
    chosen_by: by,
    chosen_at: at(addMonths(today, -11), 14),
  });
  for (const { id } of core.slice(0, 1))
    rows.core_score.push({
      organization_id: organization,
      year,
      candidate_id: id,
      kind: "IMPORTANCE",
      score: IMPORTANCE[0],
      reason: "Samtaler med 30 nye medlemmer i vår: den første meldingen var det de husket",
      scored_by: by,
      scored_at: at(addMonths(today, -1), 11),
    });
  rows.core_idea.push({
    organization_id: organization,
    id: demoId("core-idea", organization),
    year,
    text: "Ring den som ikke kom igjen",
    added_by: by,
    added_at: at(addMonths(today, -1), 12),
  });
}
