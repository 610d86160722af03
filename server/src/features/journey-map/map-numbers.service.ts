import type { LocalDate } from "@varde/domain";
import type { Work } from "../../kernel/db/unit-of-work.js";
import { seated } from "../../kernel/graphql/context.js";
import { publishedJourney } from "../journey/index.js";
import { publishedMembership } from "../membership/index.js";
import { templateStandings } from "../standings/index.js";
import type { JourneyMapNumber, JourneyMapNumbers } from "./journey-map.type.js";
import type { MapRow } from "./read-journey-map.js";

/** Counts of persons below it were hidden in what was published of a day. */
async function limitOn(work: Work, day: LocalDate): Promise<number> {
  const [row] = await work.query<{ k: number }>(
    `select authz.limit_on(suppression_k, suppression_before, $2) as k from app.organization where id = $1`,
    [seated(work).organizationId, day],
  );
  return row!.k;
}

async function published(work: Work): Promise<JourneyMapNumber[]> {
  const journey = await publishedJourney(work, null);
  const members = await publishedMembership(work, null);
  const numbers: JourneyMapNumber[] = [];
  if (journey.referenceDate !== null)
    numbers.push({
      measure: "CAME",
      part: journey.activated,
      whole: journey.joined,
      referenceDate: journey.referenceDate,
    });
  if (members.referenceDate !== null)
    numbers.push({ measure: "MEMBERS", part: members.active, whole: null, referenceDate: members.referenceDate });
  return numbers;
}

/** The numbers of a map as this seat may see them, each from where the pages that show it take it. None without the right to read numbers. */
export async function mapNumbers(work: Work, row: MapRow | null): Promise<JourneyMapNumbers> {
  if (!row || !seated(work).caps.has("STATISTICS_READ"))
    return { outcomes: [], published: [], hiddenBelow: await limitOn(work, work.today) };
  const ids = row.cards.flatMap(({ templateId, evidence }) => [
    templateId,
    ...evidence.map((one) => (one.kind === "NUMBER" ? one.templateId : null)),
  ]);
  const wanted = new Set(ids.filter((id) => id !== null));
  const numbers = await published(work);
  return {
    outcomes: wanted.size === 0 ? [] : await templateStandings(work, wanted),
    published: numbers,
    hiddenBelow: await limitOn(work, numbers[0]?.referenceDate ?? work.today),
  };
}
