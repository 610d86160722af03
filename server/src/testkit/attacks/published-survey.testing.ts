import { addDays, STARTING_SURVEY } from "@varde/domain";
import { tellsOfParts } from "@varde/domain/audit";
import { v7 as uuidv7 } from "uuid";
import { TODAY } from "../../features/standings/standings.testing.js";
import { publishResults } from "../../features/surveys/index.js";
import { openDoor } from "../../kernel/db/door.js";
import type { TestDatabase } from "../database.js";
import type { Federation, Seed } from "../seed.js";

const K = 5;
/** members of each of seven chapters who answered, and said no to the question that all of them answered */
const FORMS = [9, 14, 3, 21, 11, 2, 8];
const SAID_NO = [4, 14, 1, 9, 6, 2, 0];

export type SurveyRead = {
  surveyResults: { tables: { question: string; groups: { level: string; id: string | null; n: number }[] }[] };
};

type Where = {
  database: TestDatabase;
  seed: Seed;
  world: Federation;
  chapters: readonly string[];
  regionOf: (chapterId: string) => string;
};
export type PublishedSurvey = Awaited<ReturnType<typeof publishedSurvey>>;

/** A survey that is over and published, and what can be solved of what somebody was told of it. */
export async function publishedSurvey({ database, seed, world, chapters, regionOf }: Where) {
  const id = uuidv7();
  const { organizationId: organization_id, admin } = world;
  await seed.rows("survey", {
    organization_id,
    id,
    definition: STARTING_SURVEY,
    created_by: admin.seatId,
    state: "CLOSED",
    opened_at: new Date(),
    closed_at: new Date(),
    opens_on: addDays(TODAY, -30),
    closes_on: addDays(TODAY, -1),
  });
  for (const [i, chapter_id] of chapters.entries()) {
    const code = `survey${"abcdefgh"[i]}xyz`;
    await seed.rows("survey_link", { organization_id, survey_id: id, chapter_id, code });
    // fewer than five are counted with their region, as the job does
    const [chapter, region] = FORMS[i]! < K ? [null, regionOf(chapter_id)] : [chapter_id, null];
    const no = SAID_NO[i]!;
    const told = { "|": FORMS[i]!, "contacted|": FORMS[i]!, "contacted|no": no, "contacted|later": FORMS[i]! - no };
    for (const [name, n] of Object.entries(told).filter(([, sum]) => sum > 0))
      await seed.client.query(
        `insert into app.survey_count as c (organization_id, survey_id, chapter_id, region_id, question, cell, n) values ($1, $2, $3, $4, $5, $6, $7)
         on conflict (organization_id, survey_id, chapter_id, region_id, question, cell) do update set n = c.n + excluded.n`,
        [organization_id, id, chapter, region, ...name.split("|"), n],
      );
  }
  const { adminUrl: databaseUrl, rolePrefix, secret } = database;
  const job = await openDoor({ databaseUrl, rolePrefix, secret, login: "job", poolSize: 1 });
  await publishResults({ job });
  await job.close();
  const exact = new Map(chapters.map((chapter, i) => [chapter, FORMS[i]!]));
  const regions = [...new Set(chapters.map(regionOf))];
  return {
    /** what its questions are asked with; an Excel file holds when it was made */
    known: {
      "surveyResults.surveyId": [id],
      "surveyResultsFile.surveyId": [id],
      "surveyResultsFile.format": ["CSV"],
    },
    hidden: new Map([...exact].filter(([, n]) => n < K)),
    /** Every group that somebody was told of, by question, level and id; throws when two are told different things. */
    toldIn(answers: readonly SurveyRead[]): Map<string, number> {
      const told = new Map<string, number>();
      for (const { question, groups } of answers.flatMap(({ surveyResults }) => surveyResults.tables))
        for (const { level, id: unit, n } of groups) {
          // the sum of what is shown of the chapters of one size, in one's reach
          if (level === "SIZE") continue;
          const name = `${question} ${level} ${unit}`;
          if ((told.get(name) ?? n) !== n) throw new Error(`${name} is told as ${n} and as ${told.get(name)}`);
          told.set(name, n);
        }
      return told;
    },
    /** What can be solved of few, by all that is told together. */
    solved(told: ReadonlyMap<string, number>, question: string) {
      const of = (level: string, unit: string | null) => told.get(`${question} ${level} ${unit}`) ?? null;
      const groups = [
        { id: "whole", of: [...chapters], n: of("WHOLE", null) },
        ...regions.map((unit) => ({
          id: unit,
          of: chapters.filter((one) => regionOf(one) === unit),
          n: of("REGION", unit),
        })),
        ...chapters.map((unit) => ({ id: unit, of: [unit], n: of("CHAPTER", unit) })),
      ];
      return tellsOfParts(groups, exact, K);
    },
  };
}
