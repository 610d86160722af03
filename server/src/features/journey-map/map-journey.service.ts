import { JOURNEY_STAGES, STAGES } from "@varde/domain";
import type { JourneyWay, LocalDate, Stage } from "@varde/domain";
import type { Work } from "../../kernel/db/unit-of-work.js";
import { seated } from "../../kernel/graphql/context.js";
import { ownJourney, publishedJourney } from "../journey/index.js";

type Told = { joined: number | null; activated: number | null; paths: readonly JourneyWay[]; referenceDate: LocalDate };
/** `own`: the chapter's exact numbers; else those published, where null is hidden. */
export type MapJourney = { members: Partial<Record<Stage, number>>; journey: Told | null; own: boolean };

/** Members in the stages and how they went, as this seat may see them: the own board exactly, everybody else what is published. */
export async function mapJourney(work: Work): Promise<MapJourney> {
  const { caps, unitKind } = seated(work);
  if (caps.has("MEMBER_READ") && unitKind === "CHAPTER") {
    const { stages, cohort, referenceDate } = await ownJourney(work);
    const counts = new Map(stages.map(({ stage, count }) => [stage, count]));
    // the register's stages are the map's, in order
    const members = Object.fromEntries(STAGES.map((stage, i) => [stage, counts.get(JOURNEY_STAGES[i]!) ?? 0]));
    return { members, journey: cohort && { ...cohort, referenceDate }, own: true };
  }
  const none: MapJourney = { members: {}, journey: null, own: false };
  if (!caps.has("STATISTICS_READ")) return none;
  const { referenceDate, joined, activated, paths } = await publishedJourney(work, null);
  return referenceDate === null ? none : { ...none, journey: { joined, activated, paths, referenceDate } };
}
